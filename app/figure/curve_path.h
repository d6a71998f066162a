// A quantity over the steps → a polyline in pixels.
#pragma once

#include "app/figure/pixel_path.h"
#include "app/figure/quantity.h"

namespace ravine {

/// The part of a series that `frame` shows, and some of what is beyond its left and right edges; empty where the run has no such
/// series. Where many steps share a pixel, only those are kept that show in it: the first, the last, the lowest and the highest.
PixelPath curve_path(const Run& run, Series series, const Reference& from, const PathFrame& frame);

}  // namespace ravine
