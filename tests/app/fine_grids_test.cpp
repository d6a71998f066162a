// Fields that take longer than a frame: coarse at once, fine a moment later, and then as if they had always been fine.
#include "app/figure/fine_grids.h"

#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>

#include <gtest/gtest.h>

#include "app/figure/memory.h"

namespace ravine {
namespace {

constexpr Box box{-1, 1, -1, 1};

TEST(ACoarseLevelGrid, HasTheSizeOfTheFineOneAndNearlyItsLevels) {
    for (const int cell : {2, 5, 16}) {
        const Objective bowl("bowl");
        const Levelled coarse = coarse_level_grid(bowl, box, 301, 207, Levels::linear, cell);
        ASSERT_EQ(coarse.grid->columns, 301);
        ASSERT_EQ(coarse.grid->rows, 207);
        ASSERT_EQ(coarse.grid->level.size(), 301U * 207U);
        for (int j = 20; j < 187; ++j)
            for (int i = 20; i < 281; ++i) {
                const double x = -1 + 2 * (i + 0.5) / 301, y = 1 - 2 * (j + 0.5) / 207;
                ASSERT_NEAR(coarse.grid->level[static_cast<std::size_t>(j) * 301 + static_cast<std::size_t>(i)],
                            coarse.map.level(x * x + y * y), 0.5)
                    << cell << ": " << i << ", " << j;
            }
    }
}

TEST(FigureMemory, RefinesBesideWhatTakesLongerThanAFrame) {
    std::atomic<int> woken = 0;
    FigureMemory memory;
    memory.refine_beside([&] { ++woken; });
    // Millions of costly points: more than a frame's worth on any machine.
    const Objective costly("network-slice");
    const auto ask = [&] {
        memory.begin_frame();
        auto grid = memory.levels(costly, {-30, 30, -30, 30}, 1600, 1200, Levels::log).grid;
        memory.end_frame();
        return grid;
    };
    const auto first = ask();
    EXPECT_TRUE(memory.is_refining());
    EXPECT_EQ(ask(), first) << "what is shown stays until something better is there";
    for (int k = 0; k < 6000 && memory.is_refining(); ++k) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_GT(woken, 0);
    const auto fine = ask();
    EXPECT_NE(fine, first);
    EXPECT_EQ(fine->level, level_grid(costly, {-30, 30, -30, 30}, 1600, 1200, Levels::log).grid->level);
    EXPECT_EQ(ask(), fine);
    EXPECT_FALSE(memory.is_refining());
}

TEST(FigureMemory, IsFineAtOnceWhereNobodyWaitsForFrames) {
    FigureMemory memory;
    memory.begin_frame();
    const auto grid = memory.levels(Objective("network-slice"), box, 160, 120, Levels::log).grid;
    memory.end_frame();
    EXPECT_EQ(grid->level, level_grid(Objective("network-slice"), box, 160, 120, Levels::log).grid->level);
    EXPECT_FALSE(memory.is_refining());
}

}  // namespace
}  // namespace ravine
