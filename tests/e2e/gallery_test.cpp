// Choosing an objective from the gallery, and typed formulas, by hand.
#include <fstream>

#include <nlohmann/json.hpp>

#include "app/session/objective_search.h"
#include "tests/e2e/in_window.h"

using namespace ravine_test;
using Window = InWindow;

namespace {

bool has(const Driver& w, const ravine::ObjectiveInfo& info) { return w.has("gallery." + std::string(info.id)); }

/// A new objective plays its runs, so the window does not rest after it is chosen: back to the start, where it rests.
void choose_now(Driver& w) {
    w.press_now("Return");
    w.press_now("Home");
    eventually("window without the gallery", [&] { return !w.has("gallery"); });
    w.wait_for_rest();
}

}  // namespace

TEST_F(Window, ChoosesFromTheGalleryByTyping) {
    Driver& w = open(opening_at_rest());
    w.click("objective");
    ASSERT_TRUE(w.has("gallery"));
    w.type("himmel");
    EXPECT_TRUE(w.has("gallery.himmelblau"));
    EXPECT_FALSE(w.has("gallery.rosenbrock"));
    choose_now(w);
    EXPECT_FALSE(w.has("gallery"));
    const ravine::ObjectiveInfo& himmelblau = *ravine::find_objective("himmelblau");
    const ravine::Session session = w.saved(file);
    EXPECT_EQ(session.objective, "himmelblau");
    EXPECT_EQ(session.start, himmelblau.start);
    EXPECT_EQ(session.view.box, himmelblau.domain);
    EXPECT_EQ(session.optimizers, opening_at_rest().optimizers);
}

TEST_F(Window, LeavesAllAsItWasWhereTheGalleryIsLeftWithEsc) {
    Driver& w = open(opening_at_rest());
    w.click("objective");
    w.type("himmel");
    w.press("Escape");
    EXPECT_FALSE(w.has("gallery"));
    EXPECT_EQ(w.saved(file), opening_at_rest());
    w.click("objective");
    EXPECT_TRUE(w.has("gallery.rosenbrock")) << "the search begins anew";
}

TEST_F(Window, MovesThroughTheGalleryWithArrows) {
    Driver& w = open(opening_at_rest());
    w.click("objective");
    w.press("Right");
    w.press("Left");
    w.press("Left");
    choose_now(w);
    EXPECT_EQ(w.saved(file).objective, "absolute") << "the one before Rosenbrock's in teaching order";
    w.click("objective");
    w.press("End");
    EXPECT_TRUE(w.has("gallery.formula")) << "the last one is scrolled into view";
    w.press("Home");
    EXPECT_TRUE(w.has("gallery.bowl"));
    choose_now(w);
    EXPECT_EQ(w.saved(file).objective, "bowl");
}

TEST_F(Window, FiltersTheGalleryByTraits) {
    Driver& w = open(opening_at_rest());
    w.click("objective");
    w.click("gallery.trait.convex");
    for (const ravine::ObjectiveInfo& info : ravine::objectives())
        EXPECT_EQ(has(w, info), (info.traits & ravine::ObjectiveInfo::convex) != 0) << info.id;
    w.click("gallery.trait.ravine");
    for (const ravine::ObjectiveInfo& info : ravine::objectives())
        EXPECT_EQ(has(w, info), ravine::matches(info, {"ravine convex", 0})) << info.id;
    w.click("gallery.trait.convex");
    w.click("gallery.trait.ravine");
    w.type("data");
    for (const ravine::ObjectiveInfo& info : ravine::objectives())
        EXPECT_EQ(has(w, info), ravine::matches(info, {"data", 0})) << info.id;
}

TEST_F(Window, KeepsTheSessionWhereNothingIsFound) {
    Driver& w = open(opening_at_rest());
    w.click("objective");
    w.type("qwertz");
    for (const ravine::ObjectiveInfo& info : ravine::objectives()) EXPECT_FALSE(has(w, info)) << info.id;
    w.press("Return");
    w.press("Escape");
    EXPECT_EQ(w.saved(file), opening_at_rest());
}

TEST_F(Window, OffersFormulasThatWereTypedBefore) {
    Driver& w = open(opening_at_rest());
    w.click("objective");
    w.type("typed");
    choose_now(w);
    w.press("a", "ctrl");  // the formula's field has the keyboard
    w.type("x^2 + 7y^2");
    w.press("Return");
    ASSERT_TRUE(w.saved(file).formula.has_value());
    EXPECT_EQ(w.saved(file).formula->text(), "x^2 + 7y^2");
    std::ifstream settings(folder / "config" / "ravine" / "settings.json");
    EXPECT_EQ(nlohmann::json::parse(settings)["formulas"], nlohmann::json::array({"x^2 + 7y^2"}));

    Driver& later = open(opening_at_rest());
    later.click("objective");
    later.type("typed 7y");
    ASSERT_TRUE(later.has("gallery.recent0"));
    choose_now(later);
    EXPECT_EQ(later.saved(file).formula, ravine::TypedObjective("x^2 + 7y^2"));
}

TEST_F(Window, OffersTheLastEightFormulasThatMakeSense) {
    std::vector<std::string> formulas = {"foo(x"};
    for (int i = 0; i < 12; ++i) formulas.push_back("x^2 + " + std::to_string(i) + " y");
    nlohmann::json settings;
    settings["formulas"] = formulas;
    put(folder / "config" / "ravine" / "settings.json", settings.dump());
    Driver& w = open(opening_at_rest());
    w.click("objective");
    w.type("typed");
    // One of the eight that are kept makes no sense.
    for (int i = 0; i < 7; ++i) EXPECT_TRUE(w.has("gallery.recent" + std::to_string(i))) << i;
    EXPECT_FALSE(w.has("gallery.recent7"));
}

TEST_F(Window, ShowsAFormulaWhileItIsTypedAndTheOldOneWhileItMakesNoSense) {
    ravine::Session session = opening_at_rest();
    ravine::choose_formula(session, ravine::TypedObjective("x^2"));
    Driver& w = open(session);
    const Place pane = w.place("pane0");
    const auto shown = [&] { return w.picture(folder / "screen.png"); };
    const auto place = [](const Picture& picture, int x, int y) {
        return static_cast<std::size_t>(y) * picture.width + static_cast<std::size_t>(x);
    };
    const auto differ = [&](const Picture& a, const Picture& b) {
        int count = 0;
        for (int y = static_cast<int>(pane.y0) + 2; y < static_cast<int>(pane.y1) - 2; ++y)
            for (int x = static_cast<int>(pane.x0) + 2; x < static_cast<int>(pane.x1) - 2; ++x)
                if (a.pixels.at(place(a, x, y)) != b.pixels.at(place(b, x, y))) ++count;
        return count;
    };
    w.click(w.place("objective.formula").at(0.9));
    w.press("End");
    const Picture before = shown();
    w.type("+");
    EXPECT_EQ(differ(before, shown()), 0) << "'x^2+' makes no sense";
    w.type("y");
    const Picture plane = shown();
    EXPECT_GT(differ(before, plane), 1000);
    w.type("^");
    EXPECT_EQ(differ(plane, shown()), 0) << "'x^2+y^' makes no sense";
    w.type("2");
    EXPECT_GT(differ(plane, shown()), 1000);
}

TEST_F(Window, TurnsTheEllipseWithTheSliderOfItsAngle) {
    ravine::Session session = opening_at_rest();
    ravine::choose_objective(session, "ellipse");
    Driver& w = open(session);
    const Place pane = w.place("pane0");
    const Cut inside{static_cast<unsigned>(pane.x0) + 2, static_cast<unsigned>(pane.y0) + 2, static_cast<unsigned>(pane.x1) - 2,
                     static_cast<unsigned>(pane.y1) - 2};
    const Picture before = w.picture(folder / "before.png");
    w.type_value("objective.angle", "30");
    EXPECT_GT(differing(before, w.picture(folder / "after.png"), inside), 1000U);
    const ravine::Session turned = w.saved(file);
    const int angle = ravine::index_of(ravine::info_of(turned).params, "angle");
    EXPECT_EQ(turned.objective_params.at(static_cast<std::size_t>(angle)), 30);
}

TEST_F(Window, RemembersAFormulaThatIsStillBeingTypedWhenTheWindowCloses) {
    Driver& w = open(std::vector<std::string>{});
    w.press_now("Home");
    w.wait_for_rest();
    w.click("objective");
    w.type("typed");
    choose_now(w);
    w.press("a", "ctrl");
    w.type("x^2 + 5y^2");
    w.press_now("ctrl+q");
    EXPECT_EQ(w.process().wait(patience), 0);
    std::ifstream settings(folder / "config" / "ravine" / "settings.json");
    EXPECT_EQ(nlohmann::json::parse(settings)["formulas"], nlohmann::json::array({"x^2 + 5y^2"}));
}
