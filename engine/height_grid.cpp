#include "engine/height_grid.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include "engine/kernels.h"
#include "engine/objective_entry.h"

namespace ravine {
namespace {

constexpr int longest_side = 16'384;

void check(int columns, int rows) {
    if (columns < 1 || rows < 1 || columns > longest_side || rows > longest_side)
        throw std::invalid_argument("a height grid has 1 to 16,384 columns and rows, not " + std::to_string(columns) + " by " +
                                    std::to_string(rows));
}

}  // namespace

HeightGrid sample_heights(const Objective& objective, Box box, int columns, int rows) {
    check(columns, rows);
    const auto width = static_cast<std::size_t>(columns);
    HeightGrid grid{box, columns, rows, {}};
    grid.f.resize(width * static_cast<std::size_t>(rows));
    std::vector<double> x((width + 7) / 8 * 8), y(static_cast<std::size_t>(rows));
    for (int i = 0; i < columns; ++i) x[static_cast<std::size_t>(i)] = grid.point(i, 0).x;
    for (int j = 0; j < rows; ++j) y[static_cast<std::size_t>(j)] = grid.point(0, j).y;
    std::fill(x.begin() + columns, x.end(), x[width - 1]);

    // Enough rows at a time that what is computed once per column does not count.
    constexpr int rows_together = 32;
    const PreparedObjective prepared = objective.prepared();
    const GridKernel heights = kernels().grids[objective.index()];
    tbb::parallel_for(tbb::blocked_range<int>(0, rows, rows_together), [&](const tbb::blocked_range<int>& part) {
        const auto first = static_cast<std::size_t>(part.begin());
        heights(&prepared, width, x.data(), static_cast<std::size_t>(part.size()), y.data() + first,
                grid.f.data() + first * width);
    });
    return grid;
}

}  // namespace ravine
