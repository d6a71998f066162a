// Counted noise, and NumPy's random start.
#include "engine/noise.h"

#include <cmath>

#include <gtest/gtest.h>

#include "engine/numpy_start.h"

namespace ravine {
namespace {

TEST(Noise, IsAPureFunctionOfSeedRunAndStep) {
    EXPECT_EQ(gaussian(1, 2, 3), gaussian(1, 2, 3));
    EXPECT_NE(gaussian(1, 2, 3), gaussian(2, 2, 3));
    EXPECT_NE(gaussian(1, 2, 3), gaussian(1, 3, 3));
    EXPECT_NE(gaussian(1, 2, 3), gaussian(1, 2, 4));
    EXPECT_NE(gaussian(1, 2, 3), gaussian(2, 1, 3)) << "seed and run are not interchangeable";
}

TEST(Noise, HasTheMomentsOfTheNormalDistribution) {
    const int n = 100000;
    double mean = 0, square = 0, fourth = 0, product = 0, next = 0;
    for (int i = 0; i < n; ++i) {
        const Point p = gaussian(1, 0, static_cast<std::uint64_t>(i));
        mean += p.x + p.y;
        square += p.x * p.x + p.y * p.y;
        fourth += std::pow(p.x, 4) + std::pow(p.y, 4);
        product += p.x * p.y;
        next += p.x * gaussian(1, 0, static_cast<std::uint64_t>(i) + 1).x;
    }
    EXPECT_NEAR(mean / (2 * n), 0, 0.01);
    EXPECT_NEAR(square / (2 * n), 1, 0.02);
    EXPECT_NEAR(fourth / (2 * n), 3, 0.1);
    EXPECT_NEAR(product / n, 0, 0.015) << "the coordinates are independent";
    EXPECT_NEAR(next / n, 0, 0.015) << "so are the steps";
}

TEST(TheNumpyStart, IsTheOneOfThePublishedTutorial) {
    const Point p = numpy_start(1, {-1, 1, -1, 1});
    EXPECT_NEAR(p.x, -0.165955990594852, 1e-15);
    EXPECT_NEAR(p.y, 0.4406489868843162, 1e-15);
}

TEST(TheNumpyStart, StretchesToTheBox) {
    const Point unit = numpy_start(1, {0, 1, 0, 1});
    EXPECT_EQ(unit.x, 0.417022004702574) << "numpy.random.RandomState(1).rand()";
    EXPECT_EQ(unit.y, 0.7203244934421581);
    const Point p = numpy_start(1, {10, 20, -5, 5});
    EXPECT_NEAR(p.x, 10 + 10 * unit.x, 1e-14);
    EXPECT_NEAR(p.y, -5 + 10 * unit.y, 1e-14);
}

}  // namespace
}  // namespace ravine
