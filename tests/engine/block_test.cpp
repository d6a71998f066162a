// Blocks of lanes: a lane does the same whatever its neighbours do.
#include "engine/block.h"

#include <stdexcept>

#include <gtest/gtest.h>

#include "support.h"

namespace ravine {
namespace {

constexpr int steps = 40;

/// What one lane of a block holds, in one list.
std::vector<double> lane(const Block& block, int i) {
    std::vector<double> all{block.x()[i],  block.y()[i],      block.f()[i],     block.gx()[i],
                            block.gy()[i], block.rate_x()[i], block.rate_y()[i]};
    for (int k = 0; k < block.accumulators(); ++k) {
        all.push_back(block.state_x(k)[i]);
        all.push_back(block.state_y(k)[i]);
    }
    return all;
}

/// Lanes 0, 1, 2, ... of `points`, each with its own start, learning rate and noise.
Block started(const Objective& objective, const Optimizer& optimizer, const std::vector<Point>& points) {
    Block block(objective, optimizer, static_cast<int>(points.size()));
    block.set_noise(0.01, 5);
    for (int i = 0; i < block.lanes(); ++i) {
        const Point p = points[static_cast<std::size_t>(i)];
        block.place(i, p);
        block.set(0, i, 1e-3 * (1 + std::abs(p.x)));
        block.set_run(i, static_cast<std::uint64_t>(1e6 * std::abs(p.y)));
    }
    block.start();
    return block;
}

TEST(ABlock, GivesALaneTheSameNumbersWhereverItStandsAmongHowMany) {
    for (const ObjectiveInfo& surface : objectives()) {
        const Objective objective(surface.id);
        for (const OptimizerInfo& info : optimizers()) {
            for (const Optimizer& optimizer : test::variants(info)) {
                const auto points = test::random_points(surface.domain, 11);
                std::vector<Point> backwards(points.rbegin(), points.rend());
                Block many = started(objective, optimizer, points), other_way = started(objective, optimizer, backwards);
                for (int k = 0; k < steps; ++k) many.step(), other_way.step();
                for (int i = 0; i < 11; ++i) {
                    Block one = started(objective, optimizer, {points[static_cast<std::size_t>(i)]});
                    for (int k = 0; k < steps; ++k) one.step();
                    ASSERT_TRUE(test::same_bits(lane(one, 0), lane(many, i))) << surface.id << " " << test::describe(optimizer);
                    ASSERT_TRUE(test::same_bits(lane(one, 0), lane(other_way, 10 - i)))
                        << surface.id << " " << test::describe(optimizer);
                }
            }
        }
    }
}

TEST(ABlock, OfTwoHundredAndFiftySixAgreesWithSingleRuns) {
    const Objective rosenbrock("rosenbrock");
    const Optimizer rmsprop("rmsprop");
    const auto points = test::random_points(rosenbrock.info().domain, Block::max_lanes);
    Block block(rosenbrock, rmsprop, Block::max_lanes);
    for (int i = 0; i < block.lanes(); ++i) block.place(i, points[static_cast<std::size_t>(i)]);
    block.start();
    for (int k = 0; k < 100; ++k) block.step();
    EXPECT_EQ(block.steps_done(), 100);
    for (int i = 0; i < block.lanes(); ++i) {
        RunSpec spec{rosenbrock, rmsprop, points[static_cast<std::size_t>(i)]};
        spec.steps = 100;
        const auto run = simulate(spec);
        ASSERT_EQ(run.last(), 100);
        EXPECT_TRUE(test::same_bits(run.x.back(), block.x()[i]));
        EXPECT_TRUE(test::same_bits(run.y.back(), block.y()[i]));
        EXPECT_TRUE(test::same_bits(run.rate_y.back(), block.rate_y()[i]));
    }
}

TEST(ABlock, StartsAgainFromTheBeginning) {
    const Objective bowl("bowl");
    Block block(bowl, test::optimizer_with("adagrad", {{"initial_accumulator", 0.25}}), 2);
    block.place(0, {1, 2}), block.place(1, {-1, 0.5});
    block.start();
    const auto first = lane(block, 1);
    EXPECT_EQ(block.state_x(0)[1], 0.25);
    block.step();
    EXPECT_EQ(block.state_x(0)[1], 0.25 + 4);
    block.start();
    EXPECT_EQ(block.steps_done(), 0);
    EXPECT_EQ(block.x()[1], first[0]);
    EXPECT_EQ(block.state_y(0)[1], 0.25);
}

TEST(ABlock, RefusesTooManyLanesAndTogglesOfOneLane) {
    const Objective bowl("bowl");
    const Optimizer rmsprop("rmsprop");
    EXPECT_THROW(Block(bowl, rmsprop, 0), std::invalid_argument);
    EXPECT_THROW(Block(bowl, rmsprop, 257), std::invalid_argument);
    Block block(bowl, rmsprop, 4);
    EXPECT_THROW(block.set(index_of(rmsprop.info().params, "centered"), 1, 1), std::invalid_argument);
    EXPECT_THROW(block.set(index_of(rmsprop.info().params, "schedule"), 1, 2), std::invalid_argument);
}

}  // namespace
}  // namespace ravine
