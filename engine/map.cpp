#include "engine/map.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include "engine/tracker.h"

namespace ravine {
namespace {

constexpr int coarsest = 8;  // cells a side that the first pass stands for

double on_slider(const MapAxis& axis, double t) {
    switch (axis.scale) {
        case Scale::log:
            return axis.lo * std::pow(axis.hi / axis.lo, t);
        case Scale::decay:
            return 1 - (1 - axis.lo) * std::pow((1 - axis.hi) / (1 - axis.lo), t);
        default:
            return axis.lo + t * (axis.hi - axis.lo);
    }
}

void check(const MapAxis& axis, std::span<const Parameter> optimizer, std::span<const Parameter> objective) {
    if (!(std::isfinite(axis.lo) && std::isfinite(axis.hi) && axis.lo < axis.hi))
        throw std::invalid_argument("the side of a map runs from a number to a greater one");
    if (axis.of == MapAxis::Of::start_x || axis.of == MapAxis::Of::start_y) return;
    const auto params = axis.of == MapAxis::Of::optimizer ? optimizer : objective;
    if (axis.param < 0 || static_cast<std::size_t>(axis.param) >= params.size())
        throw std::invalid_argument("the side of a map names parameter " + std::to_string(axis.param) + ", of " +
                                    std::to_string(params.size()));
    const Parameter& p = params[static_cast<std::size_t>(axis.param)];
    if (p.scale == Scale::toggle || p.scale == Scale::choice)
        throw std::invalid_argument("'" + std::string(p.id) + "' is a choice: a map needs a number that varies");
    for (const double end : {axis.lo, axis.hi})
        if (const std::string wanted = why_not(p, end); !wanted.empty())
            throw std::invalid_argument("'" + std::string(p.id) + "' runs to " + std::to_string(end) + ", expected " + wanted);
}

void check(const MapSpec& spec) {
    ravine::check(spec.run);
    const auto cells = static_cast<double>(spec.columns) * static_cast<double>(spec.rows);
    if (spec.columns < 1 || spec.rows < 1 || cells > static_cast<double>(max_map_cells))
        throw std::invalid_argument("a map has 1 to 16,000,000 cells, not " + std::to_string(spec.columns) + " by " +
                                    std::to_string(spec.rows));
    check(spec.x, spec.run.optimizer.info().params, spec.run.objective.info().params);
    check(spec.y, spec.run.optimizer.info().params, spec.run.objective.info().params);
    if (spec.x.of == spec.y.of && (spec.x.of != MapAxis::Of::optimizer && spec.x.of != MapAxis::Of::objective))
        throw std::invalid_argument("the two sides of a map vary different things");
    if (spec.x.of == spec.y.of && spec.x.param == spec.y.param)
        throw std::invalid_argument("the two sides of a map vary different things");
    if (spec.x.of == MapAxis::Of::objective && spec.y.of == MapAxis::Of::objective)
        throw std::invalid_argument("a map varies at most one parameter of the objective");
}

struct Cell {
    int i = 0, j = 0;
};

/// The cells of a pass whose cells are `size` wide, without those of the pass `before`, in an order in which those with the same
/// objective stand together.
std::vector<Cell> cells_of(const MapSpec& spec, int size, int before) {
    std::vector<Cell> cells;
    const bool by_column = spec.x.of == MapAxis::Of::objective;
    const int outer = by_column ? spec.columns : spec.rows, inner = by_column ? spec.rows : spec.columns;
    for (int a = 0; a < outer; a += size)
        for (int b = 0; b < inner; b += size) {
            const bool done = before > 0 && a % before == 0 && b % before == 0;
            if (!done) cells.push_back(by_column ? Cell{a, b} : Cell{b, a});
        }
    return cells;
}

/// Pieces of at most a block's lanes; where the objective varies, each has one.
std::vector<std::span<const Cell>> blocks_of(const MapSpec& spec, std::span<const Cell> cells) {
    const auto key = [&](const Cell& c) {
        return spec.x.of == MapAxis::Of::objective ? c.i : spec.y.of == MapAxis::Of::objective ? c.j : 0;
    };
    std::vector<std::span<const Cell>> blocks;
    for (std::size_t begin = 0; begin < cells.size();) {
        std::size_t end = begin;
        while (end < cells.size() && end - begin < Block::max_lanes && key(cells[end]) == key(cells[begin])) ++end;
        blocks.push_back(cells.subspan(begin, end - begin));
        begin = end;
    }
    return blocks;
}

class Work {
public:
    Work(const MapSpec& spec, Map& map, const MapControl& control) : spec_(spec), map_(map), control_(control) {
        for (const Change& c : spec.run.changes)
            if (!varies(c.param)) changes_.push_back(c);
        std::ranges::stable_sort(changes_, {}, &Change::step);
    }

    /// False where it was stopped.
    bool pass(std::span<const Cell> cells) {
        const auto blocks = blocks_of(spec_, cells);
        std::atomic<bool> stopped = false;
        tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t k) {
            if (stopped || !block(blocks[k])) stopped = true;
        });
        return !stopped;
    }

private:
    bool varies(int param) const {
        const auto is = [&](const MapAxis& a) { return a.of == MapAxis::Of::optimizer && a.param == param; };
        return is(spec_.x) || is(spec_.y);
    }

    Objective objective_at(const Cell& cell) const {
        const RunSpec& run = spec_.run;
        std::vector<double> params(run.objective.params().begin(), run.objective.params().end());
        const auto vary = [&](const MapAxis& axis, int place, int count) {
            if (axis.of == MapAxis::Of::objective) params[static_cast<std::size_t>(axis.param)] = axis.value(place, count);
        };
        vary(spec_.x, cell.i, spec_.columns);
        vary(spec_.y, cell.j, spec_.rows);
        return params.empty() ? run.objective : Objective(run.objective.info().id, params);
    }

    bool block(std::span<const Cell> cells) {
        const RunSpec& run = spec_.run;
        const int lanes = static_cast<int>(cells.size());
        const Objective objective = objective_at(cells.front());
        Block block(objective, run.optimizer, lanes);
        block.set_noise(run.noise, run.seed);
        std::array<Point, Block::max_lanes> starts;
        for (int lane = 0; lane < lanes; ++lane) {
            const Cell& cell = cells[static_cast<std::size_t>(lane)];
            Point start = run.start;
            set(block, lane, start, spec_.x, spec_.x.value(cell.i, spec_.columns));
            set(block, lane, start, spec_.y, spec_.y.value(cell.j, spec_.rows));
            block.set_run(lane, run.run);
            block.place(lane, start);
            starts[static_cast<std::size_t>(lane)] = start;
        }
        const Judge judge(objective);
        Tracker& tracker = trackers_.local().emplace(judge, arrival(judge));
        if (!tracker.run(block, {run.steps, std::span(starts).first(cells.size()), changes_}, control_.stop)) return false;
        for (int lane = 0; lane < lanes; ++lane) write(cells[static_cast<std::size_t>(lane)], lane, tracker);
        const std::size_t done = done_ += cells.size();
        if (control_.progress) control_.progress(static_cast<double>(done) / static_cast<double>(map_.f.size()));
        return true;
    }

    static void set(Block& block, int lane, Point& start, const MapAxis& axis, double value) {
        switch (axis.of) {
            case MapAxis::Of::optimizer:
                block.set(axis.param, lane, value);
                break;
            case MapAxis::Of::objective:
                break;
            case MapAxis::Of::start_x:
                start.x = value;
                break;
            case MapAxis::Of::start_y:
                start.y = value;
                break;
        }
    }

    Arrival arrival(const Judge& judge) const {
        const double never = -std::numeric_limits<double>::infinity();
        if (!spec_.places.empty()) {
            Arrival at{never, {}, {}, spec_.reach};
            for (const Minimum& m : spec_.places) at.place_x.push_back(m.x), at.place_y.push_back(m.y);
            return at;
        }
        return {judge.minima().empty() ? never : judge.minima().front().f + spec_.tolerance, {}, {}, 0};
    }

    void write(const Cell& cell, int lane, const Tracker& tracker) {
        const std::size_t at = map_.cell(cell.i, cell.j);
        map_.f[at] = tracker.f(lane);
        map_.steps[at] = tracker.arrived(lane);
        map_.outcome[at] = tracker.outcome(lane);
        map_.place[at] = map_.steps[at] < 0 ? std::int16_t{-1} : nearest_place(tracker.end(lane));
    }

    std::int16_t nearest_place(Point p) const {
        const auto away = [&](const Minimum& m) { return std::hypot(p.x - m.x, p.y - m.y); };
        const auto nearest = std::ranges::min_element(spec_.places, {}, away);
        return nearest == spec_.places.end() ? std::int16_t{-1} : static_cast<std::int16_t>(nearest - spec_.places.begin());
    }

    const MapSpec& spec_;
    Map& map_;
    const MapControl& control_;
    std::vector<Change> changes_;
    std::atomic<std::size_t> done_ = 0;
    tbb::enumerable_thread_specific<std::optional<Tracker>> trackers_;
};

/// Fills the cells between those of a coarse pass with what their corner says.
void spread(Map& map, int size) {
    const auto copy = [&](auto& column) {
        for (int j = 0; j < map.rows; ++j)
            for (int i = 0; i < map.columns; ++i) column[map.cell(i, j)] = column[map.cell(i - i % size, j - j % size)];
    };
    copy(map.f), copy(map.steps), copy(map.outcome), copy(map.place);
}

}  // namespace

bool MapSpec::operator==(const MapSpec& o) const {
    const auto same = [](const Minimum& a, const Minimum& b) { return a.x == b.x && a.y == b.y && a.f == b.f; };
    return run == o.run && x == o.x && y == o.y && columns == o.columns && rows == o.rows && tolerance == o.tolerance &&
           reach == o.reach && std::ranges::equal(places, o.places, same);
}

double MapAxis::value(int i, int n) const {
    const double v = on_slider(*this, (i + 0.5) / n);
    return scale == Scale::integer ? std::round(v) : v;
}

double MapAxis::position(double v) const {
    switch (scale) {
        case Scale::log:
            return std::log(v / lo) / std::log(hi / lo);
        case Scale::decay:
            return std::log((1 - v) / (1 - lo)) / std::log((1 - hi) / (1 - lo));
        default:
            return (v - lo) / (hi - lo);
    }
}

bool compute_map(const MapSpec& spec, Map& map, const MapControl& control) {
    check(spec);
    const auto cells = static_cast<std::size_t>(spec.columns) * static_cast<std::size_t>(spec.rows);
    map = {spec.columns, spec.rows, {}, {}, {}, {}};
    map.f.assign(cells, std::numeric_limits<double>::quiet_NaN());
    map.steps.assign(cells, -1);
    map.outcome.assign(cells, Outcome::moving);
    map.place.assign(cells, -1);
    Work work(spec, map, control);
    // Without a watcher one pass does it all.
    int before = 0;
    for (int size = control.after_pass ? coarsest : 1; size >= 1; before = size, size /= 2) {
        if (!work.pass(cells_of(spec, size, before))) return false;
        if (size > 1) spread(map, size);
        if (control.after_pass) control.after_pass(map, size);
    }
    return true;
}

}  // namespace ravine
