// Maps and searches: a cell says what the run says, whoever computes it and in whatever order.
#include "engine/map.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include "engine/tune.h"
#include "engine/typed.h"
#include "support.h"

namespace ravine {
namespace {

MapSpec rates_map(std::string_view objective, std::string_view optimizer, std::string_view second) {
    MapSpec spec{.run = {Objective(objective), Optimizer(optimizer), find_objective(objective)->start}, .x = {}, .y = {}};
    spec.run.steps = 120;
    spec.x = {MapAxis::Of::optimizer, 0, 1e-4, 10, Scale::log};
    spec.y = {MapAxis::Of::optimizer, index_of(spec.run.optimizer.info().params, second), 0.2, 0.9999, Scale::decay};
    spec.columns = 23, spec.rows = 17;
    return spec;
}

/// The run that a cell of a map over two hyperparameters stands for.
Run run_of(const MapSpec& spec, int i, int j) {
    RunSpec run = spec.run;
    std::vector<double> params(run.optimizer.params().begin(), run.optimizer.params().end());
    params[static_cast<std::size_t>(spec.x.param)] = spec.x.value(i, spec.columns);
    params[static_cast<std::size_t>(spec.y.param)] = spec.y.value(j, spec.rows);
    run.optimizer = Optimizer(run.optimizer.info().id, params);
    return simulate(run);
}

/// The first step from which on f stays within the tolerance, or -1.
int arrival(const Run& run, double target) {
    if (run.outcome == Outcome::diverged || run.outcome == Outcome::undefined) return -1;
    int first = run.last() + 1;
    while (first > 0 && run.f[static_cast<std::size_t>(first) - 1] <= target) --first;
    return first > run.last() ? -1 : first;
}

TEST(AMap, SaysOfEachCellWhatItsRunSays) {
    for (const char* objective : {"rosenbrock", "rastrigin", "himmelblau", "saddle", "mccormick"}) {
        for (const auto& [optimizer, second] :
             {std::pair{"rmsprop", "rho"}, std::pair{"adam", "beta2"}, std::pair{"momentum", "momentum"}}) {
            MapSpec spec = rates_map(objective, optimizer, second);
            spec.run.noise = second[0] == 'b' ? 0.01 : 0;
            spec.tolerance = 0.1;
            Map map;
            ASSERT_TRUE(compute_map(spec, map));
            const auto minima = spec.run.objective.minima();
            for (int j = 0; j < spec.rows; j += 3)
                for (int i = 0; i < spec.columns; i += 2) {
                    const auto run = run_of(spec, i, j);
                    const std::size_t at = map.cell(i, j);
                    ASSERT_TRUE(test::same_bits(map.f[at], run.f.back()))
                        << objective << " " << optimizer << " " << i << " " << j;
                    ASSERT_EQ(map.outcome[at], run.outcome) << objective << " " << optimizer << " " << i << " " << j;
                    ASSERT_EQ(map.steps[at], minima.empty() ? -1 : arrival(run, minima.front().f + spec.tolerance));
                }
        }
    }
}

TEST(AMap, DoesNotDependOnTheNumberOfThreadsNorOnBeingWatched) {
    const MapSpec spec = rates_map("beale", "rmsprop", "rho");
    Map many, one, watched;
    ASSERT_TRUE(compute_map(spec, many));
    {
        const tbb::global_control single(tbb::global_control::max_allowed_parallelism, 1);
        ASSERT_TRUE(compute_map(spec, one));
    }
    std::vector<int> sizes;
    MapControl control;
    control.after_pass = [&](const Map& map, int size) {
        sizes.push_back(size);
        EXPECT_TRUE(test::same_bits(map.f[map.cell(0, 0)], many.f[0])) << "the corner is right from the first pass on";
    };
    ASSERT_TRUE(compute_map(spec, watched, control));
    EXPECT_EQ(sizes, (std::vector{8, 4, 2, 1}));
    for (const Map* other : {&one, &watched}) {
        EXPECT_TRUE(test::same_bits(many.f, other->f));
        EXPECT_EQ(many.steps, other->steps);
        EXPECT_EQ(many.outcome, other->outcome);
    }
}

TEST(AMap, StopsWhenItIsAskedTo) {
    MapSpec spec = rates_map("rosenbrock", "adam", "beta1");
    spec.columns = spec.rows = 512;
    spec.run.steps = 20'000;
    std::stop_source source;
    MapControl control;
    control.stop = source.get_token();
    control.progress = [&](double) { source.request_stop(); };
    Map map;
    EXPECT_FALSE(compute_map(spec, map, control));
}

TEST(AMap, VariesAParameterOfTheObjective) {
    MapSpec spec{.run = {Objective("ellipse"), Optimizer("gd"), {-1.7, 0.6}}, .x = {}, .y = {}};
    spec.x = {MapAxis::Of::objective, 0, 1, 1000, Scale::log};
    spec.y = {MapAxis::Of::optimizer, 0, 1e-3, 1, Scale::log};
    spec.columns = 12, spec.rows = 9;
    Map map;
    ASSERT_TRUE(compute_map(spec, map));
    for (int i = 0; i < spec.columns; ++i) {
        RunSpec run = spec.run;
        run.objective = Objective("ellipse", std::vector{spec.x.value(i, 12), 0.0});
        std::vector<double> params(run.optimizer.params().begin(), run.optimizer.params().end());
        params[0] = spec.y.value(4, 9);
        run.optimizer = Optimizer("gd", params);
        EXPECT_TRUE(test::same_bits(simulate(run).f.back(), map.f[map.cell(i, 4)])) << i;
    }
}

TEST(AMapOfBasins, TellsWhichMinimumEachStartReaches) {
    MapSpec spec{.run = {Objective("himmelblau"), Optimizer("gd"), {0, 0}}, .x = {}, .y = {}};
    spec.x = {MapAxis::Of::start_x, 0, -5, 5, Scale::linear};
    spec.y = {MapAxis::Of::start_y, 0, -5, 5, Scale::linear};
    spec.columns = spec.rows = 21;
    spec.places = spec.run.objective.minima();
    spec.reach = 0.05;
    ASSERT_EQ(spec.places.size(), 4U);
    Map map;
    ASSERT_TRUE(compute_map(spec, map));
    int reached = 0;
    for (int j = 0; j < 21; ++j)
        for (int i = 0; i < 21; ++i) {
            RunSpec run = spec.run;
            run.start = {spec.x.value(i, 21), spec.y.value(j, 21)};
            const auto path = simulate(run);
            const std::int16_t place = map.place[map.cell(i, j)];
            if (place < 0) continue;
            ++reached;
            const Minimum& m = spec.places[static_cast<std::size_t>(place)];
            EXPECT_LE(std::hypot(path.x.back() - m.x, path.y.back() - m.y), spec.reach);
        }
    EXPECT_GT(reached, 400);
}

TEST(AMap, RefusesWhatMakesNoSense) {
    const MapSpec good = rates_map("bowl", "rmsprop", "rho");
    Map map;
    const auto refuses = [&](auto spoil) {
        MapSpec spec = good;
        spoil(spec);
        EXPECT_THROW(compute_map(spec, map), std::invalid_argument);
    };
    refuses([](MapSpec& s) { s.columns = 0; });
    refuses([](MapSpec& s) { s.columns = 4001, s.rows = 4000; });
    refuses([](MapSpec& s) { s.x.lo = 0; });
    refuses([](MapSpec& s) { s.y.hi = 1; });
    refuses([](MapSpec& s) { s.y = s.x; });
    refuses([](MapSpec& s) { s.x.param = 99; });
    refuses([](MapSpec& s) { s.x.lo = std::nan(""); });
    refuses([](MapSpec& s) { s.run.steps = 0; });
    refuses([](MapSpec& s) { s.y.param = index_of(s.run.optimizer.info().params, "centered"), s.y.lo = 0, s.y.hi = 1; });
    EXPECT_TRUE(compute_map(good, map));
}

TEST(ASideOfAMap, FindsItsValuesAgain) {
    for (const MapAxis axis :
         {MapAxis{MapAxis::Of::optimizer, 0, 1e-4, 1, Scale::log}, MapAxis{MapAxis::Of::optimizer, 0, 0, 0.9999, Scale::decay},
          MapAxis{MapAxis::Of::start_x, 0, -3, 5, Scale::linear}})
        for (int i = 0; i < 10; ++i) EXPECT_NEAR(axis.position(axis.value(i, 10)), (i + 0.5) / 10, 1e-12);
}

TEST(Tuning, GivesEachOptimizerItsBudgetAndIsNeverWorseThanWhereItStarted) {
    for (const OptimizerInfo& info : optimizers()) {
        TuneSpec spec{.run = {Objective("rosenbrock", std::vector{1.0, 10.0}), Optimizer(info.id), {-1.5, 2}}};
        spec.budget = 300;
        const Tuned tuned = tune(spec);
        EXPECT_EQ(tuned.runs, 300) << info.id;
        RunSpec best = spec.run;
        best.optimizer = Optimizer(info.id, tuned.params);
        const auto run = simulate(best), before = simulate(spec.run);
        EXPECT_TRUE(test::same_bits(run.f.back(), tuned.f)) << info.id;
        EXPECT_EQ(run.outcome, tuned.outcome) << info.id;
        EXPECT_EQ(arrival(run, spec.tolerance), tuned.steps) << info.id;
        if (tuned.steps < 0 && before.outcome != Outcome::diverged) {
            EXPECT_LE(tuned.f, before.f.back()) << info.id;
        }
        EXPECT_NE(std::find(tuned.searched.begin(), tuned.searched.end(), 0), tuned.searched.end()) << "lr is searched";
    }
}

TEST(Tuning, DoesNotDependOnTheNumberOfThreadsButOnTheSeed) {
    TuneSpec spec{.run = {Objective("beale"), Optimizer("rmsprop"), {1, 1.2}}};
    spec.budget = 1000;
    const Tuned many = tune(spec);
    const tbb::global_control single(tbb::global_control::max_allowed_parallelism, 1);
    EXPECT_EQ(tune(spec).params, many.params);
    spec.seed = 2;
    EXPECT_NE(tune(spec).params, many.params);
    spec.budget = 0;
    EXPECT_THROW(tune(spec), std::invalid_argument);
}

TEST(ATypedRule, MovesARunLikeTheBuiltInOne) {
    const TypedOptimizer typed("s = rho*s + (1-rho)*g^2; x = x - lr*g/(sqrt(s)+eps)");
    const Objective typed_valley(TypedObjective("(1-x)^2 + 100(y-x^2)^2"));
    RunSpec spec{Objective("rosenbrock"), Optimizer("rmsprop"), {-1.5, 2}};
    RunSpec other{typed_valley, Optimizer(typed, standard_values(typed.info().params)), {-1.5, 2}};
    ASSERT_EQ(other.optimizer.param("lr"), spec.optimizer.param("lr"));
    ASSERT_EQ(other.optimizer.param("rho"), spec.optimizer.param("rho"));
    const auto a = simulate(spec), b = simulate(other);
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t k = 0; k < 100; ++k) {
        EXPECT_NEAR(a.x[k], b.x[k], 1e-10) << k;
        EXPECT_NEAR(a.f[k], b.f[k], 1e-9 * (1 + a.f[k])) << k;
    }
    for (const int step : {0, 7, 299}) EXPECT_TRUE(test::same_bits(b, resume(other, b, step)));
}

}  // namespace
}  // namespace ravine
