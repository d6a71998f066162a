// What every frame is set beside: a Dear ImGui window with nothing in it.
#pragma once

namespace ravine_bench {

struct EmptyFrame {
    double ms = 0;            ///< from its events to the swap
    double processor_ms = 0;  ///< of all threads
};

/// The mean of the frames of an empty window, 1920 × 1080. Throws std::runtime_error where there is no display.
EmptyFrame empty_frame();

}  // namespace ravine_bench
