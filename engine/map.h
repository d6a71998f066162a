// Maps: the same run for every cell of a grid, with two quantities varied. What a cell says is what `simulate` says of its run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "engine/run.h"

namespace ravine {

inline constexpr std::size_t max_map_cells = 16'000'000;

/// What varies along one side of a map.
struct MapAxis {
    enum class Of { optimizer, objective, start_x, start_y } of = Of::optimizer;
    int param = 0;  ///< place among the optimizer's or the objective's parameters
    double lo = 0, hi = 1;
    /// log: even in log v, lo > 0; decay: even in log(1 − v), hi < 1; others: even in v, and with integer whole.
    Scale scale = Scale::linear;

    /// The value in the middle of cell `i` of `n`; with integer, the nearest whole number.
    double value(int i, int n) const;
    /// Where `v` lies, from 0 at lo to 1 at hi; may be outside.
    double position(double v) const;
    bool operator==(const MapAxis&) const = default;
};

struct MapSpec {
    RunSpec run;  ///< what does not vary
    MapAxis x, y;
    int columns = 256, rows = 256;
    double tolerance = 1e-6;           ///< a run has arrived where f − f* is at most this, f* of the global minimum
    std::vector<Minimum> places = {};  ///< basins: a run has arrived where it is close to one of these
    double reach = 0;                  ///< how close, > 0 with places
    bool operator==(const MapSpec&) const;
};

/// Row-major, row 0 at the low end of y.
struct Map {
    int columns = 0, rows = 0;
    std::vector<double> f;            ///< of the last row of each run; NaN where even the start is not defined
    std::vector<std::int32_t> steps;  ///< from which step on the run stays arrived, or -1
    std::vector<Outcome> outcome;
    std::vector<std::int16_t> place;  ///< basins: which of the places it ended close to, or -1

    std::size_t cell(int i, int j) const {
        return static_cast<std::size_t>(j) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(i);
    }
};

/// How a map that takes long is watched and stopped. Called from the thread that called compute_map, between passes: each
/// pass halves the size of the cells, and `map` is filled everywhere after the first.
struct MapControl {
    std::stop_token stop = {};
    std::function<void(const Map& map, int cell_size)> after_pass = {};
    std::function<void(double fraction)> progress = {};  ///< from any thread, after each block
};

/// Computes the map on all cores; the numbers do not depend on how many there are. False where it was stopped: then `map` holds
/// what was done. Throws std::invalid_argument where the request is out of range, with what was expected.
bool compute_map(const MapSpec& spec, Map& map, const MapControl& control = {});

}  // namespace ravine
