#include "engine/height_grid.h"

#include <stdexcept>
#include <string>

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

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
    std::vector<double> x(width);
    for (int i = 0; i < columns; ++i) x[static_cast<std::size_t>(i)] = grid.point(i, 0).x;

    tbb::parallel_for(tbb::blocked_range<int>(0, rows, 8), [&](const tbb::blocked_range<int>& part) {
        std::vector<double> y(width);
        for (int j = part.begin(); j != part.end(); ++j) {
            double* f = grid.f.data() + static_cast<std::size_t>(j) * width;
            y.assign(width, grid.point(0, j).y);
            objective.values(width, x.data(), y.data(), f);
            for (std::size_t i = 0; i < width; ++i) f[i] += f[i] - f[i];  // infinities become NaN
        }
    });
    return grid;
}

}  // namespace ravine
