// What every frame is set beside: a Dear ImGui window with nothing in it.
#pragma once

namespace ravine_bench {

/// Mean time of a frame of an empty window, 1920 × 1080, in milliseconds: from its events to the swap. Throws
/// std::runtime_error where there is no display.
double empty_frame_ms();

}  // namespace ravine_bench
