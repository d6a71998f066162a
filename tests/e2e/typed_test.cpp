// Typed formulas and rules, and steering, by hand.
#include "tests/e2e/in_window.h"

using namespace ravine_test;
using Window = InWindow;

namespace {

ravine::Session typed_session() {
    ravine::Session session = ravine::opening_session();
    ravine::choose_formula(session, ravine::TypedObjective("x^2 + y^2"));
    session.optimizers[0] = ravine::new_rule(session, ravine::TypedOptimizer("x = x - lr*g"));
    session.optimizers[0].color = 0;
    session.view.step = 50;
    return session;
}

void type_over(Driver& w, const std::string& field, const std::string& text) {
    w.click(field);
    w.press("a", "ctrl");
    w.type(text);
    w.press("Return");
}

}  // namespace

TEST_F(Window, TakesATypedFormulaAsSoonAsItMakesSense) {
    Driver& w = open(typed_session());
    type_over(w, "objective.formula", "x^2 + 3y^2");
    ASSERT_TRUE(w.saved(file).formula.has_value());
    EXPECT_EQ(w.saved(file).formula->text(), "x^2 + 3y^2");
    type_over(w, "objective.formula", "foo(x)");
    EXPECT_EQ(w.saved(file).formula->text(), "x^2 + 3y^2") << "what makes no sense changes nothing";
}

TEST_F(Window, ChoosesATypedFormulaFromTheGallery) {
    ravine::Session session = ravine::opening_session();
    session.view.step = 50;
    ravine::choose_objective(session, "network-slice");  // near the end of the list
    Driver& w = open(session);
    w.click("objective");
    w.click("gallery.formula");
    w.wait_for_rest();
    EXPECT_EQ(w.saved(file).objective, "formula");
}

TEST_F(Window, SteersFromTheStepThatIsShownAndReplaysFromTheStart) {
    ravine::Session session = ravine::opening_session();
    session.view.step = 50;
    Driver& w = open(session);
    w.click("steering.Steer");
    const Place lr = w.place("optimizer1.lr");
    w.drag(lr.at(0.4), lr.at(0.7));
    const ravine::Session steered = w.saved(file);
    EXPECT_EQ(value_of(steered, 1, "lr"), value_of(session, 1, "lr")) << "the run up to here stays";
    ASSERT_EQ(steered.changes.size(), 1U);
    EXPECT_EQ(steered.changes[0].step, 50);
    EXPECT_EQ(steered.changes[0].optimizer, 1);
    EXPECT_EQ(steered.changes[0].param, "lr");
    w.click("steering.Replay");
    w.drag(lr.at(0.5), lr.at(0.3));
    const ravine::Session replayed = w.saved(file);
    EXPECT_TRUE(replayed.changes.empty());
    EXPECT_NE(value_of(replayed, 1, "lr"), value_of(session, 1, "lr"));
}

TEST_F(Window, ShowsOnSlidersWhatCountsAtTheStepAndReplaysThatFromTheStart) {
    ravine::Session session = ravine::opening_session();
    session.changes = {{100, 1, "lr", 0.02}, {200, 1, "rho", 0.5}};
    session.view.step = 150;
    Driver& w = open(session);
    w.click("value.optimizer1.lr");
    w.press("End");
    w.type("5");
    w.press("Return");
    const ravine::Session replayed = w.saved(file);
    EXPECT_EQ(value_of(replayed, 1, "lr"), 0.025) << "the field began with the value of step 150";
    ASSERT_EQ(replayed.changes.size(), 1U) << "the whole run has the new value";
    EXPECT_EQ(replayed.changes[0], session.changes[1]);
}

TEST_F(Window, GoesToAChangeThatIsClickedAndEditsItWithItsSlider) {
    ravine::Session session = ravine::opening_session();
    session.changes = {{100, 1, "lr", 0.02}, {200, 1, "rho", 0.5}};
    session.view.step = 50;
    Driver& w = open(session);
    w.click("change1");
    EXPECT_EQ(w.saved(file).view.step, 200);
    w.type_value("optimizer1.rho", "0.25");
    session.changes[1].value = 0.25;
    EXPECT_EQ(w.saved(file).changes, session.changes);
}

TEST_F(Window, MovesAChangeAndTakesItOutByKeyboard) {
    ravine::Session session = ravine::opening_session();
    session.changes = {{100, 1, "lr", 0.02}};
    session.view.step = 50;
    Driver& w = open(session);
    const Spot change = w.place("change0").at(0.5);
    const auto focused = [&] {
        if (!w.has("focus")) return false;
        const Place focus = w.place("focus");
        return change.x > focus.x0 && change.x < focus.x1 && change.y > focus.y0 && change.y < focus.y1 && focus.width() < 30;
    };
    for (int presses = 0; presses < 20 && !focused(); ++presses) w.press("Tab", "shift");
    ASSERT_TRUE(focused());
    w.press("Right");
    w.press("Right");
    EXPECT_EQ(w.saved(file).changes[0].step, 102);
    w.press("Delete");
    EXPECT_TRUE(w.saved(file).changes.empty());
    w.press("z", "ctrl");
    EXPECT_EQ(w.saved(file).changes.size(), 1U);
}
