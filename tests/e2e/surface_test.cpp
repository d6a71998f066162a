// Looking at the graph of f from other sides.
#include <cstdint>
#include <vector>

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

/// What is seen at a place.
std::vector<std::uint32_t> part_of(const Picture& picture, const Place& place) {
    std::vector<std::uint32_t> out;
    for (auto y = static_cast<unsigned>(place.y0); y < static_cast<unsigned>(place.y1); ++y) {
        const auto row = picture.pixels.begin() + static_cast<std::ptrdiff_t>(y) * picture.width;
        out.insert(out.end(), row + static_cast<std::ptrdiff_t>(place.x0), row + static_cast<std::ptrdiff_t>(place.x1));
    }
    return out;
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

TEST_F(Window, MovesTheSurfaceByTheRightButtonOrShift) {
    Driver& w = open(surface_at_rest());
    const Place surface = w.place("surface0");
    w.drag(surface.at(0.5, 0.5), surface.at(0.6, 0.4), "3");
    const ravine::Session moved = w.saved(file);
    EXPECT_GT(moved.view.camera.pan_x, 0.05);
    EXPECT_GT(moved.view.camera.pan_y, 0.03);
    EXPECT_EQ(moved.view.camera.azimuth, surface_at_rest().view.camera.azimuth);
    EXPECT_EQ(moved.start, surface_at_rest().start);
    w.press("z", "ctrl");
    EXPECT_EQ(w.saved(file).view.camera, ravine::Camera{});
    w.press("Left", "shift");
    EXPECT_LT(w.saved(file).view.camera.pan_x, 0);
    w.double_click(surface.at(0.5, 0.5));
    EXPECT_EQ(w.saved(file).view.camera, ravine::Camera{});
}

TEST_F(Window, TiltsAndZoomsTheSurfaceByKeysAndStepsByTheOthersUntilItWasTurned) {
    Driver& w = open(surface_at_rest());
    const ravine::Camera first;
    w.press("Up");
    EXPECT_GT(w.saved(file).view.camera.elevation, first.elevation);
    w.press("Down");
    EXPECT_EQ(w.saved(file).view.camera, first);
    w.press("KP_Add");
    EXPECT_GT(w.saved(file).view.camera.zoom, 1);
    w.press("KP_Subtract");
    EXPECT_EQ(w.saved(file).view.camera, first);
    w.press("Right");
    EXPECT_EQ(w.saved(file).view.step, 51);
    EXPECT_EQ(w.saved(file).view.camera, first);
    // After a drag the surface has the keyboard, until Esc.
    const Place surface = w.place("surface0");
    w.drag(surface.at(0.5, 0.5), surface.at(0.6, 0.5));
    const double turned = w.saved(file).view.camera.azimuth;
    w.press("Right");
    EXPECT_GT(w.saved(file).view.camera.azimuth, turned);
    w.press("Home");
    EXPECT_EQ(w.saved(file).view.camera, first);
    EXPECT_EQ(w.saved(file).view.step, 51);
    w.press("Escape");
    w.press("Right");
    EXPECT_EQ(w.saved(file).view.camera, first);
    EXPECT_EQ(w.saved(file).view.step, 52);
}

TEST_F(Window, ShowsATurnedSurfaceAsOneThatWasOpenedSo) {
    Driver& w = open(surface_at_rest());
    const Place surface = w.place("surface0");
    const Spot beside{surface.x1 + 40, surface.y1 - 20};
    w.drag(surface.at(0.3, 0.5), surface.at(0.7, 0.6));
    w.press("Escape");
    w.move(beside);
    const auto turned = part_of(w.picture(folder / "turned.png"), surface);
    const ravine::Session session = w.saved(file);
    Driver& again = open(session);
    again.move(beside);
    EXPECT_EQ(part_of(again.picture(folder / "opened.png"), again.place("surface0")), turned);
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
