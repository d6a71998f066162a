// Heights → level numbers per device pixel, for a field.
#pragma once

#include <memory>

#include "app/figure/figure.h"
#include "app/figure/level_map.h"

namespace ravine {

/// A field and what its levels mean.
struct Levelled {
    std::shared_ptr<const LevelGrid> grid;
    LevelMap map;
};

/// Samples the objective once per device pixel, on all cores. columns and rows 1 .. 16,384.
Levelled level_grid(const Objective& objective, Box box, int columns, int rows, const LevelSpacing& levels);

/// The same size from one sample for each square of `cell` by `cell` pixels, with the levels between them in proportion.
Levelled coarse_level_grid(const Objective& objective, Box box, int columns, int rows, const LevelSpacing& levels, int cell);

}  // namespace ravine
