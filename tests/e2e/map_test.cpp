// The map and the search for settings beside the stage.
#include <cmath>

#include <nlohmann/json.hpp>

#include "app/session/map_choice.h"
#include "app/session/tuning.h"
#include "tests/e2e/in_window.h"

using namespace ravine_test;

namespace {

class BesideTheStage : public InWindow {
protected:
    /// Opens the session with the map of its second optimizer as `choice` (JSON) says.
    Driver& with_map(const ravine::Session& session, nlohmann::json choice) {
        nlohmann::json settings = nlohmann::json::parse(contents(folder / "config" / "ravine" / "settings.json"));
        choice["optimizer"] = 1;
        settings["map"] = std::move(choice);
        put(folder / "config" / "ravine" / "settings.json", settings.dump());
        return open(session);
    }

    void until_complete(Driver& w) {
        eventually("complete map", [&] { return w.has("map.complete"); });
        w.wait_for_rest();
    }

    /// The cell of a 256 by 256 map at a spot of the window.
    static ravine::MapCell cell_at(const Place& pane, Spot spot) {
        const auto part = [](double from, double to, double at) {
            return static_cast<int>((std::round(at) - from) / (to - from) * 256);
        };
        return {part(pane.x0, pane.x1, spot.x), part(pane.y1, pane.y0, spot.y)};
    }
};

}  // namespace

TEST_F(BesideTheStage, AClickOnTheMapTakesTheCellsSettingAndUndoGivesTheOldOneBack) {
    Driver& w = with_map(opening_at_rest(), {{"kind", "lr-rho"}});
    EXPECT_FALSE(w.has("map"));
    w.press("m", "ctrl");
    until_complete(w);
    const Place pane = w.place("map");
    const Spot spot = pane.at(0.3, 0.6);
    const ravine::MapCell cell = cell_at(pane, spot);
    w.click(spot);
    until_complete(w);
    const ravine::Session taken = w.saved(file);
    const ravine::PlannedMap plan = ravine::plan_map(opening_at_rest(), {.optimizer = 1, .x = "lr", .y = "rho"});
    ravine::Session expected = opening_at_rest();
    ravine::take_cell(expected, plan, cell);
    EXPECT_EQ(value_of(taken, 1, "lr"), value_of(expected, 1, "lr"));
    EXPECT_EQ(value_of(taken, 1, "rho"), value_of(expected, 1, "rho"));
    EXPECT_EQ(taken, expected);
    w.press("z", "ctrl");
    EXPECT_EQ(w.saved(file), opening_at_rest());
    w.press("m", "ctrl");
    EXPECT_FALSE(w.has("map"));
}

TEST_F(BesideTheStage, ADragOnTheMapIsOneEdit) {
    Driver& w = with_map(opening_at_rest(), {{"kind", "lr-rho"}});
    w.press("m", "ctrl");
    until_complete(w);
    const Place pane = w.place("map");
    w.drag(pane.at(0.3, 0.3), pane.at(0.7, 0.8));
    EXPECT_TRUE(w.has("map.complete"));
    const ravine::MapCell cell = cell_at(pane, pane.at(0.7, 0.8));
    ravine::Session expected = opening_at_rest();
    ravine::take_cell(expected, ravine::plan_map(opening_at_rest(), {.optimizer = 1, .x = "lr", .y = "rho"}), cell);
    EXPECT_EQ(w.saved(file), expected);
    w.press("z", "ctrl");
    EXPECT_EQ(w.saved(file), opening_at_rest());
}

TEST_F(BesideTheStage, BasinsSetTheStart) {
    ravine::Session session = opening_at_rest();
    ravine::choose_objective(session, "himmelblau");
    Driver& w = with_map(session, {{"kind", "basins"}});
    w.press("m", "ctrl");
    until_complete(w);
    const Place pane = w.place("map");
    const Spot spot = pane.at(0.75, 0.25);
    w.click(spot);
    until_complete(w);
    ravine::Session expected = session;
    ravine::take_cell(expected, ravine::plan_map(session, {.kind = ravine::MapKind::basins, .optimizer = 1}),
                      cell_at(pane, spot));
    EXPECT_EQ(w.saved(file).start, expected.start);
}

TEST_F(BesideTheStage, TheMapFollowsTheSessionAndRemembersWhatItShows) {
    Driver& w = with_map(opening_at_rest(), nlohmann::json::object());
    w.press("m", "ctrl");
    until_complete(w);
    w.click("map.measure");
    w.click("menu.outcome");
    w.drag(w.place("start0").at(0.5), w.place("pane0").at(0.6, 0.3));
    until_complete(w);
    EXPECT_NE(w.saved(file).start, opening_at_rest().start);
    const auto settings = nlohmann::json::parse(contents(folder / "config" / "ravine" / "settings.json"));
    EXPECT_EQ(settings["map"]["measure"], "outcome");
    EXPECT_EQ(settings["aside"], "map");
}

TEST_F(BesideTheStage, EscStopsAMapThatTakesLong) {
    ravine::Session session = opening_at_rest();
    session.steps = 300'000;
    session.optimizers[0].shown = true;
    Driver& w = with_map(session, {{"kind", "lr-rho"}});
    w.press_now("ctrl+m");
    eventually("progress of the map", [&] { return w.has("map.stop"); });
    w.press_now("Escape");
    eventually("stopped map", [&] { return w.has("map.resume"); });
    w.wait_for_rest();
    EXPECT_FALSE(w.has("map.complete"));
}

TEST_F(BesideTheStage, EscStopsAMapBeforeItSaysHowFarItIs) {
    ravine::Session session = opening_at_rest();
    session.steps = 300'000;
    Driver& w = with_map(session, {{"kind", "lr-rho"}});
    w.press_now("ctrl+m");
    w.press_now("Escape");
    eventually("stopped map", [&] { return w.has("map.resume"); });
    w.wait_for_rest();
    EXPECT_FALSE(w.has("map.stop"));
    EXPECT_FALSE(w.has("map.complete"));
}

TEST_F(BesideTheStage, TunesAllAppliesAllAndUndoes) {
    Driver& w = open(opening_at_rest());
    w.press("t", "ctrl");
    w.click("tuning.budget");
    w.click("menu.32");
    w.click("tuning.all");
    eventually("table", [&] { return w.has("tuning1.apply"); });
    w.wait_for_rest();
    EXPECT_EQ(w.saved(file), opening_at_rest());
    w.click("tuning1.apply");
    ravine::Session one = w.saved(file);
    const ravine::Tuned best =
        ravine::tune({.run = ravine::run_spec(opening_at_rest(), 1), .budget = 32, .seed = opening_at_rest().seed});
    EXPECT_EQ(one.optimizers[1].params, best.params);
    EXPECT_EQ(one.optimizers[0], opening_at_rest().optimizers[0]);
    w.click("tuning.apply");
    const ravine::Session both = w.saved(file);
    EXPECT_NE(both.optimizers[0], opening_at_rest().optimizers[0]);
    EXPECT_EQ(both.optimizers[1], one.optimizers[1]);
    EXPECT_FALSE(w.has("tuning.apply"));
    w.press("z", "ctrl");
    EXPECT_EQ(w.saved(file), one);
    w.press("z", "ctrl");
    EXPECT_EQ(w.saved(file), opening_at_rest());
}
