// The inspector beside the stage.
#include "tests/e2e/in_window.h"

using namespace ravine_test;
using Window = InWindow;

TEST_F(Window, InspectsTheStepThatIsShownOfTheOptimizerThatIsChosen) {
    ravine::Session session = ravine::opening_session();
    session.view.step = 120;
    Driver& w = open(session);
    EXPECT_FALSE(w.has("inspector.AdaGrad.119"));
    w.press("i", "ctrl");
    EXPECT_TRUE(w.has("inspector.AdaGrad.119"));
    w.press("Right");
    EXPECT_TRUE(w.has("inspector.AdaGrad.120"));
    w.press("Left");
    w.press("Left");
    EXPECT_TRUE(w.has("inspector.AdaGrad.118"));
    w.click("inspector.forward");
    EXPECT_TRUE(w.has("inspector.AdaGrad.119"));
    w.click("inspector.back");
    EXPECT_TRUE(w.has("inspector.AdaGrad.118"));
    const Picture first = w.picture(folder / "x.png");
    w.click("inspector.coordinate.y");
    EXPECT_NE(w.picture(folder / "y.png").pixels, first.pixels);

    w.click("inspector.optimizer");
    w.click("menu.RMSprop");
    EXPECT_TRUE(w.has("inspector.RMSprop.118"));
    w.press("Home");
    EXPECT_TRUE(w.has("inspector.RMSprop.0"));
    EXPECT_EQ(w.saved(file).optimizers, session.optimizers) << "looking is no edit";

    w.press("i", "ctrl");
    EXPECT_FALSE(w.has("inspector.RMSprop.0"));
}
