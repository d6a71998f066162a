// Every update rule against a plain transcription of the table in the public interface, and the schedules.
#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "support.h"
#include "textbook.h"

namespace ravine {
namespace {

/// These have no hyperparameters but their own; joint_rules_test.cpp is about them.
bool moves_both_coordinates_at_once(const OptimizerInfo& info) { return info.own_params == info.params.size(); }

bool decays_the_position(const Optimizer& o) {
    const std::string_view id = o.info().id;
    return id == "adamw" || id == "lion" || id == "adan";
}

/// The learning rate of the update that is number t from 0.
double textbook_rate(const Optimizer& o, int t) {
    const double lr = o.param("lr"), pi = std::acos(-1.0), floor = o.param("schedule_floor");
    const int warmup = static_cast<int>(o.param("schedule_warmup"));
    const double length = o.param("schedule_steps");
    const auto cosine = [&](double k, double n) { return floor + (lr - floor) * (1 + std::cos(pi * k / n)) / 2; };
    switch (static_cast<int>(o.param("schedule"))) {
        case 0:
            return lr;
        case 1:
            return lr * std::pow(o.param("schedule_gamma"), t / static_cast<int>(o.param("schedule_every")));
        case 2:
            return lr * std::pow(o.param("schedule_gamma"), t);
        case 3:
            return cosine(t, length);
        case 4:
            return t < warmup ? lr * (t + 1) / warmup : cosine(t - warmup, length - warmup);
        case 5:
            return lr / (1 + o.param("schedule_decay") * t);
        default:
            ADD_FAILURE();
            return lr;
    }
}

/// Each step against the textbook's from the same point. (Followed freely, a run that jitters would blow up the last digit.)
void expect_textbook(const Objective& objective, const Optimizer& optimizer, Point start, int steps) {
    RunSpec spec{objective, optimizer, start};
    spec.steps = steps;
    const auto run = simulate(spec);
    ASSERT_EQ(run.last(), steps) << test::describe(optimizer);
    const double clip = optimizer.param("clip_norm"), decay = optimizer.param("weight_decay");
    auto in_x = test::textbook_rule(optimizer), in_y = in_x;
    ASSERT_TRUE(in_x) << "no transcription of " << optimizer.info().id;
    const bool of_position = decays_the_position(optimizer);
    for (int k = 0; k < steps; ++k) {
        const Point p = run.at(k), got = run.at(k + 1);
        const Sample s = objective.at(p);
        const double factor = clip > 0 ? std::min(1.0, clip / (std::hypot(s.gx, s.gy) + 1e-6)) : 1;
        const double lr = textbook_rate(optimizer, k);
        const double kept = of_position ? 1 - lr * decay : 1, pull = of_position ? 0 : decay;
        const double x = in_x(kept * p.x, factor * s.gx + pull * p.x, k + 1, lr);
        const double y = in_y(kept * p.y, factor * s.gy + pull * p.y, k + 1, lr);
        ASSERT_NEAR(got.x, x, 1e-12 * (1 + std::abs(x))) << objective.info().id << " " << test::describe(optimizer) << " " << k;
        ASSERT_NEAR(got.y, y, 1e-12 * (1 + std::abs(y))) << objective.info().id << " " << test::describe(optimizer) << " " << k;
    }
}

TEST(EveryUpdateRule, DoesWhatTheTextbookSaysWithEveryHyperparameterMoved) {
    const Objective ellipse("ellipse", std::vector{20.0, 30.0}), camel("three-hump-camel");
    for (const OptimizerInfo& info : optimizers()) {
        if (moves_both_coordinates_at_once(info)) continue;
        for (const Optimizer& optimizer : test::variants(info)) {
            expect_textbook(ellipse, optimizer, {-1.3, 0.8}, 200);
            expect_textbook(camel, optimizer, {-1.1, 1.2}, 200);
        }
    }
}

TEST(EveryUpdateRule, DoesWhatTheTextbookSaysWithTogglesTogether) {
    const Objective ellipse("ellipse", std::vector{5.0, -20.0});
    for (const double centered : {0.0, 1.0})
        for (const double inside : {0.0, 1.0})
            for (const double mu : {0.0, 0.8})
                expect_textbook(ellipse,
                                test::optimizer_with(
                                    "rmsprop", {{"centered", centered}, {"eps_inside", inside}, {"momentum", mu}, {"eps", 1e-4}}),
                                {1.5, -0.7}, 200);
    for (const double correct : {0.0, 1.0})
        for (const double ams : {0.0, 1.0})
            expect_textbook(ellipse, test::optimizer_with("adam", {{"bias_correction", correct}, {"amsgrad", ams}, {"lr", 0.05}}),
                            {1.5, -0.7}, 200);
    expect_textbook(ellipse, test::optimizer_with("momentum", {{"dampening", 0.9}, {"clip_norm", 1}, {"weight_decay", 0.1}}),
                    {1.5, -0.7}, 200);
    expect_textbook(ellipse,
                    test::optimizer_with("adamw", {{"weight_decay", 0.5}, {"schedule", 2}, {"amsgrad", 1}, {"lr", 0.05}}),
                    {1.5, -0.7}, 200);
    expect_textbook(ellipse, test::optimizer_with("qhadam", {{"nu1", 0.5}, {"nu2", 0.4}, {"beta2", 0.9}, {"lr", 0.05}}),
                    {1.5, -0.7}, 200);
    expect_textbook(ellipse, test::optimizer_with("lookahead", {{"k", 7}, {"alpha", 0.3}, {"weight_decay", 0.1}}), {1.5, -0.7},
                    200);
}

TEST(EverySchedule, GivesTheRateThatIsRecorded) {
    for (int kind = 0; kind < 6; ++kind) {
        const Optimizer gd = test::optimizer_with("gd", {{"schedule", static_cast<double>(kind)},
                                                         {"schedule_steps", 80},
                                                         {"schedule_floor", 1e-3},
                                                         {"schedule_warmup", 12},
                                                         {"schedule_every", 7},
                                                         {"schedule_gamma", 0.8}});
        RunSpec spec{Objective("bowl"), gd, {1, 1}};
        spec.steps = 100;
        const auto run = simulate(spec);
        for (int k = 0; k < 100; ++k)
            EXPECT_NEAR(run.rate_x[static_cast<std::size_t>(k) + 1], textbook_rate(gd, k), 1e-15)
                << "schedule " << kind << " step " << k;
    }
}

TEST(EverySchedule, ActsAtItsMilestones) {
    const auto rate = [](const std::vector<test::Setting>& settings, std::size_t row) {
        RunSpec spec{Objective("bowl"), test::optimizer_with("gd", settings), {1, 1}};
        return simulate(spec).rate_x[row];
    };
    const std::vector<test::Setting> step{{"schedule", 1}, {"schedule_every", 30}, {"schedule_gamma", 0.1}};
    EXPECT_DOUBLE_EQ(rate(step, 30), 0.01);
    EXPECT_DOUBLE_EQ(rate(step, 31), 0.001);
    EXPECT_NEAR(rate({{"schedule", 3}, {"schedule_steps", 200}, {"schedule_floor", 0.002}}, 201), 0.002, 1e-12);
    EXPECT_DOUBLE_EQ(rate({{"schedule", 4}, {"schedule_warmup", 10}}, 1), 0.001);
    EXPECT_DOUBLE_EQ(rate({{"schedule", 4}, {"schedule_warmup", 10}}, 10), 0.01);
    EXPECT_DOUBLE_EQ(rate({{"schedule", 5}, {"schedule_decay", 0.1}}, 11), 0.005);
}

TEST(TheEffectiveRate, IsTheFactorBetweenGradientAndStep) {
    for (const std::string_view id : {"gd", "adagrad", "rmsprop", "adadelta", "rprop", "signsgd", "newton", "lbfgs"}) {
        RunSpec spec{Objective("beale"), Optimizer(id), {1, 1.2}};
        spec.steps = 50;
        const auto run = simulate(spec);
        for (std::size_t k = 1; k < run.size(); ++k) {
            EXPECT_NEAR(run.x[k], run.x[k - 1] - run.rate_x[k] * run.gx[k - 1], 1e-14) << id;
            EXPECT_NEAR(run.y[k], run.y[k - 1] - run.rate_y[k] * run.gy[k - 1], 1e-14) << id;
        }
    }
}

TEST(ARule, LeavesACoordinateAloneThatNeverHadAGradientEvenWithoutEpsilon) {
    for (const OptimizerInfo& info : optimizers()) {
        const bool has_epsilon = index_of(info.params, "eps") >= 0;
        RunSpec spec{Objective("bowl"), has_epsilon ? test::optimizer_with(info.id, {{"eps", 0}}) : Optimizer(info.id), {0, 0.5}};
        spec.steps = 20;
        const auto run = simulate(spec);
        for (std::size_t k = 1; k < run.size(); ++k) EXPECT_TRUE(std::isfinite(run.rate_x[k])) << info.id;
        EXPECT_EQ(run.x.back(), 0) << info.id;
        if (info.id == "adadelta")
            EXPECT_EQ(run.y.back(), 0.5) << "its first step is a multiple of √ε";
        else
            EXPECT_LT(run.y.back(), 0.5) << info.id;
    }
}

TEST(Rprop, TurnsAScheduleIntoAFirstStepOnly) {
    RunSpec plain{Objective("bowl"), Optimizer("rprop"), {1, 1}};
    RunSpec scheduled = plain;
    scheduled.optimizer = test::optimizer_with("rprop", {{"schedule", 2}, {"schedule_gamma", 0.5}});
    EXPECT_TRUE(test::same_bits(simulate(plain).x, simulate(scheduled).x));
}

TEST(SignumAndLion, TakeStepsOfOneLengthHoweverSteepTheSlope) {
    for (const std::string_view id : {"signsgd", "lion"}) {
        RunSpec spec{Objective("rosenbrock"), test::optimizer_with(id, {{"lr", 0.03125}}), {-1.5, 2}};
        spec.steps = 60;
        const auto run = simulate(spec);
        for (std::size_t k = 1; k < run.size(); ++k) EXPECT_EQ(std::abs(run.x[k] - run.x[k - 1]), 0.03125) << id << " " << k;
    }
}

TEST(RAdam, NeverAdaptsWhereItsAverageIsTooShort) {
    const Optimizer radam = test::optimizer_with("radam", {{"beta2", 0.6}, {"lr", 0.01}});
    RunSpec spec{Objective("beale"), radam, {1, 1}};
    spec.steps = 50;
    const auto run = simulate(spec);
    for (std::size_t k = 1; k < run.size(); ++k) EXPECT_EQ(run.rate_x[k], 0.01);
}

}  // namespace
}  // namespace ravine
