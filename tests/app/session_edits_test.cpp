// The opening session and the edits that keep a session whole.
#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include <gtest/gtest.h>

#include "app/session/session.h"
#include "app/session/simulation.h"

namespace ravine {
namespace {

Session session_of(std::initializer_list<const char*> ids) {
    Session session = opening_session();
    session.optimizers.clear();
    for (const char* id : ids) session.optimizers.push_back(new_optimizer(session, id));
    return session;
}

TEST(OpeningSession, ShowsThatAdagradStallsWhereRmspropKeepsGoing) {
    const Session session = opening_session();
    ASSERT_EQ(session.optimizers.size(), 2U);
    EXPECT_EQ(session.optimizers[0].id, "adagrad");
    EXPECT_EQ(session.optimizers[1].id, "rmsprop");
    EXPECT_EQ(session.objective, "rosenbrock");
    EXPECT_EQ(session.view.layout, Layout::compare);
    const Runs runs = simulate(session);
    EXPECT_EQ(last_step(runs), session.steps);
    const Minimum minimum = objective_of(session).minima().front();
    const auto distance_left = [&](const ravine::Run& run) {
        return std::hypot(run.x.back() - minimum.x, run.y.back() - minimum.y);
    };
    EXPECT_LT(distance_left(*runs[1]), 0.2);
    EXPECT_GT(distance_left(*runs[0]), 1.5);
    EXPECT_LT(10 * runs[0]->rate_x.back(), runs[1]->rate_x.back()) << "the effective rate says why";
    for (const RunPtr& run : runs)
        for (int i = 0; i <= run->last(); ++i) EXPECT_TRUE(session.view.box.contains(run->at(i))) << i;
}

TEST(NewOptimizer, TakesTheFirstColourThatIsNotInUse) {
    Session session = session_of({"gd", "adam", "rmsprop"});
    EXPECT_EQ(session.optimizers[2].color, 2);
    remove_optimizer(session, 1);
    EXPECT_EQ(new_optimizer(session, "momentum").color, 1);
    EXPECT_EQ(session.optimizers[1].color, 2) << "the others keep theirs";
}

TEST(NewOptimizer, HasTheDefaultsOfTheCatalogue) {
    for (const OptimizerInfo& info : optimizers()) {
        const OptimizerChoice choice = new_optimizer(Session{}, info.id);
        EXPECT_EQ(choice.params, standard_values(info.params));
        EXPECT_EQ(optimizer_of(choice), Optimizer(info.id));
        EXPECT_TRUE(choice.shown);
    }
    EXPECT_THROW(new_optimizer(Session{}, "sgdd"), std::invalid_argument);
}

TEST(ChooseObjective, TakesItsParametersStartAndViewAndKeepsTheOptimizers) {
    for (const ObjectiveInfo& info : objectives()) {
        Session session = opening_session();
        choose_objective(session, info.id);
        EXPECT_EQ(objective_of(session), Objective(info.id));
        EXPECT_EQ(session.start, info.start);
        EXPECT_EQ(session.view.box, info.domain);
        EXPECT_EQ(session.optimizers, opening_session().optimizers);
    }
    Session session = opening_session();
    EXPECT_THROW(choose_objective(session, "bowll"), std::invalid_argument);
    EXPECT_EQ(session, opening_session());
}

TEST(RemoveOptimizer, MendsWhatPointedBehindIt) {
    Session session = session_of({"gd", "adam", "rmsprop"});
    session.changes = {{5, 0, "lr", 1}, {6, 1, "lr", 1}, {7, 2, "rho", 0.5}};
    session.view.left = 0;
    session.view.right = 2;
    remove_optimizer(session, 1);
    EXPECT_EQ(session.changes, (std::vector<SessionChange>{{5, 0, "lr", 1}, {7, 1, "rho", 0.5}}));
    EXPECT_EQ(session.view.left, 0);
    EXPECT_EQ(session.view.right, 1);
}

TEST(RemoveOptimizer, KeepsTheLastOne) {
    Session session = session_of({"gd"});
    const Session before = session;
    remove_optimizer(session, 0);
    EXPECT_EQ(session, before);
}

TEST(RemoveOptimizer, IgnoresPlacesThatAreNone) {
    Session session = session_of({"gd", "adam"});
    const Session before = session;
    for (const int i : {-1, 2, 99}) remove_optimizer(session, i);
    EXPECT_EQ(session, before);
}

TEST(RemoveOptimizer, LeavesPanesThatShowWhatTheyShowedOrTwoThatDiffer) {
    for (int left = 0; left < 4; ++left)
        for (int right = 0; right < 4; ++right)
            for (int gone = 0; gone < 4; ++gone) {
                Session session = session_of({"gd", "adam", "rmsprop", "adagrad"});
                session.view.left = left;
                session.view.right = right;
                const auto shown = [&](int pane) { return session.optimizers.at(static_cast<std::size_t>(pane)).id; };
                const std::string old_left = shown(left), old_right = shown(right);
                remove_optimizer(session, gone);
                if (left != gone) {
                    EXPECT_EQ(shown(session.view.left), old_left);
                }
                if (right != gone) {
                    EXPECT_EQ(shown(session.view.right), old_right);
                }
                if (left != right) {
                    EXPECT_NE(session.view.left, session.view.right) << left << right << gone;
                }
            }
}

TEST(Colormaps, BeginWithTheDefault) { EXPECT_EQ(View{}.colormap, colormap_ids[0]); }

TEST(ViewLimits, TellAViewFromNone) {
    EXPECT_EQ(why_not_view({-2, 2, -1, 3}), "");
    EXPECT_EQ(why_not_view({1, 1 + 1e-9, 0, 1e-9}), "");
    EXPECT_NE(why_not_view({2, -2, -1, 3}), "");
    EXPECT_NE(why_not_view({1, 1 + 1e-15, 0, 1}), "");
    EXPECT_NE(why_not_view({0, 1, 0, 1e200}), "");
    EXPECT_NE(why_not_view({0, 1, 0, std::numeric_limits<double>::quiet_NaN()}), "");
    for (const ObjectiveInfo& info : objectives()) EXPECT_EQ(why_not_view(info.domain), "");
}

}  // namespace
}  // namespace ravine
