// What frames do: no more than what happened asks for.
#include <algorithm>
#include <iterator>

#include "tests/e2e/in_window.h"

using namespace ravine_test;
using Window = InWindow;

namespace {

ravine::Session at_rest() {
    ravine::Session session = ravine::opening_session();
    session.view.step = 50;
    return session;
}

/// The frames of `w` that computed runs, without the first `before` frames of all.
Frames computing(const Driver& w, std::size_t before) {
    const Frames all = w.frame_log();
    Frames some;
    std::copy_if(all.begin() + static_cast<std::ptrdiff_t>(before), all.end(), std::back_inserter(some),
                 [](const Frame& f) { return f.runs > 0; });
    return some;
}

}  // namespace

TEST_F(Window, ComputesTheOneRunOfASliderInTheOneFrameThatShowsIt) {
    Driver& w = open(at_rest());
    w.move(w.place("optimizer0.lr").at(0.2));
    const std::size_t before = w.frame_log().size();
    w.click(w.place("optimizer0.lr").at(0.2));
    ASSERT_NE(value_of(w.saved(file), 0, "lr"), value_of(at_rest(), 0, "lr"));
    const Frames frames = computing(w, before);
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_EQ(frames[0].runs, 1);
    EXPECT_GT(frames[0].pixels, 0);
}

TEST_F(Window, ComputesEveryRunOfAStartInTheOneFrameThatShowsIt) {
    Driver& w = open(at_rest());
    const std::size_t before = w.frame_log().size();
    w.click(w.place("pane0").at(0.5, 0.25));
    const Frames frames = computing(w, before);
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_EQ(frames[0].runs, 2);
    EXPECT_GT(frames[0].pixels, 0);
}

TEST_F(Window, ComputesNoRunWhereOnlyTheViewMoves) {
    Driver& w = open(at_rest());
    const std::size_t before = w.frame_log().size();
    const Place pane = w.place("pane0");
    w.drag(pane.at(0.6, 0.6), pane.at(0.4, 0.5));
    w.wheel(pane.at(0.5), 2);
    w.press("Home");
    ASSERT_NE(w.saved(file).view.box, at_rest().view.box);
    EXPECT_TRUE(computing(w, before).empty());
}

TEST_F(Window, LogsAsManyFramesAsItReports) {
    Driver& w = open(at_rest());
    w.press("Right");
    const Frames frames = w.frame_log();
    EXPECT_EQ(frames.size(), static_cast<std::size_t>(w.frames()));
    EXPECT_EQ(frames.front().pixels, 1280 * 960);
    EXPECT_TRUE(std::ranges::is_sorted(frames, {}, &Frame::began));
}
