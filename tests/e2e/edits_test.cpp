// Editing the session with the panels: undo, redo, optimizers, layouts, objectives.
#include "tests/e2e/in_window.h"

using namespace ravine_test;
using Window = InWindow;

namespace {

std::vector<std::string> ids(const ravine::Session& session) {
    std::vector<std::string> all;
    for (const ravine::OptimizerChoice& choice : session.optimizers) all.push_back(choice.id);
    return all;
}

}  // namespace

TEST_F(Window, UndoesAndRedoesOneDragAsOneEdit) {
    Driver& w = open(opening_at_rest());
    const Place lr = w.place("optimizer1.lr");
    const Place rho = w.place("optimizer1.rho");
    w.drag(lr.at(0.4), lr.at(0.6));
    w.drag(rho.at(0.3), rho.at(0.9));
    const ravine::Session both = w.saved(file);
    w.press("z", "ctrl");
    const ravine::Session first = w.saved(file);
    EXPECT_EQ(value_of(first, 1, "lr"), value_of(both, 1, "lr"));
    EXPECT_EQ(value_of(first, 1, "rho"), value_of(opening_at_rest(), 1, "rho"));
    w.press("z", "ctrl");
    EXPECT_EQ(w.saved(file), opening_at_rest());
    w.press("y", "ctrl");
    w.press("y", "ctrl");
    EXPECT_EQ(w.saved(file), both);
    w.click("undo");
    EXPECT_EQ(w.saved(file), first);
    EXPECT_NE(first, both);
}

TEST_F(Window, AddsAnOptimizerFromTheMenuAndRemovesIt) {
    Driver& w = open(opening_at_rest());
    w.click("optimizers.add");
    w.click("menu.Adam");
    const ravine::Session three = w.saved(file);
    EXPECT_EQ(ids(three), (std::vector<std::string>{"adagrad", "rmsprop", "adam"}));
    EXPECT_NE(three.optimizers[2].color, three.optimizers[0].color);
    EXPECT_NE(three.optimizers[2].color, three.optimizers[1].color);
    w.click("optimizer0.remove");
    EXPECT_EQ(ids(w.saved(file)), (std::vector<std::string>{"rmsprop", "adam"}));
    w.press("z", "ctrl");
    EXPECT_EQ(w.saved(file), three);
}

TEST_F(Window, ShowsAnyOptimizerInEitherPane) {
    Driver& w = open(opening_at_rest());
    w.click("optimizer0.right");
    const ravine::Session swapped = w.saved(file);
    EXPECT_EQ(swapped.view.left, 1);
    EXPECT_EQ(swapped.view.right, 0);
}

TEST_F(Window, SwitchesToSingleAndBack) {
    Driver& w = open(opening_at_rest());
    ASSERT_TRUE(w.has("pane1"));
    w.click("layout.Single");
    EXPECT_FALSE(w.has("pane1"));
    EXPECT_EQ(w.saved(file).view.layout, ravine::Layout::single);
    w.click("optimizer1.shown");
    EXPECT_FALSE(w.saved(file).optimizers[1].shown);
    w.click("optimizer1.shown");
    w.click("layout.Compare");
    EXPECT_TRUE(w.has("pane1"));
    EXPECT_EQ(w.saved(file), opening_at_rest());
}

TEST_F(Window, TakesTheStartAndTheViewOfTheObjectiveThatIsChosen) {
    Driver& w = open(opening_at_rest());
    w.click(w.place("objective").at(0.5));
    const ravine::ObjectiveInfo& himmelblau = *ravine::find_objective("himmelblau");
    w.move(w.place("gallery.himmelblau").at(0.5));
    // Choosing an objective plays its runs, so the window does not rest after the click.
    w.click_now(w.place("gallery.himmelblau").at(0.5));
    w.press_now("Home");
    w.wait_for_rest();
    const ravine::Session session = w.saved(file);
    EXPECT_EQ(session.objective, "himmelblau");
    EXPECT_EQ(session.start, himmelblau.start);
    EXPECT_EQ(session.view.box, himmelblau.domain);
    EXPECT_EQ(session.optimizers, opening_at_rest().optimizers);
}
