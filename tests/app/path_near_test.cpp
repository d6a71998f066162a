// What a person points at on a contour.
#include "app/figure/path_near.h"

#include <cmath>

#include <gtest/gtest.h>

#include "app/figure/compose.h"
#include "tests/app/figure_checks.h"

using namespace ravine;

namespace {

/// One pane over the opening session's view, with both optimizers.
Region pane(const Session& session) {
    const Rect rect{0, 0, 800, 600};
    const Box& b = session.view.box;
    return {Region::Kind::contour, 0, {rect, {b.x0, b.x1}, {b.y0, b.y1}}, {}, {0, 1}};
}

}  // namespace

TEST(StepNear, FindsEveryStepOfEveryPathByItsOwnPlace) {
    const Session session = opening_session();
    const Runs runs = simulate(session);
    const Region region = pane(session);
    for (int i = 0; i < 2; ++i) {
        for (int step = 0; step <= runs[static_cast<std::size_t>(i)]->last(); step += 7) {
            const Pixel at = region.axes.to_pixel(runs[static_cast<std::size_t>(i)]->at(step));
            const auto found = step_near(session, runs, {region, at, 3}, session.steps);
            ASSERT_TRUE(found) << i << " " << step;
            // Another step may lie on the same pixel; what is found is as near.
            const Pixel there = region.axes.to_pixel(runs[static_cast<std::size_t>(found->optimizer)]->at(found->step));
            EXPECT_LE(std::hypot(there.x - at.x, there.y - at.y), 3) << i << " " << step;
        }
    }
}

TEST(StepNear, SeesOnlyWhatIsDrawn) {
    Session session = opening_session();
    const Runs runs = simulate(session);
    Region region = pane(session);
    const Pixel late = region.axes.to_pixel(runs[1]->at(200));
    ASSERT_TRUE(step_near(session, runs, {region, late, 3}, 300));
    EXPECT_FALSE(step_near(session, runs, {region, late, 3}, 20)) << "the path has not got there yet";
    region.optimizers = {0};
    EXPECT_FALSE(step_near(session, runs, {region, late, 3}, 300)) << "the other optimizer is not in this pane";
    region.optimizers.clear();
    EXPECT_FALSE(step_near(session, runs, {region, late, 3000}, 300));
}

TEST(StepNear, CountsPathsFromOtherStartsToo) {
    Session session = opening_session();
    session.more_starts = {{1.5, -1}};
    const Runs runs = simulate(session);
    const Region region = pane(session);
    const auto found = step_near(session, runs, {region, region.axes.to_pixel({1.5, -1}), 2}, 100);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->step, 0);
}

TEST(StartNear, GivesTheNearestOfThoseWithinReach) {
    Session session = opening_session();
    const Region region = pane(session);
    const Pixel first = region.axes.to_pixel(session.start);
    session.more_starts = {region.axes.to_data({first.x + 8, first.y})};
    EXPECT_EQ(start_near(session, {region, {first.x + 1, first.y}, 10}), 0);
    EXPECT_EQ(start_near(session, {region, {first.x + 7, first.y}, 10}), 1);
    EXPECT_EQ(start_near(session, {region, {first.x + 40, first.y}, 10}), std::nullopt);
}

TEST(Figure, NamesEveryShownOptimizerOnceInEveryLayout) {
    Session session = opening_session();
    for (const char* id : {"gd", "adam", "momentum"}) session.optimizers.push_back(new_optimizer(session, id));
    const Runs runs = simulate(session);
    for (const Layout layout : {Layout::single, Layout::compare, Layout::grid, Layout::surface}) {
        session.view.layout = layout;
        const Figure figure = Composer().compose(session, runs, {}, ravine_test::fonts());
        std::vector<int> named(session.optimizers.size());
        for (const NamePlate& name : figure.names) {
            ++named[static_cast<std::size_t>(name.optimizer)];
            EXPECT_GT(name.rect.width(), 0);
            EXPECT_GT(name.rect.height(), 0);
            EXPECT_GE(name.rect.x0, 0);
            EXPECT_LE(name.rect.x1, figure.width);
        }
        for (std::size_t i = 0; i < named.size(); ++i)
            EXPECT_EQ(named[i], layout != Layout::compare || i < 2 ? 1 : 0) << static_cast<int>(layout) << " " << i;
    }
}
