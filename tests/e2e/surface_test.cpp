// Looking at the graph of f from other sides.
#include "tests/e2e/in_window.h"

using namespace ravine_test;
using Window = InWindow;

namespace {

ravine::Session surface_at_rest() {
    ravine::Session session = ravine::opening_session();
    session.view.layout = ravine::Layout::surface;
    session.view.step = 50;
    return session;
}

}  // namespace

TEST_F(Window, TurnsTheSurfaceByADragThatIsOneUndo) {
    ravine::Session flat = surface_at_rest();
    flat.view.layout = ravine::Layout::compare;
    Driver& w = open(flat);
    w.click("layout.Surface");
    ASSERT_EQ(w.saved(file).view.layout, ravine::Layout::surface);
    const Place surface = w.place("surface0");
    w.drag(surface.at(0.5, 0.5), surface.at(0.7, 0.6));
    const ravine::Session turned = w.saved(file);
    EXPECT_GT(turned.view.camera.azimuth, flat.view.camera.azimuth + 10);
    EXPECT_GT(turned.view.camera.elevation, flat.view.camera.elevation + 5);
    EXPECT_EQ(turned.start, flat.start);
    w.press("z", "ctrl");
    EXPECT_EQ(w.saved(file).view.camera, flat.view.camera);
    EXPECT_EQ(w.saved(file).view.layout, ravine::Layout::surface);
    w.press("y", "ctrl");
    EXPECT_EQ(w.saved(file).view.camera, turned.view.camera);
}

TEST_F(Window, ComesNearerToTheSurfaceByTheWheelAndGoesBackByADoubleClick) {
    Driver& w = open(surface_at_rest());
    const Spot middle = w.place("surface0").at(0.5, 0.55);
    w.wheel(middle, 3);
    EXPECT_GT(w.saved(file).view.camera.zoom, 1.2);
    EXPECT_EQ(w.saved(file).view.box, surface_at_rest().view.box);
    w.double_click(middle);
    EXPECT_EQ(w.saved(file).view.camera, ravine::Camera{});
    EXPECT_EQ(w.saved(file).start, surface_at_rest().start);
}

TEST_F(Window, SetsTheStartWhereTheSurfaceIsClicked) {
    Driver& w = open(surface_at_rest());
    const Spot spot = w.place("surface0").at(0.5, 0.5);
    w.click(spot);
    const ravine::Point start = w.saved(file).start;
    EXPECT_NE(start, surface_at_rest().start);
    EXPECT_TRUE(surface_at_rest().view.box.contains(start));
}

TEST_F(Window, ShowsTheSurfacesControlsInItsLayoutOnly) {
    Driver& w = open(surface_at_rest());
    EXPECT_TRUE(w.has("stretch"));
    EXPECT_TRUE(w.has("heights"));
    // The panel is longer than the window.
    w.wheel(w.place("steps").at(0.1), -60);
    w.type_value("stretch", "1.5");
    EXPECT_EQ(w.saved(file).view.camera.stretch, 1.5);
    w.click("layout.Single");
    EXPECT_FALSE(w.has("stretch"));
    EXPECT_FALSE(w.has("heights"));
}
