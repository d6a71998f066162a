// The map that a person looks at: what a session has of it, what it depends on, and cells as settings.
#include "app/session/map_choice.h"

#include <algorithm>
#include <functional>
#include <thread>

#include <gtest/gtest.h>

#include "app/session/session_json.h"
#include "app/session/simulation.h"

using namespace ravine;

namespace {

Session session_of(std::string_view objective, std::string_view optimizer) {
    Session session = opening_session();
    choose_objective(session, objective);
    session.optimizers = {new_optimizer(session, optimizer)};
    session.view.right = 0;
    session.steps = 40;
    return session;
}

/// Every map that any optimizer of the catalogue has on Rosenbrock's valley, coarse.
void for_every_map(const std::function<void(const Session&, const MapRequest&)>& check) {
    for (const OptimizerInfo& info : optimizers()) {
        const Session session = session_of("rosenbrock", info.id);
        const std::vector<int> known = varying(info.params, session.optimizers[0].params);
        for (const int a : known)
            for (const int b : known) {
                if (a == b) continue;
                MapChoice choice;
                choice.x = info.params[static_cast<std::size_t>(a)].id;
                choice.y = info.params[static_cast<std::size_t>(b)].id;
                MapRequest request = chosen_map(session, choice).request;
                request.columns = 23, request.rows = 17;
                check(session, request);
            }
        for (const MapKind kind : {MapKind::lr_objective, MapKind::basins}) {
            MapChoice choice;
            choice.kind = kind;
            const ChosenMap chosen = chosen_map(session, choice);
            if (chosen.problem.empty()) check(session, chosen.request);
        }
    }
}

void until(const std::function<bool()>& holds) {
    while (!holds()) std::this_thread::yield();
}

}  // namespace

TEST(AChosenMap, VariesTheLearningRateAndWhatForgets) {
    const auto sides = [](std::string_view optimizer) {
        const MapRequest request = chosen_map(session_of("rosenbrock", optimizer), {}).request;
        return std::pair(request.x, request.y);
    };
    EXPECT_EQ(sides("rmsprop"), std::pair(std::string("lr"), std::string("rho")));
    EXPECT_EQ(sides("adam"), std::pair(std::string("lr"), std::string("beta2")));
    EXPECT_EQ(sides("momentum"), std::pair(std::string("lr"), std::string("momentum")));
}

TEST(AChosenMap, IsThereForEveryOptimizerOrSaysWhyNot) {
    for (const OptimizerInfo& info : optimizers()) {
        const Session session = session_of("rosenbrock", info.id);
        for (const MapKind kind : {MapKind::lr_rho, MapKind::lr_objective, MapKind::basins}) {
            MapChoice choice;
            choice.kind = kind;
            const ChosenMap chosen = chosen_map(session, choice);
            if (!chosen.problem.empty()) {
                EXPECT_LT(varying(info.params, session.optimizers[0].params).size(), kind == MapKind::lr_rho ? 2U : 1U)
                    << info.id;
                continue;
            }
            PlannedMap plan = plan_map(session, chosen.request);
            plan.spec.columns = plan.spec.rows = 2;
            plan.spec.run.steps = 2;
            Map map;
            EXPECT_TRUE(compute_map(plan.spec, map)) << info.id;
            EXPECT_TRUE(fits(session, chosen.request, plan)) << info.id;
        }
    }
}

TEST(AChosenMap, KeepsToTheSessionWhateverWasChosenBefore) {
    MapChoice choice;
    choice.optimizer = 7;
    choice.x = "rho";
    choice.y = "no such number";
    choice.measure = MapMeasure::minimum;
    const ChosenMap chosen = chosen_map(session_of("rosenbrock", "gd"), choice);
    EXPECT_EQ(chosen.request.optimizer, 0);
    EXPECT_EQ(chosen.request.x, "lr");
    EXPECT_NE(chosen.request.y, "lr");
    EXPECT_EQ(chosen.measure, MapMeasure::f);
    choice.x = choice.y = "rho";
    const ChosenMap twice = chosen_map(session_of("rosenbrock", "rmsprop"), choice);
    EXPECT_EQ(twice.request.x, "rho");
    EXPECT_NE(twice.request.y, "rho");
}

TEST(AChosenMap, OfAnObjectiveWithoutParametersSaysSo) {
    MapChoice choice;
    choice.kind = MapKind::lr_objective;
    EXPECT_NE(chosen_map(session_of("himmelblau", "rmsprop"), choice).problem, "");
    EXPECT_EQ(chosen_map(session_of("rosenbrock", "rmsprop"), choice).problem, "");
}

TEST(ACell, IsWhereItsOwnSettingLies) {
    for_every_map([](const Session& session, const MapRequest& request) {
        const PlannedMap plan = plan_map(session, request);
        const OptimizerInfo& info = info_of(session.optimizers[0]);
        const auto whole = [](const MapAxis& a) { return a.scale == Scale::integer; };
        for (int j = 0; j < plan.spec.rows; j += 5)
            for (int i = 0; i < plan.spec.columns; i += 4) {
                Session taken = session;
                take_cell(taken, plan, {i, j});
                const auto cell = cell_of(plan, own_setting(taken, plan));
                ASSERT_TRUE(cell) << info.id << " " << plan.x_id << " " << plan.y_id;
                // Several cells may stand for one whole number.
                if (!whole(plan.spec.x)) {
                    EXPECT_EQ(cell->i, i) << info.id << " " << plan.x_id;
                }
                if (!whole(plan.spec.y)) {
                    EXPECT_EQ(cell->j, j) << info.id << " " << plan.y_id;
                }
                EXPECT_EQ(values_of(plan, *cell), own_setting(taken, plan));
            }
    });
}

TEST(ACell, GivesASessionThatCanBeSavedAndReadBack) {
    for_every_map([](const Session& session, const MapRequest& request) {
        const PlannedMap plan = plan_map(session, request);
        for (const MapCell cell : {MapCell{0, 0}, MapCell{plan.spec.columns - 1, plan.spec.rows - 1}, MapCell{11, 7}}) {
            Session taken = session;
            take_cell(taken, plan, cell);
            EXPECT_EQ(session_from_json(to_json(taken)), taken) << plan.x_id << " " << plan.y_id;
        }
    });
}

TEST(ACell, SaysWhatTheSessionsRunSaysOnceItIsTaken) {
    for (const char* optimizer : {"rmsprop", "adam", "momentum", "lookahead"})
        for (const MapKind kind : {MapKind::lr_rho, MapKind::lr_objective, MapKind::basins}) {
            const Session session = session_of("rosenbrock", optimizer);
            MapChoice choice;
            choice.kind = kind;
            MapRequest request = chosen_map(session, choice).request;
            request.columns = request.rows = 9;
            const PlannedMap plan = plan_map(session, request);
            Map map;
            ASSERT_TRUE(compute_map(plan.spec, map));
            for (int k = 0; k < 9; ++k) {
                Session taken = session;
                take_cell(taken, plan, {k, 8 - k});
                const Runs runs = simulate(taken);
                EXPECT_EQ(map.f[map.cell(k, 8 - k)], runs[0]->f.back()) << optimizer << " " << k;
                EXPECT_EQ(map.outcome[map.cell(k, 8 - k)], runs[0]->outcome) << optimizer << " " << k;
            }
        }
}

TEST(ACell, TakesWhatWasSteeredOutOfTheRun) {
    Session session = session_of("rosenbrock", "rmsprop");
    session.changes = {{5, 0, "rho", 0.5}, {6, 0, "eps", 1e-4}};
    const PlannedMap plan = plan_map(session, chosen_map(session, {}).request);
    take_cell(session, plan, {3, 4});
    ASSERT_EQ(session.changes.size(), 1U);
    EXPECT_EQ(session.changes[0].param, "eps");
}

TEST(AMapsEssence, HoldsStillWhileItsOwnCellsAreTaken) {
    for_every_map([](const Session& session, const MapRequest& request) {
        const PlannedMap plan = plan_map(session, request);
        Session taken = session;
        take_cell(taken, plan, {2, 3});
        EXPECT_NE(taken, session);
        EXPECT_EQ(essence(taken, request), essence(session, request)) << plan.x_id << " " << plan.y_id;
    });
}

TEST(AMapsEssence, ChangesWithAllThatTheMapDependsOn) {
    const Session session = session_of("rosenbrock", "rmsprop");
    const MapRequest request = chosen_map(session, {}).request;
    const auto after = [&](const std::function<void(Session&)>& edit) {
        Session other = session;
        edit(other);
        return essence(other, request) == essence(session, request);
    };
    EXPECT_FALSE(after([](Session& s) { s.start.x += 0.1; }));
    EXPECT_FALSE(after([](Session& s) { s.steps = 41; }));
    EXPECT_FALSE(after([](Session& s) { s.noise = 0.1; }));
    EXPECT_FALSE(after([](Session& s) { s.objective_params[0] = 2; }));
    EXPECT_FALSE(after([](Session& s) { s.optimizers[0].params[2] = 1e-3; }));
    EXPECT_FALSE(after([](Session& s) { choose_objective(s, "bowl"); }));
    EXPECT_FALSE(after([](Session& s) { s.changes.push_back({3, 0, "eps", 1e-3}); }));
    EXPECT_TRUE(after([](Session& s) { s.view.box.x1 += 1; }));
    EXPECT_TRUE(after([](Session& s) { s.view.theme = ThemeName::light; }));
    EXPECT_TRUE(after([](Session& s) { s.seed = 5; }));
    EXPECT_TRUE(after([](Session& s) { s.optimizers.push_back(new_optimizer(s, "adam")); }));
    EXPECT_TRUE(after([](Session& s) { s.optimizers[0].color = 4; }));
    EXPECT_TRUE(after([](Session& s) { s.lesson.caption = "Look"; }));
}

TEST(AMapsEssence, OfBasinsChangesWithTheView) {
    Session session = session_of("himmelblau", "rmsprop");
    MapChoice choice;
    choice.kind = MapKind::basins;
    const MapRequest request = chosen_map(session, choice).request;
    const Session before = essence(session, request);
    session.start.x += 1;
    EXPECT_EQ(essence(session, request), before);
    session.view.box.x0 -= 1;
    EXPECT_NE(essence(session, request), before);
}

TEST(AnEarlierMap, FitsOnlyTheSidesThatAreWanted) {
    const Session session = session_of("rosenbrock", "rmsprop");
    const MapRequest request = chosen_map(session, {}).request;
    const PlannedMap plan = plan_map(session, request);
    EXPECT_TRUE(fits(session, request, plan));
    MapRequest other = request;
    other.y = "eps";
    EXPECT_FALSE(fits(session, other, plan));
    EXPECT_FALSE(fits(session_of("rosenbrock", "adam"), request, plan));
    EXPECT_FALSE(fits(session_of("bowl", "rmsprop"), request, plan));
    Session two = session;
    two.optimizers.push_back(new_optimizer(two, "rmsprop"));
    other = request;
    other.optimizer = 1;
    const PlannedMap second = plan_map(two, other);
    EXPECT_TRUE(fits(two, other, second));
    EXPECT_FALSE(fits(session, other, second));
}

TEST(ALiveMap, IsPublishedPassByPassAndEndsAsTheEngineSays) {
    const Session session = session_of("rosenbrock", "rmsprop");
    MapRequest request = chosen_map(session, {}).request;
    request.columns = request.rows = 33;
    Background<MapStage> background([] {});
    background.ask([&](const auto& job) { compute_map(session, request, job); });
    until([&] { return !background.news().busy; });
    const auto stage = background.news().result;
    ASSERT_NE(stage, nullptr);
    EXPECT_EQ(stage->cell_size, 1);
    Map map;
    ASSERT_TRUE(compute_map(plan_map(session, request).spec, map));
    EXPECT_EQ(stage->map->f, map.f);
    EXPECT_EQ(stage->map->outcome, map.outcome);
}
