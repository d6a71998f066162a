// Both painters for one figure: the window's, into a framebuffer that nobody sees, and the one that writes files.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include <gtest/gtest.h>

#include "app/figure/figure.h"
#include "app/gl/offscreen.h"
#include "app/paint/cairo_painter.h"
#include "app/paint/screen_painter.h"

struct ImDrawData;

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
    /// What a window that keeps its picture would show of these figures, one after the other, where each frame draws only what
    /// differs from the last. All have the same size and bring their ground with them.
    struct Frame {
        ravine::Image picture;
        double drawn = 0;         ///< the part of the pixels that was drawn
        bool unfinished = false;  ///< another frame is due
    };
    /// `times`: when each frame is drawn, in seconds; none: nobody waits for them, and there are no drafts.
    std::vector<Frame> one_after_the_other(const std::vector<ravine::Figure>& figures, const std::vector<double>& times = {});
    ravine::Image in_file(const ravine::Figure& figure, float ratio = 1) const;

private:
    ImDrawData& draw_data(const ravine::Figure& figure, float ratio, std::optional<double> now = std::nullopt);

    std::unique_ptr<ravine::gl::Offscreen> context_;
    std::optional<ravine::ScreenFonts> screen_fonts_;
    std::optional<ravine::CairoFonts> file_fonts_;
    std::unique_ptr<ravine::ScreenPainter> painter_;
};

}  // namespace ravine_test
