// Isolines of height grids.
#include "engine/isolines.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <stdexcept>
#include <tuple>

#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include "support.h"

namespace ravine {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Samples at whole coordinates: (0, 0) is the first one.
HeightGrid whole_grid(int columns, int rows, const std::function<double()>& next) {
    HeightGrid grid{{-0.5, columns - 0.5, -0.5, rows - 0.5}, columns, rows, {}};
    for (int k = 0; k < columns * rows; ++k) grid.f.push_back(next());
    return grid;
}

HeightGrid random_grid(int columns, int rows, double holes, std::mt19937& generator) {
    std::uniform_real_distribution<double> height(-1, 1), chance(0, 1);
    return whole_grid(columns, rows, [&] { return chance(generator) < holes ? nan : height(generator); });
}

IsolineSet isoline(const HeightGrid& grid, double level) { return isolines(grid, std::vector{level}).front(); }

bool same(const IsolineSet& a, const IsolineSet& b) {
    return a.points == b.points && a.starts == b.starts && a.closed == b.closed;
}

/// Where a side of the lattice of whole coordinates is crossed; every side of `grid` with defined ends, in any order.
std::vector<Point> crossings(const HeightGrid& grid, double level) {
    std::vector<Point> points;
    const auto add = [&](int i, int j, int di, int dj) {
        const double a = grid.at(i, j), b = grid.at(i + di, j + dj);
        if (std::isnan(a) || std::isnan(b) || (a < level) == (b < level)) return;
        const double share = (level - a) / (b - a);
        points.push_back({i + di * share, j + dj * share});
    };
    for (int j = 0; j < grid.rows; ++j)
        for (int i = 0; i < grid.columns; ++i) {
            if (i + 1 < grid.columns) add(i, j, 1, 0);
            if (j + 1 < grid.rows) add(i, j, 0, 1);
        }
    return points;
}

/// Whether the square with its lower left sample at (i, j) has four defined corners.
bool is_defined(const HeightGrid& grid, int i, int j) {
    if (i < 0 || j < 0 || i + 1 >= grid.columns || j + 1 >= grid.rows) return false;
    return !std::isnan(grid.at(i, j) + grid.at(i + 1, j) + grid.at(i, j + 1) + grid.at(i + 1, j + 1));
}

/// How many defined squares of a whole grid a point on a lattice line touches.
int squares_at(const HeightGrid& grid, Point p) {
    const int i = static_cast<int>(std::floor(p.x)), j = static_cast<int>(std::floor(p.y));
    if (p.y == j) return (is_defined(grid, i, j) ? 1 : 0) + (is_defined(grid, i, j - 1) ? 1 : 0);
    return (is_defined(grid, i, j) ? 1 : 0) + (is_defined(grid, i - 1, j) ? 1 : 0);
}

bool share_a_square(const HeightGrid& grid, Point p, Point q) {
    const int i = static_cast<int>(std::floor(std::min(p.x, q.x))), j = static_cast<int>(std::floor(std::min(p.y, q.y)));
    for (int di = -1; di <= 0; ++di)
        for (int dj = -1; dj <= 0; ++dj)
            if (is_defined(grid, i + di, j + dj) && std::max(p.x, q.x) <= i + di + 1 && std::max(p.y, q.y) <= j + dj + 1)
                return true;
    return false;
}

TEST(Isolines, OfABowlAreClosedCirclesRightToSecondOrder) {
    const std::vector<double> levels{0.1, 0.25, 0.5, 0.81};
    std::vector<double> worst;
    for (const int n : {64, 128, 256}) {
        const std::vector<IsolineSet> sets = isolines(sample_heights(Objective("bowl"), {-1, 1, -1, 1}, n, n), levels);
        const double h = 2.0 / n;
        worst.push_back(0);
        for (std::size_t k = 0; k < levels.size(); ++k) {
            ASSERT_EQ(sets[k].size(), 1U);
            EXPECT_EQ(sets[k].closed[0], 1);
            for (const Point& p : sets[k].points)
                worst.back() = std::max(worst.back(), std::abs(std::hypot(p.x, p.y) - std::sqrt(levels[k])));
            EXPECT_LE(worst.back(), 0.25 * h * h / (2 * std::sqrt(levels[0])) * 1.01);
        }
    }
    EXPECT_NEAR(worst[0] / worst[1], 4, 1);
    EXPECT_NEAR(worst[1] / worst[2], 4, 1);
}

TEST(Isolines, HaveHigherGroundToTheirLeft) {
    const auto area = [](const IsolineSet& set) {
        double twice = 0;
        for (std::size_t k = 0; k < set.points.size(); ++k) {
            const Point p = set.points[k], q = set.points[(k + 1) % set.points.size()];
            twice += p.x * q.y - p.y * q.x;
        }
        return twice / 2;
    };
    HeightGrid bowl = sample_heights(Objective("bowl"), {-1, 1, -1, 1}, 200, 200);
    EXPECT_NEAR(area(isoline(bowl, 0.5)), -0.5 * 3.14159, 1e-3);
    for (double& f : bowl.f) f = -f;
    EXPECT_NEAR(area(isoline(bowl, -0.5)), 0.5 * 3.14159, 1e-3);
}

TEST(Isolines, AreAsManyAsTheFunctionHasCurves) {
    struct Case {
        const char* objective;
        Box box;
        double level;
        std::size_t lines;
    };
    // Himmelblau's saddles lie at 13.3, 67.7, 104.0 and 178.3, its maximum at 181.6; Rastrigin's lowest minima at 0, 1 and 2.
    for (const Case& c :
         {Case{"himmelblau", {-6, 6, -6, 6}, 10, 4}, Case{"himmelblau", {-6, 6, -6, 6}, 50, 3},
          Case{"himmelblau", {-6, 6, -6, 6}, 90, 2}, Case{"himmelblau", {-6, 6, -6, 6}, 150, 1},
          Case{"himmelblau", {-6, 6, -6, 6}, 180, 2}, Case{"rastrigin", {-5.12, 5.12, -5.12, 5.12}, 0.5, 1},
          Case{"rastrigin", {-5.12, 5.12, -5.12, 5.12}, 1.5, 5}, Case{"rastrigin", {-5.12, 5.12, -5.12, 5.12}, 2.5, 9}}) {
        const IsolineSet set = isoline(sample_heights(Objective(c.objective), c.box, 401, 397), c.level);
        EXPECT_EQ(set.size(), c.lines) << c.objective << " at " << c.level;
        for (const std::uint8_t closed : set.closed) EXPECT_EQ(closed, 1);
    }
}

TEST(Isolines, OfASaddleAreTwoOpenLinesOnEitherSide) {
    const HeightGrid grid = sample_heights(Objective("saddle"), {-1, 1, -1, 1}, 100, 100);
    for (const double level : {-0.01, 0.01}) {
        const IsolineSet set = isoline(grid, level);
        ASSERT_EQ(set.size(), 2U);
        for (std::size_t k = 0; k < 2; ++k) {
            EXPECT_EQ(set.closed[k], 0);
            for (const Point& p : set.line(k)) {
                const double across = level > 0 ? p.x : p.y;
                EXPECT_GT(across * (level > 0 ? set.line(k)[0].x : set.line(k)[0].y), 0);
            }
        }
    }
}

TEST(Isolines, JoinTheCornersThatTheMeanOfTheSquareJoins) {
    HeightGrid grid = whole_grid(2, 2, [] { return 0; });
    grid.f = {1, 0, 0, 1};
    for (const double level : {0.4, 0.6}) {
        const IsolineSet set = isoline(grid, level);
        ASSERT_EQ(set.size(), 2U);
        for (std::size_t k = 0; k < 2; ++k) {
            ASSERT_EQ(set.line(k).size(), 2U);
            const Point middle{(set.line(k)[0].x + set.line(k)[1].x) / 2, (set.line(k)[0].y + set.line(k)[1].y) / 2};
            const double corner = grid.at(middle.x < 0.5 ? 0 : 1, middle.y < 0.5 ? 0 : 1);
            EXPECT_EQ(corner, level < 0.5 ? 0 : 1) << "the line cuts off a corner that the mean of 0.5 is apart from";
        }
    }
}

TEST(Isolines, CrossEverySideOnceAndEndNowhereInside) {
    std::mt19937 generator(11);
    for (int round = 0; round < 40; ++round) {
        const HeightGrid grid = random_grid(2 + static_cast<int>(generator() % 40), 2 + static_cast<int>(generator() % 120),
                                            round % 2 == 0 ? 0 : 0.04, generator);
        for (const double level : {-0.5, 0.0, 0.7}) {
            const IsolineSet set = isoline(grid, level);
            ASSERT_EQ(set.starts.size(), set.size() + 1);
            ASSERT_EQ(set.starts.back(), set.points.size());
            std::vector<Point> found = set.points, expected = crossings(grid, level);
            std::erase_if(expected, [&](Point p) { return squares_at(grid, p) == 0; });
            const auto by_place = [](Point p, Point q) { return std::tie(p.y, p.x) < std::tie(q.y, q.x); };
            std::ranges::sort(found, by_place), std::ranges::sort(expected, by_place);
            ASSERT_EQ(found.size(), expected.size());
            for (std::size_t k = 0; k < found.size(); ++k) {
                ASSERT_NEAR(found[k].x, expected[k].x, 1e-12);
                ASSERT_NEAR(found[k].y, expected[k].y, 1e-12);
            }
            for (std::size_t k = 0; k < set.size(); ++k) {
                const auto line = set.line(k);
                for (std::size_t i = 0; i + 1 < line.size(); ++i) ASSERT_TRUE(share_a_square(grid, line[i], line[i + 1]));
                if (set.closed[k] == 1) {
                    ASSERT_GE(line.size(), 3U);
                    ASSERT_TRUE(share_a_square(grid, line.back(), line.front()));
                } else {
                    ASSERT_EQ(squares_at(grid, line.front()), 1);
                    ASSERT_EQ(squares_at(grid, line.back()), 1);
                }
            }
        }
    }
}

TEST(Isolines, OfLevelsThatSamplesEqualStayWhole) {
    std::mt19937 generator(5);
    for (int round = 0; round < 60; ++round) {
        const HeightGrid grid = whole_grid(2 + static_cast<int>(generator() % 30), 2 + static_cast<int>(generator() % 90),
                                           [&] { return static_cast<double>(generator() % 4); });
        for (const double level : {1.0, 2.0, 3.0}) {
            const IsolineSet set = isoline(grid, level);
            for (std::size_t k = 0; k < set.size(); ++k) {
                const auto line = set.line(k);
                ASSERT_GE(line.size(), set.closed[k] == 1 ? 3U : 2U);
                for (std::size_t i = 0; i + 1 < line.size(); ++i) {
                    ASSERT_NE(line[i], line[i + 1]);
                    ASSERT_TRUE(share_a_square(grid, line[i], line[i + 1]));
                }
                if (set.closed[k] == 1) {
                    ASSERT_NE(line.front(), line.back());
                    ASSERT_TRUE(share_a_square(grid, line.back(), line.front()));
                } else {
                    for (const Point end : {line.front(), line.back()})
                        ASSERT_TRUE(end.x == 0 || end.y == 0 || end.x == grid.columns - 1 || end.y == grid.rows - 1);
                }
            }
        }
    }
}

TEST(Isolines, GoThroughASampleThatEqualsTheLevelOnce) {
    HeightGrid ramp = whole_grid(5, 70, [] { return 0; });
    for (int j = 0; j < ramp.rows; ++j)
        for (int i = 0; i < ramp.columns; ++i) ramp.f[static_cast<std::size_t>(j * ramp.columns + i)] = i;
    const IsolineSet line = isoline(ramp, 2);
    ASSERT_EQ(line.size(), 1U);
    ASSERT_EQ(line.points.size(), 70U);
    for (int j = 0; j < 70; ++j) EXPECT_EQ(line.points[static_cast<std::size_t>(j)], (Point{2, 69.0 - j}));

    HeightGrid peak = whole_grid(3, 3, [] { return 0; });
    peak.f[4] = 1;
    EXPECT_EQ(isoline(peak, 1).size(), 0U);
    EXPECT_EQ(isoline(peak, 0.99).size(), 1U);
}

TEST(Isolines, EndAtHoles) {
    HeightGrid grid = sample_heights(Objective("bowl"), {-1, 1, -1, 1}, 101, 101);
    ASSERT_EQ(isoline(grid, 0.25).size(), 1U);
    for (int j = 48; j <= 52; ++j)
        for (int i = 70; i <= 80; ++i) grid.f[static_cast<std::size_t>(j * 101 + i)] = nan;
    const IsolineSet cut = isoline(grid, 0.25);
    ASSERT_EQ(cut.size(), 1U);
    EXPECT_EQ(cut.closed[0], 0);
    for (const Point end : {cut.points.front(), cut.points.back()}) {
        EXPECT_GT(end.x, 0.45);
        EXPECT_NEAR(std::abs(end.y), 3 * 2.0 / 101, 1e-9);
    }
}

TEST(Isolines, DoNotDependOnTheNumberOfThreadsNorOnTheOrderOfLevels) {
    std::mt19937 generator(3);
    const HeightGrid grid = random_grid(150, 333, 0.01, generator);
    std::vector<double> levels{-0.9, -0.3, 0, 0.2, 0.2, 0.8};
    const auto with_threads = [&](std::size_t count) {
        const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, count);
        return isolines(grid, levels);
    };
    const std::vector<IsolineSet> one = with_threads(1), four = with_threads(4);
    for (std::size_t k = 0; k < levels.size(); ++k) EXPECT_TRUE(same(one[k], four[k]));
    EXPECT_TRUE(same(one[3], one[4])) << "equal levels have equal lines";
    std::ranges::reverse(levels);
    const std::vector<IsolineSet> reversed = with_threads(2);
    for (std::size_t k = 0; k < levels.size(); ++k) EXPECT_TRUE(same(one[k], reversed[levels.size() - 1 - k]));
}

TEST(Isolines, OfLevelsThatAreNotFiniteAreNone) {
    const HeightGrid bowl = sample_heights(Objective("bowl"), {-1, 1, -1, 1}, 20, 20);
    const std::vector<IsolineSet> sets = isolines(bowl, std::vector{nan, HUGE_VAL, 0.5, -HUGE_VAL});
    EXPECT_EQ(sets[0].size() + sets[1].size() + sets[3].size(), 0U);
    EXPECT_EQ(sets[2].size(), 1U);
    EXPECT_EQ(sets[0].starts, std::vector<std::uint32_t>{0});
}

TEST(Isolines, FindTheirPlaceBetweenTheLargestNumbers) {
    HeightGrid grid = whole_grid(2, 2, [] { return 0; });
    grid.f = {-1.5e308, 1.5e308, -1.5e308, 1.5e308};
    const IsolineSet set = isoline(grid, 0.75e308);
    ASSERT_EQ(set.points.size(), 2U);
    EXPECT_DOUBLE_EQ(set.points[0].x, 0.75);
    grid.f = {HUGE_VAL, 1, 0, 1};
    EXPECT_EQ(isoline(grid, 0.5).size(), 0U) << "an infinite corner is an undefined one";
}

TEST(Isolines, RefuseWhatMakesNoSense) {
    HeightGrid grid = sample_heights(Objective("bowl"), {-1, 1, -1, 1}, 8, 8);
    EXPECT_THROW(isolines(grid, std::vector<double>(max_isoline_levels + 1, 0.5)), std::invalid_argument);
    grid.f.pop_back();
    EXPECT_THROW(isolines(grid, std::vector{0.5}), std::invalid_argument);
    for (const int columns : {1, 8})
        EXPECT_EQ(isoline(sample_heights(Objective("bowl"), {-1, 1, -1, 1}, columns, columns == 1 ? 8 : 1), 0.5).size(), 0U);
    int k = 0;
    const HeightGrid stripes = whole_grid(300, 300, [&] { return ++k % 2; });
    EXPECT_THROW(isolines(stripes, std::vector<double>(max_isoline_levels, 0.5)), std::length_error);
}

}  // namespace
}  // namespace ravine
