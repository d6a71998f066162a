// What of the window's picture differs from the one before. Where the window keeps its picture, only that is drawn again:
// software OpenGL pays for every pixel, and playback changes few.
#pragma once

#include <vector>

#include <imgui.h>

#include "app/paint/pixel_rect.h"

namespace ravine {

/// Needs the figures' paths and fields of the last picture to be alive, as ScreenPainter keeps them for one more frame.
class Damage {
public:
    /// The parts that differ from the last call's picture: every pixel that does lies in one. All of the target at first, after
    /// forget(), and where its size differs. Framebuffer pixels, which must be ImGui's own (a scale of 1).
    /// They have no pixel in common.
    std::vector<PixelRect> next(const ImDrawData& data);

    /// The next picture is new everywhere.
    void forget() { known_ = false; }

    /// Restricts what the renderer will draw of `data`, which must be the last argument of next(), to these parts.
    void restrict_to(const std::vector<PixelRect>& parts, ImDrawData& data) const;

private:
    struct List {
        ImVector<ImDrawVert> vertices;
        ImVector<ImDrawIdx> indices;
        ImVector<ImDrawCmd> commands;
    };

    std::vector<List> lists_;
    PixelRect target_;
    bool known_ = false;
};

}  // namespace ravine
