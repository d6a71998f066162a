// The height of an objective on a regular grid: what fields, isolines and surfaces are drawn from.
#pragma once

#include <cstddef>

#include "engine/objective.h"
#include "engine/uninitialized.h"

namespace ravine {

/// Row-major, row 0 at the bottom (y0 side). Sample (i, j) is at the centre of cell (i, j):
/// x = x0 + (i + ½) · width / columns. Values that f does not define are NaN.
struct HeightGrid {
    Box box;
    int columns = 0, rows = 0;
    Numbers f;

    double at(int i, int j) const {
        return f[static_cast<std::size_t>(j) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(i)];
    }
    Point point(int i, int j) const {
        return {box.x0 + (i + 0.5) * box.width() / columns, box.y0 + (j + 0.5) * box.height() / rows};
    }
};

/// Samples f on all cores. columns and rows are 1 .. 16,384 (std::invalid_argument otherwise).
HeightGrid sample_heights(const Objective& objective, Box box, int columns, int rows);

}  // namespace ravine
