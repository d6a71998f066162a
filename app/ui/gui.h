// Owns Dear ImGui: its context, its GLFW and OpenGL backends, and its fonts.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "app/figure/theme.h"
#include "app/gl/window.h"
#include "app/paint/damage.h"
#include "app/paint/screen_fonts.h"

namespace ravine {

class Gui {
public:
    /// The window's own callbacks must be set before: ImGui's call them.
    Gui(const gl::Window& window, std::filesystem::path fonts);
    ~Gui();
    Gui(const Gui&) = delete;
    Gui& operator=(const Gui&) = delete;
    Gui(Gui&&) = delete;
    Gui& operator=(Gui&&) = delete;

    /// Bakes fonts and style anew where the scale or the theme differs from the last call's. Call it between frames.
    void adopt(const Theme& theme, float scale);
    const ScreenFonts& fonts() const { return *fonts_; }

    void begin_frame();
    /// Draws into the window: all that is in the draw lists, which leave no pixel out, or only what differs from the last frame
    /// where the window keeps its picture. Gives how many pixels it drew.
    std::int64_t end_frame();
    /// The display has lost what the window showed.
    void lose_picture() { damage_.forget(); }

private:
    const gl::Window& window_;
    std::filesystem::path folder_;
    std::optional<ScreenFonts> fonts_;
    const Theme* theme_ = nullptr;
    bool in_parts_;  ///< whether a frame may draw only what has changed
    Damage damage_;
};

}  // namespace ravine
