// Height grids.
#include "engine/height_grid.h"

#include <cmath>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "engine/kernels.h"
#include "engine/objective_entry.h"
#include "support.h"

namespace ravine {
namespace {

TEST(AHeightGrid, HoldsTheHeightOfEachCellsCentre) {
    for (const ObjectiveInfo& info : objectives()) {
        const Objective objective(info.id);
        const HeightGrid grid = sample_heights(objective, info.domain, 37, 21);
        ASSERT_EQ(grid.f.size(), 37U * 21U);
        for (int j = 0; j < grid.rows; ++j)
            for (int i = 0; i < grid.columns; ++i)
                ASSERT_TRUE(test::same_bits(grid.at(i, j), objective.at(grid.point(i, j)).f)) << info.id;
    }
}

TEST(AHeightGrid, IsTheSameWithEveryInstructionSetAndForAnyNumberOfColumnsAndRows) {
    for (const ObjectiveInfo& info : objectives()) {
        const Objective objective(info.id);
        const PreparedObjective prepared = objective.prepared();
        for (const std::size_t columns : {1U, 7U, 8U, 515U}) {
            const std::size_t rows = 3;
            std::vector<double> x((columns + 7) / 8 * 8, info.domain.x1), y{info.domain.y0, info.start.y, info.domain.y1};
            for (std::size_t i = 0; i < columns; ++i) x[i] = info.start.x + 0.01 * static_cast<double>(i);
            for (const Kernels* k : runnable_kernels()) {
                std::vector<double> f(columns * rows);
                k->grids[objective.index()](&prepared, columns, x.data(), rows, y.data(), f.data());
                for (std::size_t j = 0; j < rows; ++j)
                    for (std::size_t i = 0; i < columns; ++i)
                        ASSERT_TRUE(test::same_bits(f[j * columns + i], objective.at({x[i], y[j]}).f))
                            << info.id << " on " << k->instructions << ", " << columns << " columns";
            }
        }
    }
}

TEST(AHeightGrid, StartsAtTheBottomLeft) {
    const HeightGrid grid = sample_heights(Objective("bowl"), {0, 4, 10, 14}, 2, 2);
    EXPECT_EQ(grid.f, (Numbers{1 + 121, 9 + 121, 1 + 169, 9 + 169}));
}

TEST(AHeightGrid, HasNoInfinities) {
    const HeightGrid grid = sample_heights(Objective("bowl"), {-1e200, 1e200, -1, 1}, 3, 1);
    EXPECT_TRUE(std::isnan(grid.at(0, 0)));
    EXPECT_EQ(grid.at(1, 0), 0);
}

TEST(AHeightGrid, RefusesSizesThatMakeNoSense) {
    const Objective bowl("bowl");
    EXPECT_THROW(sample_heights(bowl, {}, 0, 5), std::invalid_argument);
    EXPECT_THROW(sample_heights(bowl, {}, 5, -1), std::invalid_argument);
    EXPECT_THROW(sample_heights(bowl, {}, 16385, 1), std::invalid_argument);
    EXPECT_EQ(sample_heights(bowl, {}, 16384, 1).f.size(), 16384U);
}

}  // namespace
}  // namespace ravine
