#include "app/figure/level_grid.h"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include "engine/height_grid.h"

namespace ravine {

Levelled level_grid(const Objective& objective, Box box, int columns, int rows, Levels levels) {
    const HeightGrid heights = sample_heights(objective, box, columns, rows);
    std::optional<double> minimum;
    if (objective.has_global_minimum()) minimum = objective.minima().front().f;
    const LevelMap map(levels, minimum, heights.f);

    auto grid = std::make_shared<LevelGrid>();
    grid->columns = columns;
    grid->rows = rows;
    grid->lowest = static_cast<float>(map.lowest());
    grid->highest = static_cast<float>(map.highest());
    grid->level.resize(heights.f.size());
    const auto width = static_cast<std::size_t>(columns);
    tbb::parallel_for(tbb::blocked_range<int>(0, rows), [&](const tbb::blocked_range<int>& range) {
        for (int j = range.begin(); j < range.end(); ++j) {
            // The engine's rows rise with y, a picture's fall.
            const double* from = heights.f.data() + static_cast<std::size_t>(rows - 1 - j) * width;
            float* to = grid->level.data() + static_cast<std::size_t>(j) * width;
            for (std::size_t i = 0; i < width; ++i) to[i] = static_cast<float>(map.level(from[i]));
        }
    });
    return {std::move(grid), map};
}

}  // namespace ravine
