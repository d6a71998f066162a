// Events on the timeline, and playback that starts over.
#include "app/ui/timeline.h"

#include <gtest/gtest.h>

#include "app/ui/playback.h"

using namespace ravine;

TEST(Timeline, KnowsChangesOutcomesAndTheEndInOrder) {
    Session session = opening_session();
    session.steps = 400;
    session.optimizers[0] = new_optimizer(session, "gd");
    session.optimizers[0].params[0] = 5;  // leaves every bound within a few steps
    session.changes = {{120, 1, "rho", 0.5}, {120, 1, "lr", 0.02}, {30, 1, "lr", 0.01}};
    const Runs runs = simulate(session);
    ASSERT_LT(runs[0]->last(), 30);
    const std::vector<int> expected{runs[0]->last(), 30, 120, 400};
    EXPECT_EQ(events_of(session, runs), expected);
    session.optimizers[0].shown = false;
    EXPECT_EQ(events_of(session, runs), (std::vector<int>{30, 120, 400}));
}

TEST(Timeline, GoesFromEventToEvent) {
    const std::vector<int> events{30, 120, 400};
    EXPECT_EQ(next_event(events, 0, 1), 30);
    EXPECT_EQ(next_event(events, 30, 1), 120);
    EXPECT_EQ(next_event(events, 30.5, 1), 120);
    EXPECT_EQ(next_event(events, 400, 1), std::nullopt);
    EXPECT_EQ(next_event(events, 400, -1), 120);
    EXPECT_EQ(next_event(events, 120.5, -1), 120);
    EXPECT_EQ(next_event(events, 30, -1), std::nullopt);
}

TEST(Playback, StartsOverAfterAMomentAtTheEndWhereItLoops) {
    Playback playback;
    playback.loops = playback.playing = true;
    playback.advance(100, 50);
    EXPECT_EQ(playback.position, 50);
    playback.advance(0.1, 50);
    EXPECT_EQ(playback.position, 50);
    EXPECT_TRUE(playback.playing);
    playback.advance(1, 50);
    EXPECT_LT(playback.position, 50);
    EXPECT_TRUE(playback.playing);
    playback.loops = false;
    playback.advance(100, 50);
    EXPECT_EQ(playback.position, 50);
    EXPECT_FALSE(playback.playing);
}
