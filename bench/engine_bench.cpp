// How fast the engine is: updates per second of blocks and of single recorded runs, for every optimizer on every objective,
// and height grids of the size of a screen.
#include <algorithm>
#include <string>

#include <benchmark/benchmark.h>

#include "engine/block.h"
#include "engine/height_grid.h"
#include "engine/run.h"

namespace {

constexpr int steps = 1000;

void count_steps(benchmark::State& state, int lanes) {
    const double done = static_cast<double>(state.iterations()) * steps * lanes;
    state.counters["steps_per_second"] = benchmark::Counter(done, benchmark::Counter::kIsRate);
}

/// 256 lanes that start on a circle around the objective's start, so that each does something else.
void block(benchmark::State& state, const std::string& optimizer, const std::string& objective) {
    const ravine::Objective f(objective);
    const int lanes = ravine::Block::max_lanes;
    ravine::Block runs(f, ravine::Optimizer(optimizer), lanes);
    for (int i = 0; i < lanes; ++i) {
        const double shift = 0.1 * (i - 0.5 * lanes) / lanes;
        runs.place(i, {f.info().start.x + shift, f.info().start.y - shift});
    }
    for (auto _ : state) {
        runs.start();
        for (int k = 0; k < steps; ++k) runs.step();
        double f_of_first = *runs.f();
        benchmark::DoNotOptimize(f_of_first);
    }
    count_steps(state, lanes);
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

const bool registered = [] {
    for (const auto& o : ravine::optimizers()) {
        for (const auto& f : ravine::objectives()) {
            const std::string optimizer(o.id), objective(f.id), name = optimizer + "/" + objective;
            benchmark::RegisterBenchmark(("block/" + name).c_str(),
                                         [=](benchmark::State& state) { block(state, optimizer, objective); });
            benchmark::RegisterBenchmark(("single/" + name).c_str(),
                                         [=](benchmark::State& state) { single(state, optimizer, objective); });
        }
    }
    for (const auto& f : ravine::objectives()) {
        const std::string objective(f.id);
        benchmark::RegisterBenchmark(("grid/" + objective).c_str(), [=](benchmark::State& state) {
            grid(state, objective);
        })->UseRealTime();
    }
    return true;
}();

}  // namespace
