// Levels, ticks and paths: the numbers behind a figure.
#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include <gtest/gtest.h>

#include "app/figure/level_grid.h"
#include "app/figure/pixel_path.h"
#include "app/figure/ticks.h"
#include "app/session/simulation.h"
#include "engine/height_grid.h"

using namespace ravine;

namespace {

constexpr Levels all_levels[] = {Levels::log, Levels::linear, Levels::quantile};

LevelMap map_of(const Objective& objective, const LevelSpacing& levels, std::span<const double> heights) {
    std::optional<double> minimum;
    if (objective.has_global_minimum()) minimum = objective.minima().front().f;
    return LevelMap(levels, minimum, heights);
}

/// Whether v is one of 1, 1.5, 2, 3, 5, 7 times a power of ten, or a small multiple of such a step.
bool is_round(double v) {
    if (v == 0) return true;
    const double a = std::abs(v), decade = std::pow(10.0, std::floor(std::log10(a) + 1e-9));
    const double m = a / decade * 100;
    return std::abs(m - std::round(m)) < 1e-5 * m;
}

bool is_one_two_five(double v) {
    const double m = v / std::pow(10.0, std::floor(std::log10(v) + 1e-9));
    return std::abs(m - 1) < 1e-9 || std::abs(m - 2) < 1e-9 || std::abs(m - 5) < 1e-9;
}

}  // namespace

TEST(LevelMap, RisesWithHeightAndHasNoJumps) {
    for (const ObjectiveInfo& info : objectives())
        for (const Levels levels : all_levels) {
            const Objective objective(info.id);
            const HeightGrid grid = sample_heights(objective, info.domain, 80, 80);
            const LevelMap map = map_of(objective, levels, grid.f);
            std::vector<double> sorted(grid.f.begin(), grid.f.end());
            std::sort(sorted.begin(), sorted.end());
            for (std::size_t i = 1; i < sorted.size(); ++i) ASSERT_GE(map.level(sorted[i]), map.level(sorted[i - 1])) << info.id;
            for (int b = map.lowest(); b <= map.highest(); ++b) {
                const double f = map.height(b), nudge = 1e-9 * std::max(1e-9, std::abs(f));
                EXPECT_NEAR(map.level(f), b, 1e-6) << info.id;
                EXPECT_NEAR(map.level(f - nudge), map.level(f + nudge), 0.05) << info.id << " at " << f;
            }
        }
}

TEST(LevelMap, HasACalmNumberOfBandsInEveryDefaultView) {
    for (const ObjectiveInfo& info : objectives())
        for (const Levels levels : all_levels) {
            const Objective objective(info.id);
            const LevelMap map = map_of(objective, levels, sample_heights(objective, info.domain, 200, 200).f);
            EXPECT_GE(map.highest() - map.lowest(), 8) << info.id;
            EXPECT_LE(map.highest() - map.lowest(), 27) << info.id;
        }
}

TEST(LevelMap, HasNearlyAsManyBandsAsAreWanted) {
    for (const ObjectiveInfo& info : objectives())
        for (const int wanted : {2, 7, 16, 50, max_level_count}) {
            const Objective objective(info.id);
            const HeightGrid grid = sample_heights(objective, info.domain, 200, 200);
            const auto bands = [&](Levels levels) {
                const LevelMap map = map_of(objective, {levels, wanted}, grid.f);
                return map.highest() - map.lowest();
            };
            EXPECT_LE(bands(Levels::linear), 1.5 * wanted) << info.id;
            EXPECT_GE(bands(Levels::linear), wanted / 1.5) << info.id;
            EXPECT_LE(bands(Levels::quantile), wanted) << info.id;
        }
}

TEST(LevelMap, GivesTheTutorialsBowlItsFiftyBands) {
    const Objective bowl("bowl");
    const LevelMap map = map_of(bowl, {Levels::linear, 50}, sample_heights(bowl, {-1, 1, -1, 1}, 201, 201).f);
    EXPECT_EQ(map.highest() - map.lowest(), 50);
    EXPECT_NEAR(map.height(map.lowest() + 1), 0.04, 1e-12);
}

TEST(LevelMap, PutsIsolinesAtRoundHeights) {
    for (const ObjectiveInfo& info : objectives())
        for (const Levels levels : {Levels::log, Levels::linear}) {
            const Objective objective(info.id);
            const LevelMap map = map_of(objective, levels, sample_heights(objective, info.domain, 200, 200).f);
            const double base = levels == Levels::log && objective.has_global_minimum() ? objective.minima().front().f : 0;
            for (int b = map.lowest(); b <= map.highest(); ++b)
                EXPECT_TRUE(is_round(map.height(b) - base)) << info.id << " " << map.height(b) - base;
        }
}

TEST(LevelMap, UsesOneTwoFiveInTheRosenbrockValleyWhereverItIsSeen) {
    const Objective objective("rosenbrock");
    for (const double shift : {0.0, 0.013, 0.1, 0.37}) {
        const LevelMap map =
            map_of(objective, Levels::log, sample_heights(objective, {-2 + shift, 2 + shift, -1, 3}, 200, 200).f);
        for (int b = map.lowest(); b <= map.highest(); ++b) EXPECT_TRUE(is_one_two_five(map.height(b))) << map.height(b);
    }
}

TEST(LevelMap, ShowsLowerLevelsWhenZoomedIn) {
    const Objective objective("rosenbrock");
    const LevelMap far = map_of(objective, Levels::log, sample_heights(objective, {-2, 2, -1, 3}, 100, 100).f);
    const LevelMap near = map_of(objective, Levels::log, sample_heights(objective, {0.99, 1.01, 0.99, 1.01}, 100, 100).f);
    EXPECT_LT(near.height(near.lowest()), far.height(far.lowest()) / 100);
}

TEST(LevelMap, AcceptsAnyHeights) {
    const double nan = std::numeric_limits<double>::quiet_NaN(), inf = std::numeric_limits<double>::infinity();
    const std::vector<std::vector<double>> cases{
        {},          {nan, nan},     {3, 3, 3},       {0, 0, nan},       {-1e300, 1e300}, {1e-320, 2e-320},
        {inf, -inf}, {1, 1 + 1e-15}, {-5, -5, -5, 1}, {1e18, 1e18 + 1e3}};
    for (const auto& heights : cases)
        for (const Levels levels : all_levels)
            for (const std::optional<double> minimum : {std::optional<double>(), std::optional<double>(0)}) {
                const LevelMap map(levels, minimum, heights);
                EXPECT_LT(map.lowest(), map.highest());
                EXPECT_LE(map.highest() - map.lowest(), 64);
                EXPECT_TRUE(std::isnan(map.level(nan)));
                for (const double f : {-1e300, -1.0, 0.0, 1e-300, 3.0, 1e300}) {
                    EXPECT_GE(map.level(f), map.lowest() - 0.5);
                    EXPECT_LE(map.level(f), map.highest() + 0.5);
                }
            }
}

TEST(LevelGrid, HasTheTopOfTheBoxInItsFirstRow) {
    const Objective objective("saddle");  // highest at the sides, lowest at top and bottom
    const Levelled levelled = level_grid(objective, {1, 2, 0, 3}, 8, 8, Levels::linear);
    EXPECT_LT(levelled.grid->level.front(), levelled.grid->level.back());
    EXPECT_EQ(levelled.grid->level.size(), 64U);
}

TEST(Ticks, StandAtOneTwoOrFiveTimesAPowerOfTen) {
    for (const double span : {1e-9, 0.003, 0.7, 1.0, 4.0, 6.3, 99.0, 12345.0, 1e12})
        for (const double lo : {-2.0 * span, -0.37 * span, 0.0, 5.3 * span})
            for (const int at_most : {2, 3, 5, 9}) {
                const Axis axis{lo, lo + span};
                const std::vector<Tick> t = ticks(axis, at_most);
                EXPECT_LE(t.size(), static_cast<std::size_t>(at_most));
                for (std::size_t i = 1; i < t.size(); ++i) {
                    EXPECT_TRUE(is_one_two_five(t[i].value - t[i - 1].value)) << t[i].value - t[i - 1].value;
                    EXPECT_NE(t[i].label, t[i - 1].label);
                }
                for (const Tick& tick : t) EXPECT_TRUE(tick.value >= lo - 1e-9 * span && tick.value <= lo + span * (1 + 1e-9));
            }
}

TEST(Ticks, OfALogAxisArePowersOfTenWhereItIsLong) {
    for (const int decades : {2, 3, 7, 16, 300}) {
        const std::vector<Tick> t =
            ticks({std::pow(10.0, -decades / 2), std::pow(10.0, decades - decades / 2), AxisScale::log}, 6);
        int labelled = 0;
        for (const Tick& tick : t) {
            labelled += tick.label.empty() ? 0 : 1;
            EXPECT_NEAR(std::log10(tick.value), std::round(std::log10(tick.value)), 1e-9);
        }
        EXPECT_GE(labelled, 2);
        EXPECT_LE(labelled, 6);
    }
    EXPECT_EQ(power_of_ten(-12), "10⁻¹²");
}

TEST(Readable, KeepsThreeDigitsAndASignOfItsOwn) {
    EXPECT_EQ(readable(0), "0");
    EXPECT_EQ(readable(-1.5), "−1.5");
    EXPECT_EQ(readable(0.04312), "0.0431");
    EXPECT_EQ(readable(1234.5), "1234");
    EXPECT_EQ(readable(1.24e-7), "1.2×10⁻⁷");
    EXPECT_EQ(readable(9.99e-7), "10⁻⁶");
    EXPECT_EQ(readable(NAN), "–");
}

namespace {

const PathFrame frame{{{100, 50, 500, 350}, {-2, 2}, {-1, 3}}, 0.2F, 9};

}  // namespace

TEST(PixelPath, EndsAtTheLastPointOfTheRunAndPassesEveryPointAtItsStep) {
    for (const OptimizerInfo& optimizer : optimizers()) {
        Session session = opening_session();
        session.optimizers = {new_optimizer(session, optimizer.id)};
        const Runs runs = simulate(session);
        const ravine::Run& run = *runs[0];
        const PixelPath path = pixel_path({run.x, run.y}, frame);
        ASSERT_FALSE(path.vertices.empty());
        EXPECT_EQ(path.vertices.back().step, static_cast<float>(run.last()));
        for (int i = 0; i <= run.last(); ++i) {
            const Pixel exact = frame.axes.to_pixel(run.at(i));
            if (!frame.axes.rect.contains(exact)) continue;
            const Pixel drawn = at_step(path, static_cast<float>(i));
            EXPECT_NEAR(drawn.x, exact.x, 0.25) << optimizer.id << " step " << i;
            EXPECT_NEAR(drawn.y, exact.y, 0.25) << optimizer.id << " step " << i;
        }
    }
}

TEST(PixelPath, StaysNearThePaneHoweverFarTheRunGoes) {
    const std::vector<double> x{0, 1e300, -1e300, 0.5, 1e9, -1e9, 0}, y{0, -1e300, 1e300, 0.5, -1e17, 3, 1};
    const PixelPath path = pixel_path({x, y}, frame);
    const Rect near = frame.axes.rect.shrunk(-65);
    for (const auto& v : path.vertices) EXPECT_TRUE(near.contains({v.x, v.y})) << v.x << " " << v.y;
    for (std::size_t i = 1; i < path.vertices.size(); ++i) EXPECT_GT(path.vertices[i].step, path.vertices[i - 1].step);
    const Pixel middle = at_step(path, 3), exact = frame.axes.to_pixel({0.5, 0.5});
    EXPECT_NEAR(middle.x, exact.x, 0.5);
    EXPECT_NEAR(middle.y, exact.y, 0.5);
}

TEST(PixelPath, DoesNotCrossThePaneWhereTheRunGoesAroundIt) {
    // Around the top left corner, outside of the pane.
    const std::vector<double> x{-30, 0}, y{0, 40};
    const PixelPath path = pixel_path({x, y}, frame);
    for (float s = 0; s <= 1; s += 0.01F) EXPECT_FALSE(frame.axes.rect.contains(at_step(path, s)));
}

TEST(PixelPath, LeavesOutWhatNobodyCouldSeeAndSpacesItsMarks) {
    std::vector<double> x, y;
    for (int i = 0; i < 10000; ++i) {
        x.push_back(-1 + i * 2e-4);
        y.push_back(0.5);
    }
    const PixelPath path = pixel_path({x, y}, frame);
    EXPECT_LE(path.vertices.size(), 4U);
    ASSERT_GT(path.marks.size(), 10U);
    for (std::size_t i = 0; i < path.marks.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_GE(std::hypot(path.marks[i].x - path.marks[j].x, path.marks[i].y - path.marks[j].y), 9);
}

TEST(Axes, GoBackAndForthBetweenDataAndPixels) {
    const Axes axes{{10, 20, 410, 220}, {0, 300}, {1e-6, 1e3, AxisScale::log}};
    for (const Point p : {Point{0, 1e-6}, Point{150, 1}, Point{300, 1e3}, Point{12.5, 0.03}}) {
        const Point back = axes.to_data(axes.to_pixel(p));
        EXPECT_NEAR(back.x, p.x, 1e-3);
        EXPECT_NEAR(back.y / p.y, 1, 1e-4);
    }
}

TEST(Fitted, ShowsAtLeastWhatIsWantedWithEqualUnits) {
    for (const Rect pane : {Rect{0, 0, 400, 300}, Rect{0, 0, 300, 900}, Rect{5, 5, 105, 105}})
        for (const Box wanted : {Box{-2, 2, -1, 3}, Box{0, 1, 0, 2.5}, Box{-100, 100, -50, 50}}) {
            const Box box = fitted(wanted, pane);
            EXPECT_TRUE(box.x0 <= wanted.x0 && box.x1 >= wanted.x1 && box.y0 <= wanted.y0 && box.y1 >= wanted.y1);
            EXPECT_NEAR(box.width() / pane.width(), box.height() / pane.height(), 1e-9 * box.width());
        }
    const Box long_one{0, 10, 0, 1};
    EXPECT_EQ(fitted(long_one, {0, 0, 100, 100}), long_one);
}
