#include "app/figure/fine_grids.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

#include <oneapi/tbb/task_arena.h>

#include "engine/height_grid.h"

namespace ravine {
namespace {

/// A frame does more than compute heights.
constexpr double seconds_in_a_frame = 0.012;
constexpr int coarsest = 16;

double seconds_per_point(const Objective& objective, const Box& box, int side) {
    const auto begin = std::chrono::steady_clock::now();
    sample_heights(objective, box, side, side);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() / (side * side);
}

/// A few points cost more each, for the threads that have to be woken; many would take too long where each is dear.
double seconds_per_point(const Objective& objective, const Box& box) {
    constexpr double surely_cheap = 2e-9, surely_dear = 1e-7;
    double seconds = seconds_per_point(objective, box, 64);  // the first call also starts threads
    for (const int side : {64, 128, 256}) {
        seconds = std::min(seconds, seconds_per_point(objective, box, side));
        if (seconds < surely_cheap || seconds > surely_dear) break;
    }
    return seconds;
}

/// One processor is left to those that draw.
int processors_beside_the_window() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1); }

}  // namespace

int FineGrids::cell(const GridKey& key) {
    if (!measured_ || !(*measured_ == key.objective)) {
        seconds_per_point_ = seconds_per_point(key.objective, key.box);
        measured_ = key.objective;
    }
    const double seconds = seconds_per_point_ * key.columns * key.rows;
    return std::clamp(static_cast<int>(std::ceil(std::sqrt(seconds / seconds_in_a_frame))), 1, coarsest);
}

std::optional<Levelled> FineGrids::finished(const GridKey& key) const {
    const auto grids = background_.news().result;
    if (grids == nullptr) return std::nullopt;
    const auto found = std::ranges::find(*grids, key, &Grids::value_type::first);
    return found == grids->end() ? std::nullopt : std::optional(found->second);
}

void FineGrids::want(std::vector<GridKey> keys) {
    if (keys == wanted_) return;
    wanted_ = keys;
    if (keys.empty()) {
        background_.cancel();
        return;
    }
    background_.ask([keys = std::move(keys)](const auto& job) {
        oneapi::tbb::task_arena beside(processors_beside_the_window());
        Grids grids;
        for (const GridKey& key : keys) {
            if (job.stop().stop_requested()) return;
            grids.emplace_back(
                key, beside.execute([&] { return level_grid(key.objective, key.box, key.columns, key.rows, key.levels); }));
            job.publish(grids);
        }
    });
}

}  // namespace ravine
