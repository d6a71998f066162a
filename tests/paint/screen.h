// Both painters for one figure: the window's, into a framebuffer that nobody sees, and the one that writes files.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include <gtest/gtest.h>

#include "app/figure/figure.h"
#include "app/gl/offscreen.h"
#include "app/paint/cairo_painter.h"
#include "app/paint/screen_painter.h"

namespace ravine_test {

/// An OpenGL context with Dear ImGui in it, as the window has them.
class OnBothPainters : public ::testing::Test {
protected:
    void SetUp() override;
    void TearDown() override;

    const ravine::ScreenFonts& screen_fonts() const { return *screen_fonts_; }
    const ravine::CairoFonts& file_fonts() const { return *file_fonts_; }

    /// What the window would show, `ratio` device pixels a logical pixel; any OpenGL error is a failure of the test.
    ravine::Image on_screen(const ravine::Figure& figure, float ratio = 1);
    ravine::Image in_file(const ravine::Figure& figure, float ratio = 1) const;

private:
    std::unique_ptr<ravine::gl::Offscreen> context_;
    std::optional<ravine::ScreenFonts> screen_fonts_;
    std::optional<ravine::CairoFonts> file_fonts_;
    std::unique_ptr<ravine::ScreenPainter> painter_;
};

}  // namespace ravine_test
