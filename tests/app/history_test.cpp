#include "app/session/history.h"

#include <gtest/gtest.h>

namespace ravine {
namespace {

Session at_start(double x) {
    Session session = opening_session();
    session.start.x = x;
    return session;
}

TEST(History, GoesBackAndForwardThroughEdits) {
    History history(at_start(0));
    for (int i = 1; i <= 5; ++i) history.record(at_start(i));
    Session now = at_start(5);
    for (int i = 4; i >= 0; --i) {
        ASSERT_TRUE(history.can_undo());
        now = history.undo(now);
        EXPECT_EQ(now, at_start(i));
    }
    EXPECT_FALSE(history.can_undo());
    EXPECT_EQ(history.undo(now), now);
    for (int i = 1; i <= 5; ++i) {
        ASSERT_TRUE(history.can_redo());
        now = history.redo(now);
        EXPECT_EQ(now, at_start(i));
    }
    EXPECT_FALSE(history.can_redo());
    EXPECT_EQ(history.redo(now), now);
}

TEST(History, TakesNoNoteOfWhatIsNoEdit) {
    History history(at_start(0));
    history.record(at_start(0));
    EXPECT_FALSE(history.can_undo());
    Session playing = at_start(0);
    playing.view.step = 120;
    history.record(playing);
    EXPECT_FALSE(history.can_undo());
}

TEST(History, KeepsThePlaybackPosition) {
    History history(at_start(0));
    Session now = at_start(1);
    now.view.step = 50;
    history.record(now);
    now.view.step = 77;
    now = history.undo(now);
    EXPECT_EQ(now.start.x, 0);
    EXPECT_EQ(now.view.step, 77);
    now.view.step = 80;
    now = history.redo(now);
    EXPECT_EQ(now.start.x, 1);
    EXPECT_EQ(now.view.step, 80);
}

TEST(History, ForgetsWhatWasUndoneWhenSomethingElseIsEdited) {
    History history(at_start(0));
    history.record(at_start(1));
    history.record(at_start(2));
    Session now = history.undo(at_start(2));
    history.record(at_start(3));
    EXPECT_FALSE(history.can_redo());
    now = history.undo(at_start(3));
    EXPECT_EQ(now, at_start(1));
}

TEST(History, LosesNothingWhenUndoComesBeforeAnEditWasRecorded) {
    History history(at_start(0));
    const Session back = history.undo(at_start(1));
    EXPECT_EQ(back, at_start(0));
    EXPECT_EQ(history.redo(back), at_start(1));
}

TEST(History, IsBounded) {
    History history(at_start(0));
    for (int i = 1; i <= 3000; ++i) history.record(at_start(i));
    Session now = at_start(3000);
    int undone = 0;
    for (; history.can_undo(); ++undone) now = history.undo(now);
    EXPECT_GE(undone, 500);
    EXPECT_LT(undone, 3000);
    EXPECT_EQ(now, at_start(3000 - undone));
}

}  // namespace
}  // namespace ravine
