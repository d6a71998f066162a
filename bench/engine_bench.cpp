// How fast the engine is. Updates per second of blocks and of single recorded runs, for every optimizer on every objective, and
// of loops written by hand beside them; height grids of the size of a screen; isolines; maps; typed formulas.
// `./dev bench` sets them beside what NumPy, PyTorch and contourpy take for the same work (bench/peers).
#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "bench/fused.h"
#include "engine/block.h"
#include "engine/height_grid.h"
#include "engine/isolines.h"
#include "engine/map.h"
#include "engine/run.h"
#include "engine/typed.h"

namespace {

constexpr int steps = 1000;

void count_steps(benchmark::State& state, double per_iteration) {
    const double done = static_cast<double>(state.iterations()) * per_iteration;
    state.counters["steps_per_second"] = benchmark::Counter(done, benchmark::Counter::kIsRate);
}

/// Lane `lane` of a full block: on a short line through the objective's start, so that each lane does something else.
ravine::Point start_of(const ravine::Objective& f, int lane) {
    const double shift = 0.1 * (lane - 0.5 * ravine::Block::max_lanes) / ravine::Block::max_lanes;
    return {f.info().start.x + shift, f.info().start.y - shift};
}

void block(benchmark::State& state, const ravine::Optimizer& optimizer, const ravine::Objective& f, ravine::Point shift = {}) {
    const int lanes = ravine::Block::max_lanes;
    ravine::Block runs(f, optimizer, lanes);
    for (int i = 0; i < lanes; ++i) {
        const ravine::Point start = start_of(f, i);
        runs.place(i, {start.x + shift.x, start.y + shift.y});
    }
    for (auto _ : state) {
        runs.start();
        for (int k = 0; k < steps; ++k) runs.step();
        double f_of_first = *runs.f();
        benchmark::DoNotOptimize(f_of_first);
    }
    count_steps(state, 1.0 * steps * lanes);
}

void fused(benchmark::State& state, const std::string& objective, void (*step)(const bench::FusedArguments&)) {
    if (!bench::can_run_fused()) return state.SkipWithError("this processor has no AVX2");
    const ravine::Objective f(objective);
    constexpr int lanes = ravine::Block::max_lanes;
    std::vector<double> x(lanes), y(lanes), sx(lanes), sy(lanes);
    for (auto _ : state) {
        for (int i = 0; i < lanes; ++i) {
            const ravine::Point start = start_of(f, i);
            x[static_cast<std::size_t>(i)] = start.x, y[static_cast<std::size_t>(i)] = start.y;
        }
        std::ranges::fill(sx, 0.0), std::ranges::fill(sy, 0.0);
        for (int k = 0; k < steps; ++k) step({lanes, x.data(), y.data(), sx.data(), sy.data(), 0.01, 0.9, 1e-8});
        benchmark::DoNotOptimize(x.data());
        benchmark::ClobberMemory();
    }
    count_steps(state, 1.0 * steps * lanes);
}

/// A trajectory as the window computes it: every row recorded, the outcome judged.
void single(benchmark::State& state, const std::string& optimizer, const std::string& objective) {
    const ravine::Objective f(objective);
    ravine::RunSpec spec{f, ravine::Optimizer(optimizer), f.info().start};
    spec.steps = steps;
    double done = 0;
    for (auto _ : state) {
        ravine::Run run = ravine::simulate(spec);
        done += run.last();
        benchmark::DoNotOptimize(run.x.back());
    }
    state.counters["steps_per_second"] = benchmark::Counter(done, benchmark::Counter::kIsRate);
}

void grid(benchmark::State& state, const std::string& objective) {
    const ravine::Objective f(objective);
    for (auto _ : state) {
        const ravine::HeightGrid heights = ravine::sample_heights(f, f.info().domain, 1920, 1080);
        benchmark::DoNotOptimize(heights.f.data());
    }
    state.SetItemsProcessed(state.iterations() * 1920 * 1080);
}

/// 30 levels, evenly between the lowest and the highest of 1024 × 1024 samples.
void isolines(benchmark::State& state, const std::string& objective) {
    const ravine::Objective f(objective);
    const ravine::HeightGrid heights = ravine::sample_heights(f, f.info().domain, 1024, 1024);
    const auto [low, high] = std::ranges::minmax(heights.f);
    std::vector<double> levels;
    for (int k = 0; k < 30; ++k) levels.push_back(low + (high - low) * (k + 0.5) / 30);
    double points = 0;
    for (auto _ : state) {
        const std::vector<ravine::IsolineSet> sets = ravine::isolines(heights, levels);
        for (const ravine::IsolineSet& set : sets) points += static_cast<double>(set.points.size());
        benchmark::DoNotOptimize(sets.data());
    }
    state.counters["points"] = points / static_cast<double>(state.iterations());
}

/// RMSprop's lr × rho map on Rosenbrock's valley: 256 × 256 cells of 300 steps.
void map(benchmark::State& state) {
    const ravine::Objective f("rosenbrock");
    const ravine::Optimizer optimizer("rmsprop");
    const auto& params = optimizer.info().params;
    const auto axis = [&](std::string_view id) {
        const int k = ravine::index_of(params, id);
        const ravine::Parameter& p = params[static_cast<std::size_t>(k)];
        return ravine::MapAxis{ravine::MapAxis::Of::optimizer, k, p.min, p.max, p.scale};
    };
    const ravine::MapSpec spec{.run = {f, optimizer, f.info().start}, .x = axis("lr"), .y = axis("rho")};
    for (auto _ : state) {
        ravine::Map done;
        ravine::compute_map(spec, done);
        benchmark::DoNotOptimize(done.f.data());
    }
    count_steps(state, 256.0 * 256.0 * spec.run.steps);
}

template <class Body>
benchmark::internal::Benchmark* add(const std::string& name, Body body) {
    return benchmark::RegisterBenchmark(name.c_str(), body);
}

/// Seconds for each of the many pairs of optimizer and objective; RMSprop, which others are timed beside, gets the usual time.
constexpr double short_time = 0.02;

const bool registered = [] {
    for (const auto& o : ravine::optimizers()) {
        for (const auto& f : ravine::objectives()) {
            const std::string optimizer(o.id), objective(f.id), name = optimizer + "/" + objective;
            auto* const of_block = add("block/" + name, [=](benchmark::State& state) {
                block(state, ravine::Optimizer(optimizer), ravine::Objective(objective));
            });
            auto* const of_single = add("single/" + name, [=](benchmark::State& state) { single(state, optimizer, objective); });
            if (optimizer != "rmsprop") of_block->MinTime(short_time), of_single->MinTime(short_time);
        }
    }
    add("fused/rmsprop/rosenbrock", [](benchmark::State& state) { fused(state, "rosenbrock", bench::fused_rosenbrock_step); });
    add("fused/rmsprop/rastrigin", [](benchmark::State& state) { fused(state, "rastrigin", bench::fused_rastrigin_step); });
    add("typed/rmsprop/rosenbrock", [](benchmark::State& state) {
        const ravine::Objective typed{ravine::TypedObjective("(1 - x)^2 + 100 (y - x^2)^2")};
        const ravine::Point there = ravine::find_objective("rosenbrock")->start, here = typed.info().start;
        block(state, ravine::Optimizer("rmsprop"), typed, {there.x - here.x, there.y - here.y});
    });
    for (const auto& f : ravine::objectives()) {
        const std::string objective(f.id);
        add("grid/" + objective, [=](benchmark::State& state) { grid(state, objective); })
            ->UseRealTime()
            ->Unit(benchmark::kMillisecond);
    }
    for (const std::string objective : {"himmelblau", "rosenbrock", "rastrigin"}) {
        add("isolines/" + objective, [=](benchmark::State& state) { isolines(state, objective); })
            ->UseRealTime()
            ->Unit(benchmark::kMillisecond);
    }
    add("map/rmsprop/rosenbrock", map)->UseRealTime()->Unit(benchmark::kMillisecond);
    return true;
}();

}  // namespace
