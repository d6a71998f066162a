// What vector files draw of a field keeps to its levels.
#include "app/paint/level_rings.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

#include "app/paint/simplify.h"

using namespace ravine;

namespace {

constexpr float side = 200;
constexpr double tolerance = 0.06;

/// `samples` by `samples` of them on a square of 200 pixels; levels are a function of the pixel.
template <class LevelAt>
Field field_of(int samples, const LevelAt& level_at) {
    auto grid = std::make_shared<LevelGrid>();
    grid->columns = grid->rows = samples;
    grid->lowest = 0;
    grid->highest = 10;
    const auto pixel = [&](int k) { return (static_cast<float>(k) + 0.5F) * side / static_cast<float>(samples); };
    for (int j = 0; j < samples; ++j)
        for (int i = 0; i < samples; ++i) grid->level.push_back(level_at(10 + pixel(i), 20 + pixel(j)));
    return {{10, 20, 10 + side, 20 + side}, grid, std::make_shared<FieldStyle>()};
}

float distance(float x, float y) { return std::hypot(x - 110, y - 120); }

double area_of(const LevelRegion& region) {
    double sum = 0;
    for (const LevelRing& ring : region.rings) {
        for (std::size_t k = 0; k < ring.points.size(); ++k) {
            const Point &a = ring.points[k], &b = ring.points[(k + 1) % ring.points.size()];
            sum += (a.x * b.y - b.x * a.y) / 2;
        }
    }
    return std::abs(sum);
}

}  // namespace

TEST(LevelRegions, KeepToCirclesWhereTheLevelIsADistance) {
    for (const int samples : {200, 400, 800}) {
        const auto regions =
            level_regions(field_of(samples, [](float x, float y) { return distance(x, y) / 20; }), {1, 2, 3, 4}, tolerance);
        ASSERT_TRUE(regions.has_value());
        ASSERT_EQ(regions->size(), 4U);
        for (const LevelRegion& region : *regions) {
            // The region above the level lies between the circle and the edges.
            ASSERT_EQ(region.rings.size(), 2U);
            std::size_t on_circle = 0;
            for (const LevelRing& ring : region.rings) {
                for (std::size_t k = 0; k < ring.points.size(); ++k) {
                    if (ring.strength[k] == 0) continue;
                    ++on_circle;
                    const double r = std::hypot(ring.points[k].x - 110, ring.points[k].y - 120);
                    EXPECT_NEAR(r, 20 * static_cast<double>(region.level), 0.05);
                }
            }
            EXPECT_GE(on_circle, 8U);
            EXPECT_LE(on_circle, 160U);
        }
    }
}

TEST(LevelRegions, WindAboutAllThatIsAboveTheirLevelAndNothingElse) {
    const auto regions =
        level_regions(field_of(200, [](float x, float y) { return 8 - distance(x, y) / 20; }), {4, 5, 6}, tolerance);
    ASSERT_TRUE(regions.has_value());
    for (const LevelRegion& region : *regions) {
        const double radius = 20 * (8 - static_cast<double>(region.level));
        EXPECT_NEAR(area_of(region) / (std::numbers::pi * radius * radius), 1, 0.005);
    }
}

TEST(LevelRegions, AreNoIsolinesAlongEdgesAndAboutWhatIsNotDefined) {
    const auto level = [](float x, float y) { return distance(x, y) < 30 ? NAN : 5 + (x - 110) / 40; };
    const auto regions = level_regions(field_of(200, level), {5}, tolerance);
    ASSERT_TRUE(regions.has_value());
    int lines = 0;
    for (const LevelRing& ring : regions->front().rings) {
        for (std::size_t k = 0; k < ring.points.size(); ++k) {
            if (ring.strength[k] == 0) continue;
            ++lines;
            EXPECT_NEAR(ring.points[k].x, 110, 0.05);
            EXPECT_GE(std::abs(ring.points[k].y - 120), 28);
        }
    }
    EXPECT_GE(lines, 2);
}

TEST(LevelRegions, FadeWhereIsolinesAreDense) {
    const auto strongest = [](float steepness) {
        const auto regions =
            level_regions(field_of(200, [&](float x, float) { return (x - 105.3F) * steepness; }), {5}, tolerance);
        int most = 0;
        for (const LevelRing& ring : regions->front().rings)
            for (const std::uint8_t s : ring.strength) most = std::max<int>(most, s);
        return most;
    };
    EXPECT_EQ(strongest(0.1F), 4);
    EXPECT_EQ(strongest(0.525F), 2);
    EXPECT_EQ(strongest(0.8F), 0);
}

TEST(Simplified, KeepsEndsAndLeavesNothingOutThatLiesFartherOffThanTheTolerance) {
    std::vector<Point> line;
    for (int k = 0; k < 500; ++k) line.push_back({k * 0.5, 20 * std::sin(k * 0.04) + (k % 7) * 0.01});
    for (const double within : {0.0, 0.05, 0.5, 5.0}) {
        const auto kept = simplified(line, within);
        EXPECT_EQ(kept.front(), 0U);
        EXPECT_EQ(kept.back(), line.size() - 1);
        for (std::size_t k = 1; k < kept.size(); ++k) {
            ASSERT_LT(kept[k - 1], kept[k]);
            const Point a = line[kept[k - 1]], b = line[kept[k]];
            for (std::uint32_t i = kept[k - 1]; i <= kept[k]; ++i) {
                const double off = std::abs((b.x - a.x) * (line[i].y - a.y) - (b.y - a.y) * (line[i].x - a.x)) /
                                   std::hypot(b.x - a.x, b.y - a.y);
                EXPECT_LE(off, within + 1e-9);
            }
        }
    }
    EXPECT_LT(simplified(line, 0.5).size(), 60U);
    EXPECT_EQ(simplified(std::vector<Point>{{3, 4}}, 1).size(), 1U);
}
