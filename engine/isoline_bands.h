// Isolines inside bands of a grid's rows: every crossing of a grid edge gets a place in the band's list and, from the squares
// beside it, the place of the crossing that follows it; then the list is walked into fragments of lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "engine/isoline_ladder.h"

namespace ravine::isoline {

inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// Part of a line inside a band. Its ends are crossings of the band's list.
struct Fragment {
    std::size_t begin, count;  ///< among the band's points
    std::uint32_t last;        ///< crossing
    Rank level;
    bool is_closed;
};

struct Band {
    std::vector<Point> points;
    std::vector<Fragment> fragments;
    // Crossings of the band's lowest and highest row of samples. The highest is the next band's lowest: both hold the same
    // crossings in the same order. For each, the fragment that begins there, or `none`.
    std::vector<std::uint32_t> from_low, from_high;
    std::uint32_t high = 0;  ///< the first crossing of the highest row

    std::uint32_t first_fragment = 0;  ///< its number among those of all bands
};

/// The bands of a grid of two or more rows and columns, from the lowest rows on, made in parallel. They depend on the size of the
/// grid alone, so what is in them does not depend on the number of threads. Throws std::length_error for more than
/// max_isoline_points crossings.
std::vector<Band> walk_bands(const HeightGrid& grid, const Ladder& ladder);

}  // namespace ravine::isoline
