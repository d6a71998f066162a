// The regions of a field that lie above its levels, as closed lines: what bands are filled with, and of which isolines are parts.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/figure/figure.h"
#include "engine/geometry.h"

namespace ravine {

/// A closed line in logical pixels. Along the edges of the field, and of what is not defined, it is no isoline.
struct LevelRing {
    std::vector<Point> points;           ///< three or more; the last one joins the first
    std::vector<std::uint8_t> strength;  ///< of the isoline from each point to the next, in quarters: 0 where there is none
};

/// Where the level is `level` or more: what its rings wind about.
struct LevelRegion {
    float level = 0;
    std::vector<LevelRing> rings;
};

/// The regions of these levels, low to high, with lines that lie within `tolerance` logical pixels of those of the grid. They
/// reach beyond the field's rectangle. Isolines fade where they are dense, as field_image.h says, in steps of a quarter.
/// Nothing where they would have more than a few hundred thousand points: that is no drawing.
std::optional<std::vector<LevelRegion>> level_regions(const Field& field, const std::vector<float>& levels, double tolerance);

}  // namespace ravine
