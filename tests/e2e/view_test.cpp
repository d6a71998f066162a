// Moving about in the plane.
#include <cmath>

#include "app/figure/axes.h"
#include "tests/e2e/in_window.h"

using namespace ravine_test;
using Window = InWindow;

namespace {

ravine::Axes axes_of(const ravine::Session& session, const Place& pane) {
    const ravine::Rect rect{static_cast<float>(pane.x0), static_cast<float>(pane.y0), static_cast<float>(pane.x1),
                            static_cast<float>(pane.y1)};
    const ravine::Box box = ravine::fitted(session.view.box, rect);
    return {rect, {box.x0, box.x1}, {box.y0, box.y1}};
}

/// How much of the plane a pixel covers.
double pixel_size(const ravine::Axes& axes) { return (axes.x.hi - axes.x.lo) / static_cast<double>(axes.rect.width()); }

ravine::Point under(const ravine::Axes& axes, Spot spot) {
    return axes.to_data({static_cast<float>(std::lround(spot.x)), static_cast<float>(std::lround(spot.y))});
}

}  // namespace

TEST_F(Window, ZoomsAtThePointer) {
    Driver& w = open(opening_at_rest());
    const Spot pointer = w.place("pane0").at(0.7, 0.3);
    const ravine::Axes before = axes_of(opening_at_rest(), w.place("pane0"));
    for (const int notches : {4, -2}) {
        const ravine::Session earlier = w.saved(file);
        w.wheel(pointer, notches);
        const ravine::Session session = w.saved(file);
        const ravine::Axes after = axes_of(session, w.place("pane0"));
        // Tick labels of another length may move the pane by some pixels.
        const double pixel = pixel_size(after);
        EXPECT_NEAR(under(after, pointer).x, under(before, pointer).x, 4 * pixel);
        EXPECT_NEAR(under(after, pointer).y, under(before, pointer).y, 4 * pixel);
        EXPECT_EQ(session.view.box.width() < earlier.view.box.width(), notches > 0);
        EXPECT_EQ(session.start, opening_at_rest().start);
    }
}

TEST_F(Window, PansWithTheDataUnderThePointer) {
    Driver& w = open(opening_at_rest());
    const Place pane = w.place("pane0");
    const Spot from = pane.at(0.6, 0.6);
    const Spot to = pane.at(0.4, 0.5);
    const ravine::Axes before = axes_of(opening_at_rest(), pane);
    w.drag(from, to);
    const ravine::Session session = w.saved(file);
    const ravine::Axes after = axes_of(session, w.place("pane0"));
    const double pixel = pixel_size(after);
    EXPECT_NEAR(under(after, to).x, under(before, from).x, 4 * pixel);
    EXPECT_NEAR(under(after, to).y, under(before, from).y, 4 * pixel);
    EXPECT_NE(session.view.box, opening_at_rest().view.box);
    EXPECT_EQ(session.start, opening_at_rest().start);
}

TEST_F(Window, ShowsTheWholeDomainAfterADoubleClickAndLeavesTheStart) {
    Driver& w = open(opening_at_rest());
    const Spot spot = w.place("pane0").at(0.6, 0.6);
    w.wheel(spot, 3);
    ASSERT_NE(w.saved(file).view.box, ravine::find_objective("rosenbrock")->domain);
    w.double_click(spot);
    const ravine::Session session = w.saved(file);
    EXPECT_EQ(session.view.box, ravine::find_objective("rosenbrock")->domain);
    EXPECT_EQ(session.start, opening_at_rest().start);
}

TEST_F(Window, SetsTheStartWhereThePlaneIsClicked) {
    Driver& w = open(opening_at_rest());
    const Place pane = w.place("pane1");
    const Spot spot = pane.at(0.5, 0.25);
    const ravine::Axes axes = axes_of(opening_at_rest(), pane);
    w.click(spot);
    const ravine::Session session = w.saved(file);
    const double pixel = pixel_size(axes);
    EXPECT_NEAR(session.start.x, under(axes, spot).x, 2 * pixel);
    EXPECT_NEAR(session.start.y, under(axes, spot).y, 2 * pixel);
    EXPECT_EQ(session.view.box, opening_at_rest().view.box);
}

TEST_F(Window, MovesTheStartInAnyPaneOfAGridAndOrdersThePanes) {
    ravine::Session three = opening_at_rest();
    three.optimizers.push_back(ravine::new_optimizer(three, "adam"));
    Driver& w = open(three);
    w.click("layout.Grid");
    ASSERT_TRUE(w.has("pane2"));
    EXPECT_FALSE(w.has("pane3"));
    const ravine::Axes axes = axes_of(three, w.place("pane2"));
    const Spot ring = w.place("start2").at(0.5);
    const Spot to = w.place("pane2").at(0.3, 0.7);
    w.drag(ring, to);
    const ravine::Session moved = w.saved(file);
    EXPECT_EQ(moved.view.layout, ravine::Layout::grid);
    const double pixel = pixel_size(axes);
    EXPECT_NEAR(moved.start.x, under(axes, to).x, 2 * pixel);
    EXPECT_NEAR(moved.start.y, under(axes, to).y, 2 * pixel);
    EXPECT_EQ(moved.view.box, three.view.box);

    // The list is below the cards.
    w.wheel(w.place("optimizers.add").at(0.5), -40);
    w.click("order");
    w.click("menu.by f − f*");
    EXPECT_EQ(w.saved(file).view.order, ravine::GridOrder::height);
    w.wheel(w.place("order").at(0.1), 40);
    w.click("optimizer0.shown");
    EXPECT_FALSE(w.saved(file).optimizers[0].shown);
    EXPECT_FALSE(w.has("pane2"));
    EXPECT_TRUE(w.has("pane1"));
}
