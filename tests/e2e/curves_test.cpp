// The curves below the contours: what they show, and which steps.
#include <cmath>

#include "app/session/step_range.h"
#include "tests/e2e/in_window.h"

using namespace ravine_test;
using Window = InWindow;

namespace {

ravine::StepRange seen(const ravine::Session& session) { return visible_steps(session.view.curve_range, session.steps); }

/// The step at a place of a curve.
double step_at(const ravine::Session& session, double across) {
    const ravine::StepRange steps = seen(session);
    return steps.from + across * (steps.to - steps.from);
}

}  // namespace

TEST_F(Window, ChoosesWhatACurveShowsByItsName) {
    Driver& w = open(opening_at_rest());
    w.click("curve0.name");
    w.click("menu.‖∇f‖");
    ravine::Session session = w.saved(file);
    EXPECT_EQ(session.view.curves[0], (ravine::Curve{ravine::CurveKind::gradient, ravine::CurveScale::automatic}));
    EXPECT_EQ(session.view.curves[1], opening_at_rest().view.curves[1]);
    w.click("curve1.name");
    w.click("menu.linear scale");
    session = w.saved(file);
    EXPECT_EQ(session.view.curves[1], (ravine::Curve{ravine::CurveKind::rate, ravine::CurveScale::linear}));
    EXPECT_EQ(session.view.step, 50);
    w.press("z", "ctrl");
    w.press("z", "ctrl");
    EXPECT_EQ(w.saved(file).view.curves, opening_at_rest().view.curves);
}

TEST_F(Window, ZoomsTheStepsOfTheCurvesAtThePointerAndShowsAllAfterADoubleClick) {
    Driver& w = open(opening_at_rest());
    const Spot pointer = w.place("curve0").at(0.25);
    w.wheel(pointer, 4);
    const ravine::Session session = w.saved(file);
    EXPECT_NEAR(seen(session).to - seen(session).from, 300 / std::pow(1.18, 4), 1);
    EXPECT_NEAR(step_at(session, 0.25), step_at(opening_at_rest(), 0.25), 2);
    EXPECT_EQ(session.view.box, opening_at_rest().view.box);
    EXPECT_EQ(session.view.step, 50);
    w.double_click(pointer);
    EXPECT_EQ(w.saved(file).view, opening_at_rest().view);
}

TEST_F(Window, PansTheStepsOfTheCurvesWithTheRightButton) {
    ravine::Session session = opening_at_rest();
    session.view.curve_range = {100, 200};
    Driver& w = open(session);
    const Place curve = w.place("curve1");
    w.drag(curve.at(0.75), curve.at(0.25), "3");
    const ravine::Session after = w.saved(file);
    EXPECT_NEAR(after.view.curve_range.from, 150, 1);
    EXPECT_NEAR(after.view.curve_range.to, 250, 1);
    EXPECT_EQ(after.view.step, 50);
    EXPECT_EQ(after.start, session.start);
}

TEST_F(Window, MovesThePlaybackToTheStepThatIsClickedOfTheVisibleOnes) {
    ravine::Session session = opening_at_rest();
    session.view.curve_range = {100, 200};
    Driver& w = open(session);
    w.click(w.place("curve0").at(0.5));
    EXPECT_NEAR(w.saved(file).view.step, 150, 1);
}

TEST_F(Window, ReadsOutCurvesWithoutChangingTheSession) {
    Driver& w = open(opening_at_rest());
    const Place curve = w.place("curve1");
    const Spot beside = curve.at(0.6, -0.05);
    w.move(beside);
    const Picture before = w.picture(folder / "before.png");
    w.move(curve.at(0.6));
    EXPECT_NE(w.picture(folder / "during.png"), before) << "nothing was read out";
    w.move(beside);
    EXPECT_EQ(w.picture(folder / "after.png"), before) << "something stayed behind";
    w.move(curve.at(0.3));
    EXPECT_EQ(w.saved(file), opening_at_rest());
}
