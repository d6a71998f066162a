// What people are used to from other programs.
#include "tests/e2e/in_window.h"

using namespace ravine_test;
using Window = InWindow;

namespace {

ravine::Session steered() {
    ravine::Session session = opening_at_rest();
    session.changes = {{100, 1, "lr", 0.02}, {200, 1, "rho", 0.5}};
    return session;
}

}  // namespace

TEST_F(Window, FindsACommandByAPartOfItsName) {
    Driver& w = open(opening_at_rest());
    w.press("k", "ctrl");
    w.type("himmel");
    w.press("Return");
    EXPECT_EQ(w.saved(file).objective, "himmelblau");
    w.press("k", "ctrl");
    w.type("theme");
    w.press("Down");
    w.press("Return");
    EXPECT_EQ(w.saved(file).view.theme, ravine::ThemeName::light);
    w.press("k", "ctrl");
    w.type("rosen");
    w.press("Escape");
    EXPECT_EQ(w.saved(file).objective, "himmelblau");
}

TEST_F(Window, OpensAFileAgainThatWasOpenBefore) {
    Driver& w = open(opening_at_rest());
    w.saved(file);  // takes it among the recent ones
    w.press("k", "ctrl");
    w.type("himmel");
    w.press("Return");
    w.press("k", "ctrl");
    w.type("open again");
    w.press("Return");
    EXPECT_EQ(w.saved(file).objective, opening_at_rest().objective);
}

TEST_F(Window, GrowsAndShrinksWithControlPlusAndMinus) {
    Driver& w = open(opening_at_rest());
    const double width = w.place("optimizer1.rho").width();
    w.press("equal", "ctrl");
    w.press("equal", "ctrl");
    EXPECT_GT(w.place("optimizer1.rho").width(), 1.2 * width);
    w.press("0", "ctrl");
    EXPECT_NEAR(w.place("optimizer1.rho").width(), width, 1);
    w.press("minus", "ctrl");
    EXPECT_LT(w.place("optimizer1.rho").width(), width);
}

TEST_F(Window, ShowsNothingButFigureAndPlaybackInAPresentation) {
    Driver& w = open(opening_at_rest());
    const double pane = w.place("pane0").width();
    w.press("F11");
    EXPECT_FALSE(w.has("optimizer0.lr"));
    EXPECT_FALSE(w.has("export"));
    EXPECT_TRUE(w.has("play"));
    EXPECT_GT(w.place("pane0").width(), pane);
    w.press("Escape");
    EXPECT_TRUE(w.has("optimizer0.lr"));
    EXPECT_NEAR(w.place("pane0").width(), pane, 2);
}

TEST_F(Window, GivesTheStageTheRoomOfAPanelThatIsMadeNarrowOrClosed) {
    Driver& w = open(opening_at_rest());
    const double pane = w.place("pane0").width();
    const Spot edge = w.place("splitter.side").at(0.5);
    w.drag(edge, {edge.x - 40, edge.y});
    EXPECT_GT(w.place("pane0").width(), pane + 10);
    w.press("b", "ctrl");
    EXPECT_FALSE(w.has("optimizer0.lr"));
    EXPECT_GT(w.place("pane0").width(), pane + 100);
    w.press("b", "ctrl");
    EXPECT_TRUE(w.has("optimizer0.lr"));
}

TEST_F(Window, MovesAChangeAlongTheTimelineAndTakesItOut) {
    Driver& w = open(steered());
    const Spot first = w.place("change0").at(0.5);
    w.drag(first, {first.x - 60, first.y});
    ravine::Session session = w.saved(file);
    ASSERT_EQ(session.changes.size(), 2U);
    EXPECT_LT(session.changes[0].step, 100);
    EXPECT_GT(session.changes[0].step, 0);
    EXPECT_EQ(session.changes[1], steered().changes[1]);
    w.right_click(w.place("change1").at(0.5));
    session = w.saved(file);
    ASSERT_EQ(session.changes.size(), 1U);
    EXPECT_EQ(session.changes[0].param, "lr");
    w.press("z", "ctrl");
    w.press("z", "ctrl");
    EXPECT_EQ(w.saved(file).changes, steered().changes);
}

TEST_F(Window, GoesToChangesAndOutcomesWithPageUpAndDown) {
    Driver& w = open(steered());
    w.press("Next");
    EXPECT_EQ(w.saved(file).view.step, 100);
    w.press("Next");
    EXPECT_EQ(w.saved(file).view.step, 200);
    w.press("Prior");
    EXPECT_EQ(w.saved(file).view.step, 100);
}

TEST_F(Window, SwapsMirrorsAndLinksThePanesOfAComparison) {
    Driver& w = open(opening_at_rest());
    w.click("compare.swap");
    ravine::Session session = w.saved(file);
    EXPECT_EQ(session.view.left, 1);
    EXPECT_EQ(session.view.right, 0);
    w.click("compare.swap");
    w.type_value("optimizer0.lr", "0.25");
    w.click("compare.mirror");
    EXPECT_EQ(value_of(w.saved(file), 1, "lr"), 0.25);
    w.click("compare.link");
    w.type_value("optimizer1.lr", "0.05");
    EXPECT_EQ(value_of(w.saved(file), 0, "lr"), 0.05);
    w.click("compare.link");
    w.type_value("optimizer1.lr", "0.5");
    EXPECT_EQ(value_of(w.saved(file), 0, "lr"), 0.05);
}

TEST_F(Window, PlaysOverAndOverUntilItIsTold) {
    ravine::Session session = opening_at_rest();
    session.steps = 30;
    session.view.step = 0;
    Driver& w = open(session);
    w.press("l");
    w.press_now("space");
    pause(3.5);
    w.press_now("space");
    w.wait_for_rest();
    const int step = w.saved(file).view.step;
    w.press("l");
    EXPECT_LE(step, 30);
    w.press_now("space");
    pause(0.3);
    w.wait_for_rest();
    EXPECT_EQ(w.saved(file).view.step, 30) << "it went on after the end";
}

TEST_F(Window, IsWorkedByTheKeyboardAlone) {
    Driver& w = open(opening_at_rest());
    w.press("Tab");
    const auto go_to = [&](const std::string& control) {
        const Spot middle = w.place(control).at(0.5);
        for (int presses = 0; presses < 60; ++presses) {
            const Place focus = w.place("focus");
            if (middle.x > focus.x0 && middle.x < focus.x1 && middle.y > focus.y0 && middle.y < focus.y1) return;
            w.press("Tab");
        }
        FAIL() << control << " is never reached";
    };
    go_to("layout.Single");
    w.press("Return");
    EXPECT_EQ(w.saved(file).view.layout, ravine::Layout::single);
    go_to("optimizer0.lr");
    const double before = value_of(w.saved(file), 0, "lr");
    w.press("Right");
    w.press("Right");
    ravine::Session session = w.saved(file);
    EXPECT_GT(value_of(session, 0, "lr"), before);
    EXPECT_EQ(session.view.step, opening_at_rest().view.step) << "the arrows were the slider's";
    w.press("Return");
    w.type("0.125");
    w.press("Return");
    EXPECT_EQ(value_of(w.saved(file), 0, "lr"), 0.125);
    w.press("Escape");
    EXPECT_FALSE(w.has("focus"));
    w.press("Right");
    EXPECT_EQ(w.saved(file).view.step, opening_at_rest().view.step + 1);
}
