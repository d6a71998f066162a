// What happens to the window between two frames. Everything that does is a reason to draw.
#pragma once

#include <filesystem>
#include <utility>
#include <vector>

#include "app/gl/window.h"
#include "app/ui/frame_pacer.h"
#include "app/ui/keys.h"

namespace ravine {

class WindowEvents {
public:
    /// Sets the window's callbacks. ImGui's, set later, call these.
    WindowEvents(const gl::Window& window, FramePacer& pacer);
    ~WindowEvents() = default;
    WindowEvents(const WindowEvents&) = delete;
    WindowEvents& operator=(const WindowEvents&) = delete;
    WindowEvents(WindowEvents&&) = delete;
    WindowEvents& operator=(WindowEvents&&) = delete;

    // What has come in since the last call:
    std::vector<KeyPress> take_keys() { return std::exchange(pressed_, {}); }  ///< repeats included
    std::filesystem::path take_dropped() { return std::exchange(dropped_, {}); }
    /// Whether the display has lost what the window showed.
    bool take_exposed() { return std::exchange(exposed_, false); }

private:
    static WindowEvents& of(GLFWwindow* window);
    static void woken(GLFWwindow* window);
    static void queued(GLFWwindow* window);
    static void exposed(GLFWwindow* window);

    FramePacer& pacer_;
    std::vector<KeyPress> pressed_;
    std::filesystem::path dropped_;
    bool exposed_ = false;
};

}  // namespace ravine
