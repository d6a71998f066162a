// Single objectives: what is particular to each, and values from the literature.
#include <cmath>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "engine/objective.h"

namespace ravine {
namespace {

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

TEST(DoubleWell, HasItsMinimaWhereTheTiltPutsThem) {
    for (const double tilt : {0.0, 1e-9, 0.3, -0.3, 1.0, 1.5, 1.5396, -1.6, 40.0, 1e6}) {
        const Objective objective("double-well", std::vector{tilt});
        const auto minima = objective.minima();
        ASSERT_EQ(minima.size(), std::abs(tilt) < 8 / (3 * std::sqrt(3.0)) ? 2U : 1U) << tilt;
        EXPECT_LE(minima.front().x * tilt, 0) << "the deeper well lies where the tilt lowers f";
        for (const Minimum& m : minima) {
            EXPECT_NEAR(4 * m.x * m.x * m.x - 4 * m.x + tilt, 0, 1e-14 * (1 + std::abs(tilt)));
            EXPECT_GE(objective.hessian({m.x, m.y}).xx, 0);
        }
    }
    EXPECT_FALSE(Objective("double-well", std::vector{1e308}).has_global_minimum());
}

TEST(AnObjective, HasNoMinimumWhereItsParametersTakeItAway) {
    EXPECT_FALSE(Objective("absolute", std::vector{-1.0}).has_global_minimum());
    EXPECT_FALSE(Objective("plateau", std::vector{-1.0}).has_global_minimum());
    EXPECT_FALSE(Objective("monkey-saddle").has_global_minimum());
}

/// Values from the literature, to the digits printed there.
TEST(TextbookObjectives, HaveTheirTextbookMinima) {
    struct Known {
        std::string_view id;
        double x, y, f, tolerance;
    };
    for (const Known& known :
         {Known{"booth", 1, 3, 0, 0}, Known{"goldstein-price", 0, -1, 3, 0},
          Known{"six-hump-camel", 0.0898, -0.7126, -1.0316, 1e-4},
          Known{"styblinski-tang", -2.903534, -2.903534, -78.33233, 1e-5}, Known{"mccormick", -0.54719, -1.54719, -1.9133, 1e-4},
          Known{"branin", 9.42478, 2.475, 0.397887, 1e-5}, Known{"easom", 3.14159265, 3.14159265, -1, 1e-8},
          Known{"eggholder", 512, 404.2319, -959.6407, 1e-4}, Known{"cross-in-tray", 1.3494, -1.3494, -2.06261, 1e-4},
          Known{"bukin-6", -10, 1, 0, 0}}) {
        const double depth = Objective(known.id).minima().front().f;
        EXPECT_NEAR(depth, known.f, known.tolerance) << known.id;
        EXPECT_NEAR(Objective(known.id).at({known.x, known.y}).f, known.f, 10 * known.tolerance) << known.id;
    }
}

TEST(DropWave, IsSmoothWhereTheSeriesInItsMiddleEnds) {
    const Objective objective("drop-wave");
    for (const double r : {1e-200, 1e-9, 1e-3, 1.0 / 12 - 1e-12, 1.0 / 12, 1.0 / 12 + 1e-12, 0.5}) {
        const double c = std::cos(12 * r), s = std::sin(12 * r), d = 0.5 * r * r + 2;
        EXPECT_NEAR(objective.at({r, 0}).f, -(1 + c) / d, 1e-15);
        EXPECT_NEAR(objective.at({r, 0}).gx, 12 * s / d + (1 + c) * r / (d * d), 1e-14);
    }
    EXPECT_NEAR(objective.hessian({0, 0}).xx, 72.5, 1e-12) << "(12² + ½) / 2";
}

}  // namespace
}  // namespace ravine
