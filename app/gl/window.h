// The one window, with its OpenGL 3.3 core context.
#pragma once

#include <span>

struct GLFWwindow;

namespace ravine::gl {

struct WindowSize {
    int width = 0, height = 0;  ///< screen coordinates; 0: most of the monitor
};

/// Pixels of the framebuffer; y counts from its top.
struct WindowPart {
    int x = 0, y = 0, width = 0, height = 0;
};

class Window {
public:
    /// Opens the window and makes its context current. Throws Error: no display, or no OpenGL 3.3.
    Window(WindowSize size, const char* title);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    Window(Window&&) = delete;
    Window& operator=(Window&&) = delete;

    /// Whether all that was drawn is still there after the buffers were swapped: so with Mesa's software OpenGL on X11, whose
    /// swap copies the window's one buffer to the display server. Elsewhere nothing is promised.
    bool keeps_its_picture() const { return keeps_; }

    /// Shows what was drawn.
    void show() const;
    /// The same where nothing has changed but these parts, in a window that keeps its picture.
    void show(std::span<const WindowPart> parts) const;

    /// Covers the monitor that most of the window is on, or goes back to where it was.
    void fill_screen(bool filled);

    GLFWwindow* handle() const { return window_; }
    /// How much larger than on a 96 dpi screen text should be: the monitor's content scale. A monitor that says 1 though it
    /// has 1,800 or more lines is taken for one that does not know.
    float content_scale() const;

private:
    GLFWwindow* window_ = nullptr;
    bool keeps_ = false;
    int former_x_ = 0, former_y_ = 0, former_width_ = 0, former_height_ = 0;  ///< before it filled the screen
};

}  // namespace ravine::gl
