// Minima of typed formulas, of which nothing is known beforehand.
#include "engine/minima_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "engine/kinks.h"
#include "engine/typed.h"
#include "support.h"

namespace ravine {
namespace {

std::vector<Minimum> found(std::string_view formula) { return TypedObjective(formula).minima(); }

void expect_at(std::string_view formula, const std::vector<Point>& places) {
    const auto minima = found(formula);
    EXPECT_EQ(minima.size(), places.size()) << formula;
    for (const Point& p : places) {
        const auto is_there = [&](const Minimum& m) { return std::hypot(m.x - p.x, m.y - p.y) < 1e-10; };
        EXPECT_TRUE(std::ranges::any_of(minima, is_there)) << formula << " at " << p.x << ", " << p.y;
    }
    EXPECT_TRUE(std::ranges::is_sorted(minima, {}, &Minimum::f)) << formula;
}

TEST(TheMinimaOfATypedFormula, AreFoundToTenDigits) {
    expect_at("x^2 + y^2", {{0, 0}});
    expect_at("(1 - x)^2 + 100(y - x^2)^2", {{1, 1}});
    expect_at("(x^2 - 2)^2 + (y - 1/3)^2", {{std::sqrt(2.0), 1 / 3.0}, {-std::sqrt(2.0), 1 / 3.0}});
    expect_at("exp(x) - x + cosh(y - 0.1)", {{0, 0.1}});
    expect_at("x^4 + y^2", {{0, 0}});
}

TEST(TheMinimaOfATypedFormula, AreFoundAtKinks) {
    expect_at("abs(x) + abs(y)", {{0, 0}});
    expect_at("abs(x - 1) + 3abs(y + x)", {{1, -1}});
    expect_at("abs(abs(x) - 1) + abs(y)", {{1, 0}, {-1, 0}});
    expect_at("max(abs(x - 0.3), abs(y))", {{0.3, 0}});
    expect_at("hypot(x - 0.25, y)", {{0.25, 0}});
    expect_at("abs(y - abs(x)) + 0.1(x - 1)^2", {{1, 1}});
}

TEST(TheMinimaOfATypedFormula, AreLookedForFurtherOutWhereThereIsNoneNear) {
    expect_at("(x - 17)^2 + y^2", {{17, 0}});
    expect_at("(x - 100)^2 + (y + 20)^2", {{100, -20}});
}

TEST(TheMinimaOfATypedFormula, AreNoneWhereThereAreNone) {
    for (const char* formula : {"x", "1", "x^2", "x^2 - y^2", "abs(x) - abs(y)", "-1/(x*x + y*y)", "1/(x*x + y*y)",
                                "tan(x)tan(y)", "sign(x)", "log(x) + y^2", "sqrt(-1 - x^2)", "exp(x) + y^2", "abs(x + y)"})
        EXPECT_TRUE(found(formula).empty()) << formula;
}

/// What catalogue entries know of themselves is found in the same functions without being told.
TEST(TheSearchForMinima, FindsTheLowestMinimumOfTheCataloguesSmoothFunctions) {
    for (const char* id :
         {"bowl", "ellipse", "rosenbrock", "beale", "booth", "matyas", "himmelblau", "goldstein-price", "three-hump-camel",
          "six-hump-camel", "styblinski-tang", "mccormick", "double-well", "absolute", "logistic-regression", "neuron"}) {
        const Objective objective(id);
        const auto minima = search_minima(objective, objective.info().domain, 100'000);
        ASSERT_FALSE(minima.empty()) << id;
        EXPECT_NEAR(minima.front().f, objective.minima().front().f, 1e-10) << id;
        double away = HUGE_VAL;
        for (const Minimum& m : objective.minima())
            away = std::min(away, std::hypot(m.x - minima.front().x, m.y - minima.front().y));
        EXPECT_LT(away, 1e-7) << id;
    }
}

TEST(TheSearchForMinima, IsBoundedAndSaysTheSameAgainHoweverNastyTheFunction) {
    std::string sum = "0";
    for (int k = 0; k < 40; ++k) sum += "+sin(" + std::to_string(37 * k) + "x*y+x)";
    for (const std::string& formula :
         {sum, std::string("sin(1e6x) + cos(1e7y*x)"), std::string("sin(50x) sin(50y)"), std::string("x^2 + 1e-3 sin(1/x)"),
          std::string("100sqrt(abs(y - 0.01x^2)) + 0.01abs(x + 10)"), std::string("exp(exp(exp(x))) + atan2(y, x)")}) {
        const auto first = found(formula), again = found(formula);
        ASSERT_LE(first.size(), most_found_minima);
        ASSERT_EQ(first.size(), again.size()) << formula;
        const Objective objective{TypedObjective(formula)};
        for (std::size_t k = 0; k < first.size(); ++k) {
            EXPECT_EQ(first[k].x, again[k].x);
            EXPECT_TRUE(std::isfinite(first[k].f));
            EXPECT_EQ(first[k].f, objective.at({first[k].x, first[k].y}).f);
        }
    }
}

TEST(TheSearchForMinima, StopsWhenItsWorkIsDone) {
    const Objective rastrigin("rastrigin");
    EXPECT_TRUE(search_minima(rastrigin, rastrigin.info().domain, 0).empty());
    const auto few = search_minima(rastrigin, rastrigin.info().domain, 1000),
               many = search_minima(rastrigin, rastrigin.info().domain, 50'000);
    EXPECT_LT(few.size(), many.size());
    EXPECT_EQ(few.front().f, 0) << "the lowest are looked for first";
}

TEST(AHull, HasANearestPoint) {
    const auto nearest = [](std::vector<Point> points) { return nearest_of_hull(points); };
    EXPECT_EQ(nearest({{1, 0}, {-1, 0.5}, {-1, -0.5}}), (Point{0, 0}));
    EXPECT_EQ(nearest({{1, -1}, {1, 1}}), (Point{1, 0}));
    EXPECT_EQ(nearest({{2, 1}, {3, 1}, {2, 5}}), (Point{2, 1}));
    EXPECT_EQ(nearest({{-1, 0}, {1, 0}}), (Point{0, 0}));
}

}  // namespace
}  // namespace ravine
