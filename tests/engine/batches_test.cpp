// Mini-batches: shuffled once per epoch, and a pure function of seed, run and step.
#include "engine/batches.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include <gtest/gtest.h>

namespace ravine {
namespace {

std::vector<int> batch(std::uint64_t seed, std::uint64_t run, std::uint64_t step, int size, int samples) {
    std::vector<int> room(static_cast<std::size_t>(samples), -7);
    const auto chosen = batch_of(seed, run, step, size, room);
    return {chosen.begin(), chosen.end()};
}

TEST(ABatch, IsOneOfThoseThatDealOutEverySampleOncePerEpoch) {
    for (const int samples : {1, 2, 5, 12, 20, 24}) {
        for (int size = 1; size <= samples; ++size) {
            const auto batches = static_cast<std::uint64_t>((samples + size - 1) / size);
            for (std::uint64_t epoch = 0; epoch < 7; ++epoch) {
                std::set<int> seen;
                for (std::uint64_t k = 0; k < batches; ++k) {
                    const auto chosen = batch(3, 4, epoch * batches + k, size, samples);
                    const int expected = k + 1 < batches ? size : samples - size * static_cast<int>(batches - 1);
                    EXPECT_EQ(chosen.size(), static_cast<std::size_t>(expected)) << samples << " by " << size;
                    for (const int i : chosen) EXPECT_TRUE(seen.insert(i).second) << "twice in an epoch: " << i;
                }
                EXPECT_EQ(seen.size(), static_cast<std::size_t>(samples));
                EXPECT_EQ(*seen.begin(), 0);
                EXPECT_EQ(*seen.rbegin(), samples - 1);
            }
        }
    }
}

TEST(ABatch, IsTheSameWheneverItIsAskedFor) {
    std::vector<std::vector<int>> forwards, backwards;
    for (std::uint64_t step = 0; step < 60; ++step) forwards.push_back(batch(1, 2, step, 5, 24));
    for (std::uint64_t step = 60; step-- > 0;) backwards.push_back(batch(1, 2, step, 5, 24));
    std::ranges::reverse(backwards);
    EXPECT_EQ(forwards, backwards);
}

TEST(ABatch, DependsOnSeedRunAndEpoch) {
    const auto whole = [](std::uint64_t seed, std::uint64_t run, std::uint64_t epoch) { return batch(seed, run, epoch, 24, 24); };
    const std::set<std::vector<int>> different{whole(1, 2, 0), whole(2, 1, 0), whole(1, 3, 0), whole(3, 2, 0), whole(1, 2, 1)};
    EXPECT_EQ(different.size(), 5U);
}

TEST(ABatch, ComesInEveryOrderEquallyOften) {
    std::map<std::vector<int>, int> orders;
    const int each = 1000;
    for (std::uint64_t epoch = 0; epoch < 24 * each; ++epoch) ++orders[batch(1, 0, epoch, 4, 4)];
    ASSERT_EQ(orders.size(), 24U);
    double chi_squared = 0;
    for (const auto& [order, count] : orders) chi_squared += (count - each) * static_cast<double>(count - each) / each;
    EXPECT_LT(chi_squared, 49.7) << "one in a thousand of fair shuffles exceeds this, at 23 degrees of freedom";
    EXPECT_GT(chi_squared, 5.8) << "and one in ten thousand is this even";
}

TEST(ABatch, HoldsEachSampleEquallyOften) {
    std::array<int, 20> counts{};
    const int epochs = 20000;
    for (std::uint64_t epoch = 0; epoch < epochs; ++epoch)
        for (const int i : batch(7, 1, 5 * epoch, 4, 20)) ++counts[static_cast<std::size_t>(i)];
    for (const int count : counts) EXPECT_NEAR(count, epochs / 5, 250) << "over four standard deviations of 57";
}

TEST(ABatch, OfAnImpossibleSizeHasTheNearestPossibleOne) {
    EXPECT_EQ(batch(1, 2, 3, 0, 5), batch(1, 2, 3, 1, 5));
    EXPECT_EQ(batch(1, 2, 3, -9, 5), batch(1, 2, 3, 1, 5));
    EXPECT_EQ(batch(1, 2, 3, 77, 5), batch(1, 2, 3, 5, 5));
    EXPECT_TRUE(batch(1, 2, 3, 1, 0).empty());
}

}  // namespace
}  // namespace ravine
