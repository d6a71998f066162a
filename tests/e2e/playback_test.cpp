// Playing back, and changing things meanwhile.
#include "tests/e2e/in_window.h"

using namespace ravine_test;
using Window = InWindow;

namespace {

ravine::Session long_run() {
    ravine::Session session = ravine::opening_session();
    session.steps = 4000;
    session.view.step = 1500;
    return session;
}

}  // namespace

TEST_F(Window, KeepsThePlaybackPositionWhileASliderMoves) {
    Driver& w = open(long_run());
    const Place rho = w.place("optimizer1.rho");
    w.move(rho.at(0.5));
    w.press_now("space");
    pause(0.3);
    w.drag_now(rho.at(0.4), rho.at(0.7));
    w.press_now("space");
    w.wait_for_rest();
    const ravine::Session session = w.saved(file);
    EXPECT_NE(value_of(session, 1, "rho"), value_of(long_run(), 1, "rho"));
    EXPECT_GT(session.view.step, 1500) << "it did not go on playing";
    EXPECT_LT(session.view.step, 4000);
}

TEST_F(Window, PlaysAndPausesWithSpaceAndStepsWithTheArrows) {
    Driver& w = open(long_run());
    EXPECT_EQ(w.saved(file).view.step, 1500);
    w.press("Right");
    w.press("Right");
    w.press("Right");
    EXPECT_EQ(w.saved(file).view.step, 1503);
    w.press("Left");
    EXPECT_EQ(w.saved(file).view.step, 1502);
    w.press("Home");
    EXPECT_EQ(w.saved(file).view.step, 0);
    w.press("Left");
    EXPECT_EQ(w.saved(file).view.step, 0);
    w.press_now("space");
    pause(0.5);
    w.press_now("space");
    w.wait_for_rest();
    const int paused = w.saved(file).view.step;
    EXPECT_GT(paused, 0);
    pause(0.5);
    EXPECT_EQ(w.saved(file).view.step, paused) << "it went on playing";
}

TEST_F(Window, DrawsNothingAtRest) {
    Driver& w = open(long_run());
    // Tooltips and what fades in are done with.
    pause(1);
    w.wait_for_rest();
    const int frames = w.frames();
    const double used = w.process().processor_seconds();
    pause(2);
    EXPECT_EQ(w.frames(), frames);
    EXPECT_LT(w.process().processor_seconds() - used, 0.02 * 2);
}

TEST_F(Window, ComesToRestByItselfAtTheEndOfTheRuns) {
    ravine::Session session = ravine::opening_session();
    session.steps = 40;
    session.view.step = 20;
    Driver& w = open(session);
    w.press_now("space");
    pause(0.2);
    w.wait_for_rest();
    EXPECT_EQ(w.saved(file).view.step, 40);
}

TEST_F(Window, ShowsAfterAllThatHappenedWhatItShowsWhenDrawnAnew) {
    // Frames draw only what has changed where the window keeps its picture; a window that was hidden is drawn whole.
    Driver& w = open(long_run());
    const auto look_again = [&](const char* what) {
        // Where nothing answers to the pointer: a window that comes back may not know where it is.
        w.move({1, 958});
        const Picture kept = w.picture(folder / "kept.png");
        EXPECT_GT(kept.colors(), 100U) << what;
        w.hide_and_show();
        const Picture anew = w.picture(folder / "anew.png");
        ASSERT_EQ(kept.pixels.size(), anew.pixels.size());
        std::size_t different = 0, first = 0, last = 0;
        for (std::size_t i = 0; i < kept.pixels.size(); ++i) {
            if (kept.pixels[i] == anew.pixels[i]) continue;
            first = different++ == 0 ? i : first;
            last = i;
        }
        EXPECT_EQ(different, 0U) << what << ": rows " << first / kept.width << " to " << last / kept.width;
    };
    w.press("Home");
    w.press_now("space");
    pause(0.8);
    w.press_now("space");
    w.wait_for_rest();
    look_again("played");
    const Place rho = w.place("optimizer1.rho");
    w.drag(rho.at(0.4), rho.at(0.8));
    look_again("a slider moved");
    w.press("F1");
    w.press("F1");
    pause(0.5);
    w.wait_for_rest();
    look_again("help came and went");
    const Spot spot = w.place("pane0").at(0.4, 0.6);
    w.click(spot);
    w.wheel(spot, 2);
    w.move(w.place("pane1").at(0.3, 0.3));
    look_again("start and view moved");
}

TEST_F(Window, ScrubsToTheStepUnderThePointer) {
    Driver& w = open(long_run());
    const Place scrub = w.place("scrub");
    w.drag(scrub.at(0.2), scrub.at(0.75));
    EXPECT_NEAR(w.saved(file).view.step, 3000, 4000 / scrub.width() + 1);
    EXPECT_EQ(w.saved(file).optimizers, long_run().optimizers);
}

TEST_F(Window, PlaysAHundredTimesAsFastAtTheEndOfTheSpeedsTrack) {
    ravine::Session session = long_run();
    session.steps = 8000;
    session.view.step = 0;
    Driver& w = open(session);
    const Place speed = w.place("speed");
    w.drag(speed.at(0.3), speed.at(1));
    // At normal speed this would take longer than a test waits.
    w.press_now("space");
    w.wait_for_rest();
    EXPECT_EQ(w.saved(file).view.step, 8000);
}
