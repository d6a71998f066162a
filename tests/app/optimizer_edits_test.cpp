// Edits of the list of optimizers, and of the starts.
#include "app/session/optimizer_edits.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "app/session/simulation.h"
#include "app/session/starts.h"

using namespace ravine;

namespace {

/// Five optimizers of five rules, with a change for each and two of them in the panes.
Session five() {
    Session session = opening_session();
    session.optimizers.clear();
    int step = 0;
    for (const char* id : {"gd", "momentum", "adagrad", "rmsprop", "adam"}) {
        session.changes.push_back({step += 10, static_cast<int>(session.optimizers.size()), "lr", 0.01 * step});
        session.optimizers.push_back(new_optimizer(session, id));
    }
    session.view.left = 1;
    session.view.right = 3;
    return session;
}

const std::string& id_at(const Session& session, int i) { return session.optimizers[static_cast<std::size_t>(i)].id; }

/// Which rule each change is for, by its step.
std::vector<std::pair<int, std::string>> changes_by_rule(const Session& session) {
    std::vector<std::pair<int, std::string>> out;
    for (const SessionChange& c : session.changes) out.emplace_back(c.step, id_at(session, c.optimizer));
    return out;
}

}  // namespace

TEST(MovingAnOptimizer, TakesEverythingThatPointsAtItAlong) {
    const Session first = five();
    for (int from = 0; from < 5; ++from) {
        for (int to = 0; to < 5; ++to) {
            Session session = first;
            move_optimizer(session, from, to);
            EXPECT_EQ(id_at(session, to), id_at(first, from));
            EXPECT_EQ(changes_by_rule(session), changes_by_rule(first)) << from << " to " << to;
            EXPECT_EQ(id_at(session, session.view.left), id_at(first, first.view.left));
            EXPECT_EQ(id_at(session, session.view.right), id_at(first, first.view.right));
            for (int i = 0; i < 5; ++i) EXPECT_EQ(id_at(session, place_after_move(i, from, to)), id_at(first, i));
            move_optimizer(session, to, from);
            EXPECT_EQ(session, first) << "and back";
        }
    }
}

TEST(MovingAnOptimizer, ToAPlaceThatIsNoneDoesNothing) {
    Session session = five();
    move_optimizer(session, 0, 5);
    move_optimizer(session, -1, 2);
    EXPECT_EQ(session, five());
}

TEST(DuplicatingAnOptimizer, GivesTheSameRunsInAnotherColour) {
    const Session first = five();
    for (int i = 0; i < 5; ++i) {
        Session session = first;
        duplicate_optimizer(session, i);
        ASSERT_EQ(session.optimizers.size(), 6U);
        OptimizerChoice copy = session.optimizers[static_cast<std::size_t>(i + 1)];
        EXPECT_TRUE(std::ranges::none_of(first.optimizers, [&](const OptimizerChoice& o) { return o.color == copy.color; }));
        copy.color = first.optimizers[static_cast<std::size_t>(i)].color;
        EXPECT_EQ(copy, first.optimizers[static_cast<std::size_t>(i)]);
        EXPECT_EQ(id_at(session, session.view.left), id_at(first, first.view.left));
        EXPECT_EQ(id_at(session, session.view.right), id_at(first, first.view.right));
        EXPECT_EQ(run_spec(session, i).changes, run_spec(session, i + 1).changes);
        remove_optimizer(session, i + 1);
        EXPECT_EQ(session, first) << "the others stay as they are";
    }
}

TEST(DuplicatingAnOptimizer, EndsWhereThereIsNoMoreRoom) {
    Session session = five();
    for (int k = 0; k < 20; ++k) duplicate_optimizer(session, 2);
    EXPECT_EQ(session.optimizers.size(), static_cast<std::size_t>(max_optimizers));
    Session long_runs = five();
    long_runs.steps = 1'000'000;
    long_runs.ensemble = 2;
    ASSERT_TRUE(why_not_runs(long_runs).empty());
    for (int k = 0; k < 5; ++k) duplicate_optimizer(long_runs, 0);
    EXPECT_TRUE(why_not_runs(long_runs).empty());
    EXPECT_EQ(long_runs.optimizers.size(), 6U);
}

TEST(ShowingOnlyOne, HidesTheOthersUntilAllAreShown) {
    Session session = five();
    session.optimizers[2].shown = false;
    show_only(session, 2);
    for (int i = 0; i < 5; ++i) EXPECT_EQ(session.optimizers[static_cast<std::size_t>(i)].shown, i == 2);
    show_all(session);
    EXPECT_EQ(session, five());
}

TEST(ResettingAnOptimizer, GivesTheDefaultsFromTheFirstStepToTheLast) {
    Session session = five();
    session.optimizers[3].params[0] = 0.5;
    reset_optimizer(session, 3);
    EXPECT_EQ(session.optimizers[3], five().optimizers[3]);
    EXPECT_EQ(session.changes.size(), 4U);
    EXPECT_TRUE(std::ranges::none_of(session.changes, [](const SessionChange& c) { return c.optimizer == 3; }));
}

TEST(PuttingAnOptimizerIntoAPane, SwapsThePanesWhereTheOtherHeldIt) {
    Session session = five();
    put_in_pane(session, PaneSide::left, 3);
    EXPECT_EQ(session.view.left, 3);
    EXPECT_EQ(session.view.right, 1);
    put_in_pane(session, PaneSide::right, 4);
    EXPECT_EQ(session.view.left, 3);
    EXPECT_EQ(session.view.right, 4);
    const Session before = session;
    put_in_pane(session, PaneSide::right, 4);
    EXPECT_EQ(session, before);
    compare_optimizers(session, 0, 2);
    EXPECT_EQ(session.view.layout, Layout::compare);
    EXPECT_EQ(session.view.left, 0);
    EXPECT_EQ(session.view.right, 2);
}

TEST(Starts, AreAddedUntilThereIsNoMoreRoom) {
    Session session = five();
    for (int k = 1; k < max_starts; ++k) EXPECT_EQ(add_start(session, {0.1 * k, 0}), "");
    EXPECT_EQ(start_count(session), max_starts);
    const Session full = session;
    EXPECT_NE(add_start(session, {2, 2}), "");
    EXPECT_EQ(session, full);
    Session long_runs = five();
    long_runs.steps = 1'000'000;
    EXPECT_EQ(add_start(long_runs, {0, 0}), "");
    EXPECT_NE(add_start(long_runs, {1, 0}), "");
    EXPECT_EQ(start_count(long_runs), 2);
}

TEST(Starts, CloseRanksWhereOneIsTakenOut) {
    for (int taken = 0; taken < 4; ++taken) {
        Session session = five();
        for (int k = 1; k < 4; ++k) add_start(session, {0.1 * k, 0});
        std::vector<Point> left;
        for (int k = 0; k < 4; ++k)
            if (k != taken) left.push_back(start_at(session, k));
        remove_start(session, taken);
        ASSERT_EQ(start_count(session), 3);
        for (int k = 0; k < 3; ++k) EXPECT_EQ(start_at(session, k), left[static_cast<std::size_t>(k)]);
    }
    Session session = five();
    remove_start(session, 0);
    EXPECT_EQ(session, five()) << "the last one stays";
}
