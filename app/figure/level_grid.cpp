#include "app/figure/level_grid.h"

#include <algorithm>
#include <vector>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include "engine/height_grid.h"

namespace ravine {
namespace {

/// Where a pixel's centre lies between two samples, of `count` over `length` pixels.
struct Between {
    std::size_t from = 0, to = 0;
    float share = 0;
};

std::vector<Between> places(int length, int count) {
    std::vector<Between> all;
    for (int i = 0; i < length; ++i) {
        const float at = (static_cast<float>(i) + 0.5F) * static_cast<float>(count) / static_cast<float>(length) - 0.5F;
        const float inside = std::clamp(at, 0.0F, static_cast<float>(count - 1));
        const auto from = static_cast<std::size_t>(inside);
        all.push_back({from, std::min(from + 1, static_cast<std::size_t>(count - 1)), inside - static_cast<float>(from)});
    }
    return all;
}

std::vector<float> stretched(const LevelGrid& grid, int columns, int rows) {
    const std::vector<Between> across = places(columns, grid.columns), down = places(rows, grid.rows);
    const auto width = static_cast<std::size_t>(grid.columns);
    std::vector<float> level(across.size() * down.size());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, down.size(), 16), [&](const tbb::blocked_range<std::size_t>& range) {
        std::vector<float> row(width);
        for (std::size_t j = range.begin(); j < range.end(); ++j) {
            const float* const a = grid.level.data() + down[j].from * width;
            const float* const b = grid.level.data() + down[j].to * width;
            for (std::size_t i = 0; i < width; ++i) row[i] = a[i] + (b[i] - a[i]) * down[j].share;
            float* const to = level.data() + j * across.size();
            for (std::size_t i = 0; i < across.size(); ++i)
                to[i] = row[across[i].from] + (row[across[i].to] - row[across[i].from]) * across[i].share;
        }
    });
    return level;
}

}  // namespace

Levelled coarse_level_grid(const Objective& objective, Box box, int columns, int rows, const LevelSpacing& levels, int cell) {
    const auto samples = [cell](int length) { return std::max(1, (length + cell - 1) / cell); };
    const Levelled coarse = level_grid(objective, box, samples(columns), samples(rows), levels);
    auto grid = std::make_shared<LevelGrid>(
        LevelGrid{columns, rows, stretched(*coarse.grid, columns, rows), coarse.grid->lowest, coarse.grid->highest});
    return {std::move(grid), coarse.map};
}

Levelled level_grid(const Objective& objective, Box box, int columns, int rows, const LevelSpacing& levels) {
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
            std::size_t interval = 1;
            for (std::size_t i = 0; i < width; ++i) to[i] = static_cast<float>(map.level(from[i], interval));
        }
    });
    return {std::move(grid), map};
}

}  // namespace ravine
