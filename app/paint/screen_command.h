// What a draw list holds of a figure besides ImGui's own triangles: a callback that has one primitive drawn by a shader.
#pragma once

#include <variant>

#include "app/paint/gpu_frame.h"
#include "app/paint/screen_painter.h"

struct ImDrawCmd;

namespace ravine {

/// What the callback needs when ImGui's renderer reaches it. Kept until the frame after the next begins.
struct ScreenCommand {
    ScreenPainter::Gpu* gpu;
    std::variant<Field, Path, Marker, FillRect, Surface> what;
    Pixel origin;
    Detail detail = Detail::full;  ///< of a surface

    bool operator==(const ScreenCommand&) const = default;
};

/// Null where the callback, if it is one, is not ours.
const ScreenCommand* screen_command(const ImDrawCmd& draw);

}  // namespace ravine
