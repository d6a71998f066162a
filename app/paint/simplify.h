// Polylines with fewer points.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/geometry.h"

namespace ravine {

/// Which points of a line stay, in rising order: its ends, and whatever else it takes for every point that goes to lie within
/// `tolerance` of the line between those that stay (D. Douglas, T. Peucker, 1973). The line has one point or more.
std::vector<std::uint32_t> simplified(std::span<const Point> line, double tolerance);

}  // namespace ravine
