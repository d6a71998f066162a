// Every objective of the catalogue: derivatives against differences, minima, and kernels.
#include <cmath>
#include <functional>
#include <stdexcept>

#include <gtest/gtest.h>

#include "support.h"

namespace ravine {
namespace {

using Function = std::function<double(Point)>;

/// Central difference of eighth order along a direction.
double derivative(const Function& f, Point p, Point along, double h) {
    const auto difference = [&](double k) {
        return f({p.x + k * h * along.x, p.y + k * h * along.y}) - f({p.x - k * h * along.x, p.y - k * h * along.y});
    };
    return (4.0 / 5 * difference(1) - 1.0 / 5 * difference(2) + 4.0 / 105 * difference(3) - 1.0 / 280 * difference(4)) / h;
}

/// The objective with its default parameters, and with every parameter moved.
std::vector<Objective> with_parameters(const ObjectiveInfo& info) {
    std::vector<double> moved;
    for (const Parameter& p : info.params) moved.push_back(slider_value(p, 0.7));
    return {Objective(info.id), Objective(info.id, moved)};
}

TEST(EveryObjective, HasTheGradientThatDifferencesSuggest) {
    for (const ObjectiveInfo& info : objectives()) {
        for (const Objective& objective : with_parameters(info)) {
            const Function f = [&](Point p) { return objective.at(p).f; };
            for (const Point p : test::random_points(info.domain, 200)) {
                const Sample s = objective.at(p);
                const double h = 2e-3;
                const double scale = 1 + std::abs(s.gx) + std::abs(s.gy) + std::abs(s.f);
                EXPECT_NEAR(s.gx, derivative(f, p, {1, 0}, h), 1e-9 * scale) << info.id << " at " << p.x << ", " << p.y;
                EXPECT_NEAR(s.gy, derivative(f, p, {0, 1}, h), 1e-9 * scale) << info.id << " at " << p.x << ", " << p.y;
            }
        }
    }
}

TEST(EveryObjective, HasTheHessianThatDifferencesOfTheGradientSuggest) {
    for (const ObjectiveInfo& info : objectives()) {
        for (const Objective& objective : with_parameters(info)) {
            const Function gx = [&](Point p) { return objective.at(p).gx; };
            const Function gy = [&](Point p) { return objective.at(p).gy; };
            for (const Point p : test::random_points(info.domain, 100)) {
                const Hessian hessian = objective.hessian(p);
                const Sample s = objective.at(p);
                const double tolerance =
                    1e-8 * (1 + std::abs(hessian.xx) + std::abs(hessian.yy) + std::abs(s.gx) + std::abs(s.gy));
                EXPECT_NEAR(hessian.xx, derivative(gx, p, {1, 0}, 2e-3), tolerance) << info.id;
                EXPECT_NEAR(hessian.xy, derivative(gx, p, {0, 1}, 2e-3), tolerance) << info.id;
                EXPECT_NEAR(hessian.xy, derivative(gy, p, {1, 0}, 2e-3), tolerance) << info.id;
                EXPECT_NEAR(hessian.yy, derivative(gy, p, {0, 1}, 2e-3), tolerance) << info.id;
            }
        }
    }
}

TEST(EveryObjective, HasNoSlopeAtItsKnownMinimaAndCurvesUpwards) {
    for (const ObjectiveInfo& info : objectives()) {
        for (const Objective& objective : with_parameters(info)) {
            for (const Minimum& m : objective.minima()) {
                const Sample s = objective.at({m.x, m.y});
                const Hessian h = objective.hessian({m.x, m.y});
                const double steepest = h.xx + h.yy;  // to 1e-12 in x the slope is at most this times 1e-12
                EXPECT_NEAR(s.gx, 0, 1e-12 * steepest) << info.id;
                EXPECT_NEAR(s.gy, 0, 1e-12 * steepest) << info.id;
                EXPECT_NEAR(s.f, m.f, 1e-12 * (1 + std::abs(m.f))) << info.id;
                EXPECT_GT(h.xx * h.yy - h.xy * h.xy, 0) << info.id;
                EXPECT_GT(h.xx, 0) << info.id;
            }
        }
    }
}

TEST(EveryObjective, ListsGlobalMinimaFirstAndNothingInItsDomainIsLower) {
    for (const ObjectiveInfo& info : objectives()) {
        for (const Objective& objective : with_parameters(info)) {
            const auto minima = objective.minima();
            EXPECT_EQ(objective.has_global_minimum(), !minima.empty());
            if (minima.empty()) continue;
            for (std::size_t i = 1; i < minima.size(); ++i) EXPECT_LE(minima[i - 1].f, minima[i].f) << info.id;
            for (const Point p : test::random_points(info.domain, 2000)) EXPECT_GE(objective.at(p).f, minima[0].f) << info.id;
        }
    }
}

TEST(EveryObjective, GivesEachPointOfABlockTheSameNumbersWhereverItStands) {
    for (const ObjectiveInfo& info : objectives()) {
        const Objective objective(info.id);
        auto points = test::random_points(info.domain, 23);
        points[5] = {3e6, -4e8};  // one that needs another path through sine must not change its neighbours
        std::vector<double> x, y;
        for (const Point p : points) x.push_back(p.x), y.push_back(p.y);
        for (std::size_t from = 0; from < x.size(); ++from) {
            for (std::size_t n = 1; from + n <= x.size(); ++n) {
                std::vector<double> f(n + 1, -77), gx(n + 1, -77), gy(n + 1, -77), only_f(n + 1, -77);
                objective.gradients(n, &x[from], &y[from], f.data(), gx.data(), gy.data());
                objective.values(n, &x[from], &y[from], only_f.data());
                for (std::size_t i = 0; i < n; ++i) {
                    const Sample s = objective.at(points[from + i]);
                    ASSERT_TRUE(test::same_bits(f[i], s.f) && test::same_bits(only_f[i], s.f)) << info.id;
                    ASSERT_TRUE(test::same_bits(gx[i], s.gx) && test::same_bits(gy[i], s.gy)) << info.id;
                }
                ASSERT_EQ(f[n], -77) << "nothing is written behind the block";
                ASSERT_EQ(gx[n] + gy[n] + only_f[n], -3 * 77) << "nothing is written behind the block";
            }
        }
    }
}

TEST(EveryObjective, DoesNothingForAnEmptyBlock) {
    for (const ObjectiveInfo& info : objectives()) Objective(info.id).values(0, nullptr, nullptr, nullptr);
}

TEST(Rosenbrock, HasItsMinimumWhereItsParametersPutIt) {
    for (const double a : {-1.5, 0.0, 0.3, 1.0}) {
        const auto minima = Objective("rosenbrock", std::vector{a, 100.0}).minima();
        ASSERT_EQ(minima.size(), 1U);
        EXPECT_EQ(minima[0].x, a);
        EXPECT_EQ(minima[0].y, a * a);
    }
}

TEST(Rosenbrock, HasNoMinimumWithoutALowerBound) {
    EXPECT_FALSE(Objective("rosenbrock", std::vector{1.0, -1.0}).has_global_minimum());
    EXPECT_FALSE(Objective("rosenbrock", std::vector{1e200, 1.0}).has_global_minimum());
    EXPECT_FALSE(Objective("ellipse", std::vector{-20.0, 0.0}).has_global_minimum());
    EXPECT_FALSE(Objective("saddle").has_global_minimum());
}

TEST(Rosenbrock, HasTheTextbookValueAtTheClassicStart) {
    const Sample s = Objective("rosenbrock").at({-1.2, 1});
    EXPECT_NEAR(s.f, 24.2, 1e-13);
    EXPECT_NEAR(s.gx, -215.6, 1e-12);
    EXPECT_NEAR(s.gy, -88, 1e-12);
}

TEST(Ellipse, TurnsAnticlockwise) {
    // At 90 degrees the flat axis x′ is the y axis.
    const Objective turned("ellipse", std::vector{20.0, 90.0});
    EXPECT_NEAR(turned.at({0, 1}).f, 0.5, 1e-12);
    EXPECT_NEAR(turned.at({1, 0}).f, 10, 1e-12);
    const Objective half_way("ellipse", std::vector{20.0, 45.0});
    EXPECT_NEAR(half_way.at({1, 1}).f, 1, 1e-12);
    EXPECT_NEAR(half_way.at({1, -1}).f, 20, 1e-12);
}

TEST(Rastrigin, IsExactFarOutToo) {
    const Objective rastrigin("rastrigin");
    for (const double x : {0.25, 12.3, 4567.8, 2.0e5 + 0.125, 3.0e6 + 0.3, 1e9 + 0.4}) {
        const double angle = 2 * std::acos(-1.0) * x;
        const Sample s = rastrigin.at({x, 0});
        EXPECT_NEAR(s.gx, 2 * x + 20 * std::acos(-1.0) * std::sin(angle), 1e-12 * (100 + x)) << x;
        EXPECT_NEAR(s.f, 10 + x * x - 10 * std::cos(angle), 1e-13 * (100 + x * x)) << x;
    }
}

TEST(AnObjective, IsRefusedUnderAnUnknownNameOrWithTooFewParameters) {
    EXPECT_THROW(Objective("rosenbrok"), std::invalid_argument);
    EXPECT_THROW(Objective("rosenbrock", std::vector{1.0}), std::invalid_argument);
    EXPECT_THROW(Objective("bowl", std::vector{1.0}), std::invalid_argument);
}

}  // namespace
}  // namespace ravine
