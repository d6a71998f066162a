// The menus that a right click, or the Menu key, opens where a thing is drawn.
#include <algorithm>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "tests/e2e/in_window.h"

using namespace ravine_test;

namespace {

class Menus : public InWindow {
protected:
    void choose(Driver& w, Spot at, const std::string& item) {
        w.right_click(at);
        ASSERT_TRUE(w.has("menu." + item)) << item;
        w.click("menu." + item);
        EXPECT_FALSE(w.has("menu")) << "it closes";
    }
    /// The same in a list of the menu.
    void choose(Driver& w, Spot at, const std::string& list, const std::string& item) {
        w.right_click(at);
        w.click("menu." + list);
        ASSERT_TRUE(w.has("menu." + item)) << item;
        w.click("menu." + item);
    }
};

ravine::Session at_rest(ravine::Layout layout) {
    ravine::Session session = ravine::opening_session();
    session.optimizers.push_back(ravine::new_optimizer(session, "adam"));
    session.view.step = 50;
    session.view.layout = layout;
    return session;
}

/// What the clipboard holds: it becomes the name of a session file.
std::string pasted(Driver& w, const std::filesystem::path& folder) {
    w.press("k", "ctrl");
    w.type("save under");
    w.press("Return");
    w.press("a", "ctrl");
    w.press("v", "ctrl");
    w.press("Return");
    const std::string ending = ".ravine.json";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(ending) && name != "work" + ending) return name.substr(0, name.size() - ending.size());
    }
    return {};
}

}  // namespace

TEST_F(Menus, OfTheContourSetAddAndTakeOutStarts) {
    Driver& w = open(at_rest(ravine::Layout::single));
    const Place pane = w.place("pane0");
    choose(w, pane.at(0.3, 0.12), "Start here");
    const ravine::Session moved = w.saved(file);
    EXPECT_NE(moved.start, at_rest(ravine::Layout::single).start);
    choose(w, pane.at(0.7, 0.12), "Add a start here");
    const ravine::Session added = w.saved(file);
    ASSERT_EQ(added.more_starts.size(), 1U);
    EXPECT_EQ(added.start, moved.start);
    choose(w, pane.at(0.3, 0.12), "Remove this start");
    const ravine::Session left = w.saved(file);
    EXPECT_TRUE(left.more_starts.empty());
    EXPECT_EQ(left.start, added.more_starts[0]);
    w.press("z", "ctrl");
    EXPECT_EQ(w.saved(file), added) << "each is one undo";
}

TEST_F(Menus, OfTheContourZoomAndSwitchOverlays) {
    Driver& w = open(at_rest(ravine::Layout::single));
    const Place pane = w.place("pane0");
    choose(w, pane.at(0.3, 0.12), "Zoom in here");
    const double near = w.saved(file).view.box.width();
    choose(w, pane.at(0.3, 0.12), "Zoom out");
    EXPECT_NEAR(w.saved(file).view.box.width(), 2 * near, 1e-6 * near);
    choose(w, pane.at(0.3, 0.12), "Show the whole domain");
    EXPECT_EQ(w.saved(file).view.box, at_rest(ravine::Layout::single).view.box);
    choose(w, pane.at(0.3, 0.12), "Overlays", "descent arrows");
    EXPECT_TRUE(w.has("menu")) << "several can be switched";
    w.click("menu.relief");
    w.press("Escape");
    EXPECT_FALSE(w.has("menu"));
    const ravine::Overlays overlays = w.saved(file).view.overlays;
    EXPECT_TRUE(overlays.arrows);
    EXPECT_TRUE(overlays.shading);
}

TEST_F(Menus, OfAPathGoToItsStepInspectAndHideIt) {
    ravine::Session session = at_rest(ravine::Layout::compare);
    session.view.step = 200;
    Driver& w = open(session);
    w.press("Home");
    const Spot start = w.place("start1").at(0.5);
    w.press("End");
    w.right_click(start);
    EXPECT_TRUE(w.has("menu.Go to step 0"));
    EXPECT_FALSE(w.has("menu.Hide RMSprop")) << "a comparison shows what is in its panes";
    w.click("menu.Inspect this step");
    EXPECT_TRUE(w.has("inspector.RMSprop.0"));
    w.press("1");
    ASSERT_EQ(w.saved(file).view.layout, ravine::Layout::single);
    w.right_click(w.place("start0").at(0.5));
    ASSERT_TRUE(w.has("menu.Go to step 0"));
    w.press("Escape");
    EXPECT_FALSE(w.has("menu"));
    EXPECT_EQ(w.saved(file).optimizers, session.optimizers);
}

TEST_F(Menus, CopyCoordinatesWithAllTheirDigits) {
    Driver& w = open(at_rest(ravine::Layout::single));
    const Spot at = w.place("pane0").at(0.31, 0.42);
    choose(w, at, "Start here");
    const ravine::Session started = w.saved(file);
    choose(w, at, "Copy coordinates");
    const std::string text = pasted(w, folder);
    double x = 0, y = 0, f = 0;
    ASSERT_EQ(std::sscanf(text.c_str(), "%lf, %lf, %lf", &x, &y, &f), 3) << text;
    EXPECT_EQ(x, started.start.x);
    EXPECT_EQ(y, started.start.y);
    EXPECT_EQ(f, ravine::objective_of(started).at(started.start).f);
}

TEST_F(Menus, OfACellOfTheGridHideMoveAndCompareItsOptimizer) {
    const ravine::Session session = at_rest(ravine::Layout::grid);
    Driver& w = open(session);
    choose(w, w.place("pane2").at(0.8, 0.2), "Move to first");
    ravine::Session moved = w.saved(file);
    EXPECT_EQ(moved.optimizers[0], session.optimizers[2]);
    EXPECT_EQ(moved.optimizers[1], session.optimizers[0]);
    choose(w, w.place("pane0").at(0.8, 0.2), "Hide");
    EXPECT_FALSE(w.saved(file).optimizers[0].shown);
    EXPECT_FALSE(w.has("pane2"));
    choose(w, w.place("pane0").at(0.8, 0.2), "Show hidden", "Adam");
    EXPECT_TRUE(w.saved(file).optimizers[0].shown);
    choose(w, w.place("pane1").at(0.8, 0.2), "Compare with", "RMSprop");
    const ravine::View view = w.saved(file).view;
    EXPECT_EQ(view.layout, ravine::Layout::compare);
    EXPECT_EQ(view.left, 1);
    EXPECT_EQ(view.right, 2);
}

TEST_F(Menus, OfTheSurfaceTurnTheCameraAndChooseItsHeights) {
    ravine::Session session = at_rest(ravine::Layout::surface);
    session.view.camera.azimuth = 100;
    session.view.camera.zoom = 2;
    Driver& w = open(session);
    const Spot at = w.place("surface0").at(0.1, 0.1);
    choose(w, at, "View from the top");
    EXPECT_EQ(w.saved(file).view.camera.elevation, 90);
    choose(w, at, "Reset the camera");
    EXPECT_EQ(w.saved(file).view.camera, ravine::Camera{});
    choose(w, at, "Linear heights");
    EXPECT_EQ(w.saved(file).view.camera.heights, ravine::Camera::Heights::linear);
    choose(w, at, "Export picture…");
    EXPECT_TRUE(w.has("export.write"));
}

TEST_F(Menus, OfACurveChooseScaleAndQuantityAndGoToAStep) {
    ravine::Session session = at_rest(ravine::Layout::compare);
    session.view.curve_range = {20, 120};
    Driver& w = open(session);
    const auto middle = [&] { return w.place("curve0").at(0.5); };
    choose(w, middle(), "linear scale");
    EXPECT_EQ(w.saved(file).view.curves[0].scale, ravine::CurveScale::linear);
    w.right_click(middle());
    w.click("menu.Quantity");
    for (int k = 0; k < 3; ++k) w.press("Down");
    w.press("Return");
    EXPECT_NE(w.saved(file).view.curves[0].kind, session.view.curves[0].kind);
    choose(w, middle(), "Go to step 70");
    EXPECT_EQ(w.saved(file).view.step, 70);
    choose(w, middle(), "Show all steps");
    EXPECT_TRUE(w.saved(file).view.curve_range.all());
    const Spot from = middle();
    w.drag(from, {from.x + 30, from.y}, "3");
    EXPECT_FALSE(w.has("menu")) << "a drag with the right button is none";
}

TEST_F(Menus, OfTheMapTakeASettingAndWriteThePicture) {
    const std::filesystem::path settings_file = folder / "config" / "ravine" / "settings.json";
    nlohmann::json settings = nlohmann::json::parse(contents(settings_file));
    settings["map"] = {{"kind", "lr-rho"}, {"optimizer", 1}};
    put(settings_file, settings.dump());
    Driver& w = open(at_rest(ravine::Layout::compare));
    w.press("m", "ctrl");
    eventually("complete map", [&] { return w.has("map.complete"); });
    w.wait_for_rest();
    const Spot at = w.place("map").at(0.3, 0.6);
    choose(w, at, "Export map");
    EXPECT_TRUE(std::filesystem::exists(pictures / "rosenbrock-map.png"));
    choose(w, at, "Take this setting");
    const ravine::Session taken = w.saved(file);
    EXPECT_NE(taken.optimizers, at_rest(ravine::Layout::compare).optimizers);
    choose(w, at, "Close the map");
    EXPECT_FALSE(w.has("map"));
}

TEST_F(Menus, OfACardDuplicateMoveResetAndRemoveIt) {
    const ravine::Session session = at_rest(ravine::Layout::single);
    Driver& w = open(session);
    const auto card = [&](int i) { return w.place("optimizer" + std::to_string(i) + ".name").at(0.5); };
    choose(w, card(0), "Duplicate");
    ASSERT_EQ(w.saved(file).optimizers.size(), 4U);
    EXPECT_EQ(w.saved(file).optimizers[1].id, "adagrad");
    choose(w, card(0), "Remove");
    choose(w, card(0), "Move down");
    ravine::Session now = w.saved(file);
    EXPECT_EQ(now.optimizers[0].id, "rmsprop");
    EXPECT_EQ(now.optimizers[1].id, "adagrad");
    choose(w, card(0), "Reset to defaults");
    now = w.saved(file);
    EXPECT_EQ(now.optimizers[0].params, ravine::new_optimizer(now, "rmsprop").params);
    choose(w, card(0), "Show only this one");
    now = w.saved(file);
    EXPECT_EQ(std::ranges::count_if(now.optimizers, &ravine::OptimizerChoice::shown), 1);
    for (int k = 0; k < 5; ++k) w.press("z", "ctrl");
    EXPECT_EQ(w.saved(file).optimizers, session.optimizers) << "each was one edit";
}

TEST_F(Menus, OfALegendEntryAreThoseOfItsCard) {
    Driver& w = open(at_rest(ravine::Layout::single));
    choose(w, w.place("name1").at(0.5), "Hide");
    EXPECT_FALSE(w.saved(file).optimizers[1].shown);
    EXPECT_FALSE(w.has("name1"));
    choose(w, w.place("name2").at(0.5), "Inspect");
    EXPECT_TRUE(w.has("inspector.Adam.49"));
}

TEST_F(Menus, OfASliderResetTypeAndCopyItsValue) {
    Driver& w = open(at_rest(ravine::Layout::compare));
    const Spot lr = w.place("optimizer0.lr").at(0.5);
    choose(w, lr, "Type a value");
    w.press("a", "ctrl");
    w.type("0.0625");
    w.press("Return");
    EXPECT_EQ(value_of(w.saved(file), 0, "lr"), 0.0625);
    choose(w, lr, "Copy value");
    choose(w, lr, "Reset to default");
    const ravine::Session now = w.saved(file);
    EXPECT_EQ(now.optimizers[0].params, ravine::new_optimizer(now, "adagrad").params);
    EXPECT_EQ(pasted(w, folder), "0.0625");
}

TEST_F(Menus, AreWorkedByTheKeyboardAlone) {
    Driver& w = open(at_rest(ravine::Layout::single));
    w.move(w.place("pane0").at(0.3, 0.12));
    w.press("F10", "shift");
    ASSERT_TRUE(w.has("menu.Start here"));
    EXPECT_TRUE(w.has("focus")) << "its first line has the keyboard";
    w.press("Down");
    w.press("Return");
    EXPECT_EQ(w.saved(file).more_starts.size(), 1U);
    // A slider that has the keyboard has it again when its menu has closed.
    w.press("Tab");
    const Spot slider = w.place("optimizer0.lr").at(0.5);
    const auto on_slider = [&] {
        const Place focus = w.place("focus");
        return slider.x > focus.x0 && slider.x < focus.x1 && slider.y > focus.y0 && slider.y < focus.y1;
    };
    for (int k = 0; k < 60 && !on_slider(); ++k) w.press("Tab");
    ASSERT_TRUE(on_slider());
    w.press("Menu");
    ASSERT_TRUE(w.has("menu.Reset to default"));
    w.press("Escape");
    EXPECT_FALSE(w.has("menu"));
    EXPECT_TRUE(on_slider());
    w.press("Menu");
    w.press("Return");
    ravine::Session now = w.saved(file);
    EXPECT_EQ(now.optimizers[0].params, ravine::new_optimizer(now, "adagrad").params);
    EXPECT_TRUE(on_slider());
}

TEST_F(Menus, StayInTheWindowAtEveryCornerOfAPane) {
    Driver& w = open(at_rest(ravine::Layout::single));
    const Place pane = w.place("pane0");
    for (const double across : {0.01, 0.99}) {
        for (const double down : {0.01, 0.99}) {
            w.right_click(pane.at(across, down));
            const Place menu = w.place("menu");
            EXPECT_GE(menu.x0, 0);
            EXPECT_GE(menu.y0, 0);
            EXPECT_LE(menu.x1, 1280);
            EXPECT_LE(menu.y1, 960);
            w.press("Escape");
        }
    }
}

TEST_F(Menus, NumbersChooseTheLayoutUnlessTextIsTyped) {
    Driver& w = open(at_rest(ravine::Layout::single));
    const std::vector<std::pair<std::string, ravine::Layout>> keys = {{"2", ravine::Layout::compare},
                                                                      {"3", ravine::Layout::grid},
                                                                      {"4", ravine::Layout::surface},
                                                                      {"1", ravine::Layout::single}};
    for (const auto& [key, layout] : keys) {
        w.press(key);
        EXPECT_EQ(w.saved(file).view.layout, layout);
    }
    w.type_value("optimizer0.lr", "0.234");
    const ravine::Session now = w.saved(file);
    EXPECT_EQ(now.view.layout, ravine::Layout::single);
    EXPECT_EQ(value_of(now, 0, "lr"), 0.234);
}

TEST_F(Menus, AClickOnACardChoosesWhomTheInspectorShows) {
    Driver& w = open(at_rest(ravine::Layout::compare));
    w.click("optimizer1.name");
    EXPECT_FALSE(w.has("inspected")) << "without an inspector nothing is chosen";
    w.press("i", "ctrl");
    EXPECT_TRUE(w.has("inspector.AdaGrad.49"));
    w.click("optimizer1.name");
    EXPECT_TRUE(w.has("inspector.RMSprop.49"));
    EXPECT_NEAR(w.place("inspected").y0, w.place("optimizer1").y0, 0.5);
    const Place first = w.place("optimizer0");
    w.click(Spot{first.x0 + 6, first.y0 + 40});
    EXPECT_TRUE(w.has("inspector.AdaGrad.49"));
    EXPECT_NEAR(w.place("inspected").y0, first.y0, 0.5);
    w.click("inspector.optimizer");
    w.click("menu.RMSprop");
    EXPECT_NEAR(w.place("inspected").y0, w.place("optimizer1").y0, 0.5);
    EXPECT_EQ(w.saved(file).optimizers, at_rest(ravine::Layout::compare).optimizers) << "looking is no edit";
}
