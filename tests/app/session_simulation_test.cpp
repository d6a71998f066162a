// What a run depends on, and what is not computed twice.
#include <stdexcept>

#include <gtest/gtest.h>

#include "app/session/simulation.h"

namespace ravine {
namespace {

Session three_runs() {
    Session session = opening_session();
    session.optimizers.push_back(new_optimizer(session, "adam"));
    session.steps = 40;
    return session;
}

void set(Session& session, std::size_t card, std::string_view param, double value) {
    const int i = index_of(find_optimizer(session.optimizers[card].id)->params, param);
    session.optimizers[card].params.at(static_cast<std::size_t>(i)) = value;
}

void expect_equal(const Run& a, const Run& b) {
    EXPECT_EQ(a.x, b.x);
    EXPECT_EQ(a.y, b.y);
    EXPECT_EQ(a.f, b.f);
    EXPECT_EQ(a.state, b.state);
    EXPECT_EQ(a.outcome, b.outcome);
}

TEST(Simulation, GivesOneRunPerOptimizerInOrder) {
    const Session session = three_runs();
    const Runs runs = simulate(session);
    ASSERT_EQ(runs.size(), session.optimizers.size());
    for (int i = 0; i < 3; ++i) expect_equal(*runs[static_cast<std::size_t>(i)], simulate(run_spec(session, i)));
    EXPECT_EQ(last_step(runs), 40);
}

TEST(Simulation, RecomputesOnlyTheRunWhoseHyperparameterMoved) {
    Simulation simulation;
    Session session = three_runs();
    const Runs before = simulation.runs(session);
    set(session, 1, "rho", 0.5);
    const Runs after = simulation.runs(session);
    EXPECT_EQ(after[0], before[0]);
    EXPECT_NE(after[1], before[1]);
    EXPECT_EQ(after[2], before[2]);
    expect_equal(*after[1], *simulate(session)[1]);
}

TEST(Simulation, RecomputesNothingForTheView) {
    Simulation simulation;
    Session session = three_runs();
    const Runs before = simulation.runs(session);
    session.view.box = {-9, 9, -9, 9};
    session.view.step = 17;
    session.view.layout = Layout::single;
    session.title = "another";
    session.optimizers[0].color = 7;
    session.optimizers[1].shown = false;
    session.seed = 99;  // nothing is drawn without noise
    EXPECT_EQ(simulation.runs(session), before);
}

TEST(Simulation, RecomputesEverythingForTheStart) {
    Simulation simulation;
    Session session = three_runs();
    const Runs before = simulation.runs(session);
    session.start.x += 0.25;
    const Runs after = simulation.runs(session);
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_NE(after[i], before[i]);
        EXPECT_EQ(after[i]->at(0), session.start);
    }
}

TEST(Simulation, KeepsTheRunsOfCardsThatMove) {
    Simulation simulation;
    Session session = three_runs();
    const Runs before = simulation.runs(session);
    std::swap(session.optimizers[0], session.optimizers[2]);
    EXPECT_EQ(simulation.runs(session), (Runs{before[2], before[1], before[0]}));
    remove_optimizer(session, 0);
    EXPECT_EQ(simulation.runs(session), (Runs{before[1], before[0]}));
}

TEST(Simulation, GivesEveryRunItsOwnNoise) {
    Session session = three_runs();
    session.noise = 0.5;
    session.optimizers[1] = session.optimizers[0];
    const Runs runs = simulate(session);
    EXPECT_NE(runs[0]->x, runs[1]->x);
    EXPECT_EQ(run_spec(session, 1).run, 1U);
    Simulation simulation;
    const Runs before = simulation.runs(session);
    session.seed += 1;
    EXPECT_NE(simulation.runs(session)[0]->x, before[0]->x);
}

TEST(Simulation, AppliesChangesInTheOrderOfTheirSteps) {
    Session session = three_runs();
    session.changes = {{30, 1, "rho", 0.5}, {10, 1, "lr", 0.2}, {10, 0, "lr", 0.2}};
    const RunSpec spec = run_spec(session, 1);
    ASSERT_EQ(spec.changes.size(), 2U);
    EXPECT_EQ(spec.changes[0].step, 10);
    EXPECT_EQ(spec.changes[1].step, 30);
    EXPECT_EQ(spec.changes[1].param, index_of(find_optimizer("rmsprop")->params, "rho"));

    const Runs changed = simulate(session), plain = simulate(three_runs());
    EXPECT_EQ(changed[1]->at(10), plain[1]->at(10));
    EXPECT_NE(changed[1]->at(11), plain[1]->at(11));
    EXPECT_EQ(changed[2]->x, plain[2]->x);
}

TEST(Simulation, RefusesAPlaceThatIsNone) { EXPECT_THROW(run_spec(three_runs(), 3), std::out_of_range); }

TEST(Simulation, OfNothingEndsAtTheStart) { EXPECT_EQ(last_step({}), 0); }

}  // namespace
}  // namespace ravine
