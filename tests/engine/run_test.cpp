// Whole runs: the published one, recomputation from any step, changes on the way, noise.
#include <cmath>
#include <stdexcept>

#include <gtest/gtest.h>

#include "engine/numpy_start.h"
#include "support.h"

namespace ravine {
namespace {

TEST(Simulate, ReproducesThePublishedTutorialRun) {
    RunSpec spec{Objective("bowl"),
                 test::optimizer_with("rmsprop", {{"lr", 0.01}, {"rho", 0.99}}),
                 {-0.165955990594852, 0.4406489868843162}};
    spec.steps = 50;
    const auto run = simulate(spec);
    ASSERT_EQ(run.size(), 51U);
    EXPECT_NEAR(run.x.back(), -5.45667355e-23, 1e-8 * 5.45667355e-23);
    EXPECT_NEAR(run.y.back(), 1.25022522e-04, 0.5e-12);
    spec.start = numpy_start(1, {-1, 1, -1, 1});
    EXPECT_NEAR(simulate(spec).y.back(), 1.25022522e-04, 0.5e-12);
}

TEST(Simulate, RecordsPointHeightGradientAndAccumulatorsOfEveryStep) {
    for (const OptimizerInfo& info : optimizers()) {
        const Objective beale("beale");
        RunSpec spec{beale, Optimizer(info.id), {1, 1.2}};
        spec.steps = 25;
        const auto run = simulate(spec);
        ASSERT_EQ(run.size(), 26U);
        ASSERT_EQ(run.state.size(), info.state.size());
        for (const auto& column : run.state) ASSERT_EQ(column.size(), 52U);
        EXPECT_TRUE(std::isnan(run.rate_x[0]) && std::isnan(run.rate_y[0]));
        for (int k = 0; k <= 25; ++k) {
            const auto row = static_cast<std::size_t>(k);
            const Sample s = beale.at(run.at(k));
            EXPECT_TRUE(test::same_bits(run.f[row], s.f) && test::same_bits(run.gx[row], s.gx) &&
                        test::same_bits(run.gy[row], s.gy));
            if (k > 0) {
                // The rate of rules that turn the gradient may be 0 or negative; it is a number always.
                EXPECT_TRUE(std::isfinite(run.rate_x[row]) && std::isfinite(run.rate_y[row])) << info.id;
            }
        }
    }
}

/// The last hyperparameter that takes any number: what is changed beside the learning rate.
int last_number(const OptimizerInfo& info) {
    int k = static_cast<int>(info.params.size()) - 1;
    while (k > 0 && (info.params[static_cast<std::size_t>(k)].scale == Scale::toggle ||
                     info.params[static_cast<std::size_t>(k)].scale == Scale::choice))
        --k;
    return k;
}

/// The surface as it is, or with mini-batches where it is made of samples.
Objective with_batches(const ObjectiveInfo& surface) {
    std::vector<double> values = standard_values(surface.params);
    if (const int batch = index_of(surface.params, "batch"); batch >= 0) values[static_cast<std::size_t>(batch)] = 2;
    return {surface.id, values};
}

/// Runs that between them use every rule on every surface, and every toggle and schedule on some, with noise and a change on the
/// way.
std::vector<RunSpec> many_specs() {
    std::vector<RunSpec> specs;
    std::size_t turn = 0;
    const auto add = [&](const Optimizer& optimizer, const ObjectiveInfo& surface) {
        RunSpec spec{Objective(surface.id), optimizer, surface.start};
        spec.steps = 90;
        specs.push_back(spec);
        const OptimizerInfo& info = optimizer.info();
        spec.objective = with_batches(surface);
        spec.noise = 0.05, spec.run = specs.size();
        spec.changes = {{10, 0, 0.004}, {55, 0, 0.02}, {56, last_number(info), 0.5}};
        if (last_number(info) == 0) spec.changes.pop_back();
        specs.push_back(spec);
    };
    for (const OptimizerInfo& info : optimizers()) {
        for (const ObjectiveInfo& surface : objectives()) add(Optimizer(info.id), surface);
        for (const Optimizer& optimizer : test::variants(info)) add(optimizer, objectives()[turn++ % objectives().size()]);
    }
    return specs;
}

TEST(EveryTrajectory, EqualsItsRecomputationFromAnyStep) {
    for (const RunSpec& spec : many_specs()) {
        const auto run = simulate(spec);
        ASSERT_TRUE(test::same_bits(run, simulate(spec)));
        for (const int step : {0, 1, 9, 10, 11, 55, 56, 57, 89, 90}) {
            if (step > run.last()) continue;
            ASSERT_TRUE(test::same_bits(run, resume(spec, run, step)))
                << spec.objective.info().id << " " << test::describe(spec.optimizer) << " from " << step;
        }
        ASSERT_TRUE(test::same_bits(run, resume(spec, run, run.last())));
    }
}

TEST(EveryTrajectory, HoldsNothingButFiniteNumbers) {
    for (RunSpec spec : many_specs()) {
        spec.changes.push_back({60, 0, 50.0});  // far too large for most
        const auto run = simulate(spec);
        for (std::size_t k = 0; k < run.size(); ++k) {
            double sum = run.x[k] + run.y[k] + run.f[k] + run.gx[k] + run.gy[k];
            if (k > 0) sum += run.rate_x[k] + run.rate_y[k];
            for (const auto& column : run.state) sum += column[2 * k] + column[2 * k + 1];
            ASSERT_TRUE(std::isfinite(sum)) << spec.objective.info().id << " " << test::describe(spec.optimizer) << " row " << k;
        }
    }
}

TEST(AChange, ActsFromItsUpdateOnAndNotBefore) {
    RunSpec plain{Objective("bowl"), Optimizer("gd"), {1, 1}};
    plain.steps = 30;
    RunSpec changed = plain;
    changed.changes = {{12, 0, 0.1}};
    const auto before = simulate(plain), after = simulate(changed);
    for (std::size_t k = 0; k <= 12; ++k) EXPECT_TRUE(test::same_bits(before.x[k], after.x[k]));
    for (std::size_t k = 1; k <= 30; ++k) EXPECT_EQ(after.rate_x[k], k <= 12 ? 0.01 : 0.1);
    EXPECT_NEAR(after.x[13], after.x[12] * 0.8, 1e-15);
}

TEST(AChange, AtStepZeroIsAsGoodAsASetting) {
    RunSpec set{Objective("beale"), test::optimizer_with("adagrad", {{"initial_accumulator", 2}}), {1, 1}};
    RunSpec changed{Objective("beale"), Optimizer("adagrad"), {1, 1}};
    changed.changes = {{0, index_of(changed.optimizer.info().params, "initial_accumulator"), 2}};
    EXPECT_TRUE(test::same_bits(simulate(set), simulate(changed)));
}

TEST(AChange, OfASwitchActsToo) {
    RunSpec spec{Objective("rosenbrock"), Optimizer("rmsprop"), {-1.5, 2}};
    const auto& params = spec.optimizer.info().params;
    spec.changes = {
        {5, index_of(params, "centered"), 1}, {9, index_of(params, "schedule"), 2}, {20, index_of(params, "clip_norm"), 1}};
    const auto run = simulate(spec);
    EXPECT_EQ(run.state[1][2 * 5], 0) << "m is not used before";
    EXPECT_NE(run.state[1][2 * 6], 0);
}

TEST(AChange, ThatMakesNoSenseIsRefused) {
    RunSpec spec{Objective("bowl"), Optimizer("gd"), {1, 1}};
    spec.changes = {{3, 99, 0.1}};
    EXPECT_THROW(simulate(spec), std::invalid_argument);
    spec.changes = {{3, -1, 0.1}};
    EXPECT_THROW(simulate(spec), std::invalid_argument);
    spec.changes = {{3, 0, -0.1}};
    EXPECT_THROW(simulate(spec), std::invalid_argument);
}

TEST(Noise, IsPartOfTheRecordedGradientAndDependsOnTheRun) {
    const Objective bowl("bowl");
    RunSpec spec{bowl, Optimizer("gd"), {1, 1}};
    spec.noise = 0.1;
    const auto run = simulate(spec);
    double square = 0;
    for (std::size_t k = 0; k < run.size(); ++k) square += std::pow(run.gx[k] - 2 * run.x[k], 2);
    EXPECT_NEAR(std::sqrt(square / static_cast<double>(run.size())), 0.1, 0.015);
    for (std::size_t k = 1; k < run.size(); ++k) ASSERT_DOUBLE_EQ(run.x[k], run.x[k - 1] - 0.01 * run.gx[k - 1]);
    for (std::size_t k = 0; k < run.size(); ++k) ASSERT_EQ(run.f[k], bowl.at(run.at(static_cast<int>(k))).f) << "f has no noise";
    spec.run = 1;
    EXPECT_NE(simulate(spec).gx[0], run.gx[0]);
    spec.run = 0, spec.seed = 2;
    EXPECT_NE(simulate(spec).gx[0], run.gx[0]);
}

TEST(Simulate, RefusesRunsThatMakeNoSense) {
    RunSpec spec{Objective("bowl"), Optimizer("gd"), {1, 1}};
    for (const int steps : {0, -1, max_steps + 1}) {
        spec.steps = steps;
        EXPECT_THROW(simulate(spec), std::invalid_argument) << steps;
    }
    spec.steps = 10, spec.start = {std::nan(""), 0};
    EXPECT_THROW(simulate(spec), std::invalid_argument);
    spec.start = {1, 1}, spec.noise = -1;
    EXPECT_THROW(simulate(spec), std::invalid_argument);
}

TEST(Resume, RefusesStepsTheRunDoesNotHave) {
    RunSpec spec{Objective("bowl"), Optimizer("gd"), {1, 1}};
    const auto run = simulate(spec);
    EXPECT_THROW(resume(spec, run, -1), std::invalid_argument);
    EXPECT_THROW(resume(spec, run, run.last() + 1), std::invalid_argument);
}

TEST(Simulate, ManagesAMillionSteps) {
    RunSpec spec{Objective("rosenbrock"), Optimizer("adagrad"), {-1.5, 2}};
    spec.steps = max_steps;
    const auto run = simulate(spec);
    EXPECT_EQ(run.last(), max_steps);
    EXPECT_LT(run.f.back(), run.f.front());
}

}  // namespace
}  // namespace ravine
