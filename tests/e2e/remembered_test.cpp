// What stays from one time to the next, and what says what things are for.
#include "tests/e2e/in_window.h"

using namespace ravine_test;
using Window = InWindow;

namespace {

ravine::Session at_rest() {
    ravine::Session session = ravine::opening_session();
    session.view.step = 50;
    return session;
}

}  // namespace

TEST_F(Window, RemembersWhatIsFoldedAndHowWidePanelsAre) {
    Driver& w = open(at_rest());
    w.click("section.Runs");
    EXPECT_FALSE(w.has("start.x"));
    EXPECT_TRUE(w.has("optimizer0.lr"));
    w.click("optimizer0.shared");
    EXPECT_TRUE(w.has("optimizer0.schedule"));
    w.press("i", "ctrl");
    const Spot side = w.place("splitter.side").at(0.5), aside = w.place("splitter.aside").at(0.5);
    w.drag(side, {side.x - 30, side.y});
    w.drag(aside, {aside.x - 50, aside.y});
    const Place stage = w.place("pane0");

    Driver& later = open(at_rest());
    EXPECT_FALSE(later.has("start.x"));
    EXPECT_TRUE(later.has("optimizer0.schedule"));
    EXPECT_NEAR(later.place("splitter.side").at(0.5).x, side.x - 30, 2);
    EXPECT_NEAR(later.place("splitter.aside").at(0.5).x, aside.x - 50, 2);
    EXPECT_NEAR(later.place("pane0").width(), stage.width(), 2);
    later.click("section.Runs");
    EXPECT_TRUE(later.has("start.x"));
}

TEST_F(Window, OpensInspectorMapAndTuningFromTheTopBar) {
    Driver& w = open(at_rest());
    w.click("top.inspector");
    EXPECT_TRUE(w.has("inspector.AdaGrad.49"));
    w.click("top.tuning");
    EXPECT_TRUE(w.has("tuning.all"));
    w.click("top.tuning");
    EXPECT_FALSE(w.has("tuning.all"));
}

TEST_F(Window, SaysWhatEveryKindOfControlIsFor) {
    Driver& w = open(at_rest());
    w.move(w.place("pane0").at(0.5));
    EXPECT_FALSE(w.has("tooltip"));
    for (const char* control :
         {"play", "speed", "scrub", "splitter.side", "steering.Steer", "layout.Grid", "objective", "optimizer0.left",
          "optimizer0.shared", "compare.swap", "top.map", "section.Runs", "value.optimizer0.lr", "curve0.name"}) {
        w.move(w.place(control).at(0.5));
        EXPECT_TRUE(w.has("tooltip")) << control;
    }
}

TEST_F(Window, SaysInTheCaptionWhatDiffersAtTheStep) {
    Driver& w = open(at_rest());
    const Place pane = w.place("pane0"), right = w.place("pane1");
    // Between the top bar and the panes' headers.
    const Cut line{static_cast<unsigned>(pane.x0), static_cast<unsigned>(pane.y0) - 52, static_cast<unsigned>(right.x1),
                   static_cast<unsigned>(pane.y0) - 30};
    const Picture now = w.picture(folder / "now.png");
    w.press("End");
    EXPECT_GT(differing(now, w.picture(folder / "end.png"), line), 50U);
}
