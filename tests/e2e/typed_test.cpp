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
