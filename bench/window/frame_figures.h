// What a window's frames come to.
#pragma once

#include <vector>

#include "tests/e2e/frames.h"

namespace ravine_bench {

using ravine_test::Frame;
using ravine_test::Frames;

/// Those that began at `from` or later, and before `to`; without those that had nothing to draw.
Frames drawn_between(const Frames& frames, double from, double to);

// Of at least one frame:
double mean_ms(const Frames& frames);
double mean_processor_ms(const Frames& frames);
double slowest_ms(const Frames& frames);

/// Of at least one value.
double median(std::vector<double> values);

}  // namespace ravine_bench
