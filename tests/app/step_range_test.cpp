// The steps that the curves show.
#include "app/session/step_range.h"

#include <cmath>
#include <random>

#include <gtest/gtest.h>

using namespace ravine;

namespace {

void expect_sound(const StepRange& range, int last) {
    if (range.all()) return;
    EXPECT_GE(range.from, 0);
    EXPECT_LE(range.to, last);
    EXPECT_GE(range.to - range.from, least_steps_shown);
}

}  // namespace

TEST(StepRange, ThatShowsAllEndsWhereTheRunsDo) {
    EXPECT_EQ(visible_steps({}, 300), (StepRange{0, 300}));
    EXPECT_EQ(visible_steps({20, 40}, 300), (StepRange{20, 40}));
    EXPECT_EQ(visible_steps({200, 300}, 250), (StepRange{200, 300})) << "it waits for a run that ends early at the moment";
    EXPECT_EQ(visible_steps({200, 300}, 200), (StepRange{0, 200})) << "it would show nothing";
}

TEST(StepRange, ZoomsAboutAStepAndBackToAll) {
    StepRange range;
    for (int k = 0; k < 12; ++k) {
        const StepRange before = visible_steps(range, 1000);
        range = zoomed(range, 1000, 300, 0.8);
        EXPECT_NEAR((300 - range.from) / (range.to - range.from), (300 - before.from) / (before.to - before.from), 1e-9);
        EXPECT_NEAR(range.to - range.from, 0.8 * (before.to - before.from), 1e-9);
    }
    for (int k = 0; k < 20; ++k) range = zoomed(range, 1000, 500, 1.25);
    EXPECT_EQ(range, StepRange{});
}

TEST(StepRange, PansAsFarAsThereAreSteps) {
    EXPECT_EQ(panned({100, 200}, 1000, 50), (StepRange{150, 250}));
    EXPECT_EQ(panned({100, 200}, 1000, -1e9), (StepRange{0, 100}));
    EXPECT_EQ(panned({100, 200}, 1000, 1e9), (StepRange{900, 1000}));
    EXPECT_EQ(panned({}, 1000, 50), StepRange{});
}

TEST(StepRange, StaysSoundWhateverIsDoneToIt) {
    std::mt19937 dice(7);
    std::uniform_real_distribution<double> unit(0, 1);
    for (const int last : {1, 2, 3, 300, 1'000'000}) {
        StepRange range;
        for (int k = 0; k < 5000; ++k) {
            const StepRange seen = visible_steps(range, last);
            if (unit(dice) < 0.6)
                range = zoomed(range, last, seen.from + unit(dice) * (seen.to - seen.from), std::exp(2 * unit(dice) - 1.2));
            else
                range = panned(range, last, (unit(dice) - 0.5) * last);
            expect_sound(range, last);
        }
    }
}
