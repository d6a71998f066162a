// Noise, repeats, batches and further starts.
#include "tests/e2e/in_window.h"

using namespace ravine_test;
using Window = InWindow;

namespace {

ravine::Session at_rest() {
    ravine::Session session = ravine::opening_session();
    session.view.step = 200;
    return session;
}

}  // namespace

TEST_F(Window, RepeatsEveryRunOnceThereIsNoise) {
    Driver& w = open(at_rest());
    EXPECT_FALSE(w.has("ensemble"));
    w.type_value("noise", "20");
    ASSERT_TRUE(w.has("ensemble"));
    const Place pane = w.place("pane0");
    const Cut inside{static_cast<unsigned>(pane.x0) + 2, static_cast<unsigned>(pane.y0) + 2, static_cast<unsigned>(pane.x1) - 2,
                     static_cast<unsigned>(pane.y1) - 2};
    const Picture one = w.picture(folder / "one.png");
    w.type_value("ensemble", "12");
    EXPECT_GT(differing(one, w.picture(folder / "many.png"), inside), 300U) << "no bundle";
    ravine::Session session = w.saved(file);
    EXPECT_EQ(session.noise, 20);
    EXPECT_EQ(session.ensemble, 12);
    w.type_value("seed", "7");
    EXPECT_EQ(w.saved(file).seed, 7U);
    w.type_value("noise", "0");
    EXPECT_FALSE(w.has("ensemble"));
    w.type_value("noise", "20");
    EXPECT_EQ(w.saved(file).ensemble, 12) << "lost while there was no noise";
}

TEST_F(Window, HasASliderForTheBatchOfAnObjectiveThatIsMadeOfData) {
    ravine::Session session = at_rest();
    ravine::choose_objective(session, "logistic-regression");
    Driver& w = open(session);
    const int batch = ravine::index_of(ravine::info_of(session).params, "batch");
    ASSERT_GE(batch, 0);
    EXPECT_FALSE(w.has("ensemble")) << "the whole data set leaves nothing to chance";
    w.type_value("objective.batch", "4");
    EXPECT_EQ(w.saved(file).objective_params.at(static_cast<std::size_t>(batch)), 4);
    EXPECT_TRUE(w.has("ensemble"));
}

TEST_F(Window, AddsStartsByShiftClickAndTakesThemOut) {
    Driver& w = open(at_rest());
    w.click_holding("shift", w.place("pane0").at(0.3, 0.3));
    w.click_holding("shift", w.place("pane1").at(0.7, 0.6));
    const ravine::Session more = w.saved(file);
    ASSERT_EQ(more.more_starts.size(), 2U);
    EXPECT_LT(more.more_starts[0].x, more.more_starts[1].x);
    EXPECT_EQ(more.start, at_rest().start);
    w.click("starts.clear");
    EXPECT_TRUE(w.saved(file).more_starts.empty());
    w.press("z", "ctrl");
    EXPECT_EQ(w.saved(file).more_starts, more.more_starts);
}
