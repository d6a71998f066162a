// The runs of an ensemble in one, and how figures show it.
#include "app/session/median.h"

#include <algorithm>
#include <cmath>
#include <variant>

#include <gtest/gtest.h>

#include "app/figure/compose.h"
#include "tests/app/figure_checks.h"

using namespace ravine;
using namespace ravine_test;

namespace {

/// A run through these points that says nothing else.
RunPtr through(std::vector<double> x, std::vector<double> y, Outcome outcome = Outcome::moving) {
    Run run;
    run.f.assign(x.size(), 0);
    run.gx = run.gy = run.rate_x = run.rate_y = run.f;
    run.x = std::move(x);
    run.y = std::move(y);
    run.outcome = outcome;
    return std::make_shared<const Run>(std::move(run));
}

Session noisy(int ensemble) {
    Session session = opening_session();
    session.noise = 5;
    session.ensemble = ensemble;
    session.view.step = session.steps;
    return session;
}

}  // namespace

TEST(Median, IsTheMiddleOfEachCoordinateForItself) {
    const Runs runs{through({0, 5, 1}, {0, 7, 30}), through({0, 1, 2}, {0, 9, 10}), through({0, 3, 9}, {0, 8, 20})};
    const ravine::Run median = median_run(runs);
    EXPECT_EQ(median.x, (std::vector<double>{0, 3, 2}));
    EXPECT_EQ(median.y, (std::vector<double>{0, 8, 20}));
}

TEST(Median, LiesBetweenTheTwoMiddleOnesOfAnEvenNumber) {
    const Runs runs{through({0, 1}, {0, -1e308}), through({0, 2}, {0, 1.5e308}), through({0, 4}, {0, 1.7e308}),
                    through({0, 90}, {0, 1.7e308})};
    EXPECT_EQ(median_run(runs).x[1], 3);
    EXPECT_NEAR(median_run(runs).y[1] / 1.6e308, 1, 1e-12) << "also where a sum would overflow";
}

TEST(Median, CountsARunThatHasEndedWithItsLastRow) {
    const Runs runs{through({0, 100}, {0, 100}, Outcome::diverged), through({0, 1, 2, 3}, {0, 1, 2, 3}),
                    through({0, 2, 4, 6}, {0, 2, 4, 6})};
    const ravine::Run median = median_run(runs);
    EXPECT_EQ(median.x, (std::vector<double>{0, 2, 4, 6}));
    EXPECT_EQ(median.outcome, Outcome::moving);
}

TEST(Median, EndsWhereMoreThanHalfHaveDiverged) {
    const Runs runs{through({0, 100}, {0, 100}, Outcome::diverged), through({0, 1, 200}, {0, 1, 200}, Outcome::diverged),
                    through({0, 2, 4, 6}, {0, 2, 4, 6})};
    const ravine::Run median = median_run(runs);
    EXPECT_EQ(median.last(), 2);
    EXPECT_EQ(median.outcome, Outcome::diverged);
    EXPECT_EQ(median.converged_at, -1);
}

TEST(Median, LeavesHalfOfTheRunsOnEachSideInEveryColumn) {
    const Session session = noisy(9);
    const Runs runs = simulate(session);
    const Cast cast = Casting().of(session, runs);
    for (int i = 0; i < 2; ++i) {
        const ravine::Run& median = *cast.runs[static_cast<std::size_t>(i)];
        ASSERT_EQ(median.last(), session.steps);
        for (const std::size_t row : {1U, 20U, 300U}) {
            int below = 0, above = 0;
            for (std::size_t k = 0; k < runs.size(); ++k) {
                if (run_places(session)[k].optimizer != i) continue;
                below += runs[k]->f[row] < median.f[row] ? 1 : 0;
                above += runs[k]->f[row] > median.f[row] ? 1 : 0;
            }
            EXPECT_EQ(below, 4);
            EXPECT_EQ(above, 4);
        }
    }
}

TEST(Cast, IsTheRunsThemselvesWithoutAnEnsemble) {
    Session session = noisy(1);
    const Runs runs = simulate(session);
    EXPECT_EQ(Casting().of(session, runs).runs, runs);
    session.noise = 0;
    session.ensemble = 20;
    const Runs alike = simulate(session);
    EXPECT_EQ(alike.size(), 2U) << "without chance all repeats are alike";
    EXPECT_EQ(Casting().of(session, alike).runs, alike);
}

TEST(Cast, HoldsAMedianForEveryStartAndEveryRunBehindIt) {
    Session session = noisy(4);
    session.more_starts = {{0, 1}, {1, -1}};
    const Runs runs = simulate(session);
    Casting casting;
    const Cast first = casting.of(session, runs);
    ASSERT_EQ(first.runs.size(), runs.size() + 6);
    for (int i = 0; i < 2; ++i) EXPECT_EQ(first.places[static_cast<std::size_t>(i)].optimizer, i);
    EXPECT_EQ(std::ranges::count(first.places, RunPlace::median, &RunPlace::member), 6);
    for (const RunPtr& run : runs) EXPECT_EQ(std::ranges::count(first.runs, run), 1);
    session.view.step = 3;
    EXPECT_EQ(casting.of(session, runs).runs, first.runs) << "computed once";

    // Another optimizer's slider leaves this one's medians.
    session.optimizers[0].params[0] *= 2;
    const Cast second = casting.of(session, simulate(session));
    EXPECT_NE(second.runs[0], first.runs[0]);
}

TEST(Figure, DrawsEveryRunOfAnEnsembleTranslucentBeneathTheMedian) {
    const Session session = noisy(7);
    for (const Layout layout : {Layout::single, Layout::compare, Layout::grid}) {
        Session shown = session;
        shown.view.layout = layout;
        const Figure figure = Composer().compose(shown, simulate(shown), {}, fonts());
        int thin = 0, strong = 0;
        for (const Region& region : figure.regions) {
            if (region.kind != Region::Kind::contour) continue;
            for (const Group& group : figure.groups) {
                if (!(group.clip == region.axes.rect)) continue;
                for (const Primitive& p : group.primitives) {
                    const auto* path = std::get_if<Path>(&p);
                    if (path == nullptr || path->width <= 0) continue;
                    const bool translucent = path->color.a < 0.6F;
                    (translucent ? thin : strong)++;
                    EXPECT_EQ(translucent, path->width < 1.5F);
                }
            }
        }
        EXPECT_EQ(thin, 2 * 7);
        EXPECT_EQ(strong, 2);
    }
}
