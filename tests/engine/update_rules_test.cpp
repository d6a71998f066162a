// Every update rule against a plain transcription of the table in the public interface, and the schedules.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include <gtest/gtest.h>

#include "support.h"

namespace ravine {
namespace {

/// One coordinate of a run as a textbook would program it: takes x, g and t (from 1), returns the new x.
struct Textbook {
    const Optimizer& o;
    double s = 0, m = 0, b = 0, v = 0, v_max = 0;

    explicit Textbook(const Optimizer& optimizer) : o(optimizer) {
        if (o.info().id == "adagrad") s = o.param("initial_accumulator");
    }

    double gd(double x, double g, int, double lr) { return x - lr * g; }

    double momentum(double x, double g, int t, double lr) {
        v = t == 1 ? g : o.param("momentum") * v + (1 - o.param("dampening")) * g;
        return x - lr * v;
    }

    double nesterov(double x, double g, int, double lr) {
        v = o.param("momentum") * v + g;
        return x - lr * (g + o.param("momentum") * v);
    }

    double adagrad(double x, double g, int t, double lr) {
        const double eps = o.param("eps");
        s += g * g;
        const double root = o.param("eps_inside") == 1 ? std::sqrt(s + eps) : std::sqrt(s) + eps;
        return x - lr / (1 + (t - 1) * o.param("lr_decay")) * g / root;
    }

    double rmsprop(double x, double g, int, double lr) {
        const double rho = o.param("rho"), eps = o.param("eps"), mu = o.param("momentum");
        s = rho * s + (1 - rho) * g * g;
        m = rho * m + (1 - rho) * g;
        const double spread = o.param("centered") == 1 ? s - m * m : s;
        const double root = o.param("eps_inside") == 1 ? std::sqrt(spread + eps) : std::sqrt(spread) + eps;
        if (mu == 0) return x - lr * g / root;
        b = mu * b + g / root;
        return x - lr * b;
    }

    double adam(double x, double g, int t, double lr) {
        const double beta1 = o.param("beta1"), beta2 = o.param("beta2");
        m = beta1 * m + (1 - beta1) * g;
        v = beta2 * v + (1 - beta2) * g * g;
        v_max = std::max(v_max, v);
        const bool corrects = o.param("bias_correction") == 1;
        const double m_hat = corrects ? m / (1 - std::pow(beta1, t)) : m;
        const double most = o.param("amsgrad") == 1 ? v_max : v;
        const double v_hat = corrects ? most / (1 - std::pow(beta2, t)) : most;
        return x - lr * m_hat / (std::sqrt(v_hat) + o.param("eps"));
    }

    double update(double x, double g, int t, double lr) {
        if (o.info().id == "gd") return gd(x, g, t, lr);
        if (o.info().id == "momentum") return momentum(x, g, t, lr);
        if (o.info().id == "nesterov") return nesterov(x, g, t, lr);
        if (o.info().id == "adagrad") return adagrad(x, g, t, lr);
        if (o.info().id == "rmsprop") return rmsprop(x, g, t, lr);
        if (o.info().id == "adam") return adam(x, g, t, lr);
        ADD_FAILURE() << "no transcription of " << o.info().id;
        return x;
    }
};

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
    Textbook in_x(optimizer), in_y(optimizer);
    for (int k = 0; k < steps; ++k) {
        const Point p = run.at(k), got = run.at(k + 1);
        const Sample s = objective.at(p);
        const double factor = clip > 0 ? std::min(1.0, clip / (std::hypot(s.gx, s.gy) + 1e-6)) : 1;
        const double lr = textbook_rate(optimizer, k);
        const double x = in_x.update(p.x, factor * s.gx + decay * p.x, k + 1, lr);
        const double y = in_y.update(p.y, factor * s.gy + decay * p.y, k + 1, lr);
        ASSERT_NEAR(got.x, x, 1e-12 * (1 + std::abs(x))) << objective.info().id << " " << test::describe(optimizer) << " " << k;
        ASSERT_NEAR(got.y, y, 1e-12 * (1 + std::abs(y))) << objective.info().id << " " << test::describe(optimizer) << " " << k;
    }
}

TEST(EveryUpdateRule, DoesWhatTheTextbookSaysWithEveryHyperparameterMoved) {
    const Objective ellipse("ellipse", std::vector{20.0, 30.0}), camel("three-hump-camel");
    for (const OptimizerInfo& info : optimizers()) {
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
    for (const std::string_view id : {"gd", "adagrad", "rmsprop"}) {
        RunSpec spec{Objective("beale"), Optimizer(id), {1, 1}};
        spec.steps = 50;
        const auto run = simulate(spec);
        for (std::size_t k = 1; k < run.size(); ++k) {
            EXPECT_NEAR(run.x[k], run.x[k - 1] - run.rate_x[k] * run.gx[k - 1], 1e-14) << id;
            EXPECT_NEAR(run.y[k], run.y[k - 1] - run.rate_y[k] * run.gy[k - 1], 1e-14) << id;
        }
    }
}

TEST(ARule, LeavesACoordinateAloneThatNeverHadAGradientEvenWithoutEpsilon) {
    for (const std::string_view id : {"adagrad", "rmsprop", "adam"}) {
        RunSpec spec{Objective("bowl"), test::optimizer_with(id, {{"eps", 0}}), {0, 0.5}};
        spec.steps = 20;
        const auto run = simulate(spec);
        EXPECT_EQ(run.last(), 20) << id;
        EXPECT_EQ(run.x.back(), 0) << id;
        EXPECT_LT(run.y.back(), 0.5) << id;
    }
}

}  // namespace
}  // namespace ravine
