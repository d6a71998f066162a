// Fair tuning of a session: one budget for all, never worse, applied only when asked for.
#include "app/session/tuning.h"

#include <thread>

#include <gtest/gtest.h>

#include "engine/tune.h"

using namespace ravine;

namespace {

Session race() {
    Session session = opening_session();
    session.optimizers.push_back(new_optimizer(session, "adam"));
    session.steps = 60;
    return session;
}

TuningTable tuned(const Session& session, int budget) {
    Background<TuningTable> background([] {});
    background.ask([&](const auto& job) { tune_all(session, simulate(session), budget, job); });
    while (background.news().busy) std::this_thread::yield();
    return background.news().result ? *background.news().result : TuningTable{};
}

}  // namespace

TEST(TuningAll, GivesEveryOptimizerTheSameBudgetAndTheEnginesResult) {
    const Session session = race();
    const TuningTable table = tuned(session, 64);
    ASSERT_EQ(table.cards.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(table.cards[i].best.runs, 64);
        const Tuned alone = tune({.run = run_spec(session, static_cast<int>(i)), .budget = 64, .seed = session.seed});
        EXPECT_EQ(table.cards[i].best.params, alone.params);
        EXPECT_LE(table.cards[i].best.f, table.cards[i].before);
    }
    EXPECT_EQ(tuned(session, 64).cards[2].best.params, table.cards[2].best.params);
}

TEST(TuningAll, GivesSettingsWhoseRunsEndWhereTheTableSays) {
    Session session = race();
    const TuningTable table = tuned(session, 128);
    for (std::size_t i = 0; i < table.cards.size(); ++i) {
        EXPECT_FALSE(is_applied(session, table, i));
        apply_tuned(session, table, i);
        EXPECT_TRUE(is_applied(session, table, i));
    }
    const Runs runs = simulate(session);
    for (std::size_t i = 0; i < table.cards.size(); ++i) EXPECT_EQ(runs[i]->f.back(), table.cards[i].best.f);
}

TEST(ATunedCard, TakesWhatWasSteeredOutOfItsRunAlone) {
    Session session = race();
    session.changes = {{3, 0, "lr", 0.5}, {4, 1, "lr", 0.5}};
    const TuningTable table = tuned(session, 8);
    apply_tuned(session, table, 1);
    ASSERT_EQ(session.changes.size(), 1U);
    EXPECT_EQ(session.changes[0].optimizer, 0);
    EXPECT_FALSE(is_applied(session, table, 0));
}

TEST(ATunedCard, IsNotAppliedToAnotherOptimizer) {
    Session session = race();
    const TuningTable table = tuned(session, 8);
    remove_optimizer(session, 0);
    const Session before = session;
    for (std::size_t i = 0; i < 4; ++i) apply_tuned(session, table, i);
    EXPECT_EQ(session, before);
}

TEST(ATuningProblem, StaysTheSameWhenItsResultIsApplied) {
    Session session = race();
    const Session before = tuning_problem(session);
    const TuningTable table = tuned(session, 32);
    for (std::size_t i = 0; i < table.cards.size(); ++i) apply_tuned(session, table, i);
    EXPECT_EQ(tuning_problem(session), before);
    session.view.step = 7;
    EXPECT_EQ(tuning_problem(session), before);
    session.start.x += 0.5;
    EXPECT_NE(tuning_problem(session), before);
    session.start.x = before.start.x;
    session.optimizers[1].params[2] = 1e-3;  // epsilon is not searched
    EXPECT_NE(tuning_problem(session), before);
}
