// What is measured of the window. Each opens windows of its own and adds its lines to the report; all throw std::runtime_error
// where a window does not do what it is asked for.
#pragma once

#include "bench/window/hand.h"
#include "bench/window/report.h"

namespace ravine_bench {

/// From the start of the process to the first frame; then, when the opening has been played: frames, processor time, memory.
void measure_start_and_rest(Report& report);

/// Frames while twelve optimizers play 1,000 steps, in every layout, beside those of an empty window; memory afterwards.
void measure_playing(Report& report, Hand& hand);

/// The frame that follows a movement of a learning rate's slider, and whether it is the last one that is owed.
void measure_sliding(Report& report, Hand& hand);

/// Frames while the start is dragged beside a map, and how long after the release the map is complete.
void measure_dragging_beside_a_map(Report& report, Hand& hand);

/// The slowest frame while one pans and zooms about a long run.
void measure_looking_around(Report& report, Hand& hand);

/// Frames while a surface is turned.
void measure_turning(Report& report, Hand& hand);

}  // namespace ravine_bench
