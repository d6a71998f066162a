// Every quantity of a run against what its rows say, for every optimizer on every objective.
#include "app/figure/quantity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <set>

#include <gtest/gtest.h>

#include "app/figure/memory.h"

using namespace ravine;

namespace {

constexpr std::array kinds{CurveKind::height, CurveKind::gradient,    CurveKind::distance,
                           CurveKind::rate,   CurveKind::accumulator, CurveKind::step_length};

Session session_of(const ObjectiveInfo& objective, const OptimizerInfo& optimizer) {
    Session session;
    choose_objective(session, objective.id);
    session.optimizers = {new_optimizer(session, optimizer.id)};
    session.steps = 40;
    return session;
}

void for_every_run(const std::function<void(const Session&, const ravine::Run&, const Reference&)>& check) {
    for (const ObjectiveInfo& objective : objectives())
        for (const OptimizerInfo& optimizer : optimizers()) {
            const Session session = session_of(objective, optimizer);
            SCOPED_TRACE(std::string(objective.id) + ", " + std::string(optimizer.id));
            check(session, *simulate(session).front(), reference_of(objective_of(session)));
        }
}

void expect_same(double value, double expected) { EXPECT_NEAR(value, expected, 1e-12 * (1 + std::abs(expected))); }

/// The value of an accumulator of a rule whose accumulator is a function of the gradients alone.
std::vector<double> accumulated(const std::vector<double>& gradients, double keep, double take) {
    std::vector<double> s{0};
    for (std::size_t k = 0; k + 1 < gradients.size(); ++k) s.push_back(keep * s.back() + take * gradients[k] * gradients[k]);
    return s;
}

Extent extent_of_first(const Session& session, Series series) {
    return extent_of(*simulate(session).front(), series, reference_of(objective_of(session)));
}

}  // namespace

TEST(Quantity, OfEveryRowIsWhatTheRunSays) {
    for_every_run([](const Session& session, const ravine::Run& run, const Reference& from) {
        const Objective objective = objective_of(session);
        const std::vector<Minimum> minima = objective.minima();
        for (int row = 0; row <= run.last(); ++row) {
            const Point p = run.at(row);
            const Sample s = objective.at(p);
            if (!std::isfinite(s.f)) continue;
            expect_same(value_at(run, Series::height, row, from), s.f - (minima.empty() ? 0 : minima.front().f));
            if (!objective.draws_batches())
                expect_same(value_at(run, Series::gradient, row, from), std::sqrt(s.gx * s.gx + s.gy * s.gy));
            double least = INFINITY;
            for (const Minimum& m : minima)
                least = std::min(least, std::sqrt((p.x - m.x) * (p.x - m.x) + (p.y - m.y) * (p.y - m.y)));
            if (!minima.empty()) expect_same(value_at(run, Series::distance, row, from), least);
            if (row == 0) continue;
            const Point before = run.at(row - 1);
            const double step = std::sqrt((p.x - before.x) * (p.x - before.x) + (p.y - before.y) * (p.y - before.y));
            expect_same(value_at(run, Series::step_length, row, from), step);
        }
    });
}

TEST(Quantity, RateOfPlainGradientDescentIsTheStepOverTheGradient) {
    for (const ObjectiveInfo& objective : objectives()) {
        const Session session = session_of(objective, *find_optimizer("gd"));
        const ravine::Run run = *simulate(session).front();
        const Reference from = reference_of(objective_of(session));
        for (int row = 1; row <= run.last(); ++row) {
            const auto k = static_cast<std::size_t>(row);
            expect_same(value_at(run, Series::rate_x, row, from) * run.gx[k - 1], run.x[k - 1] - run.x[k]);
            expect_same(value_at(run, Series::rate_y, row, from) * run.gy[k - 1], run.y[k - 1] - run.y[k]);
        }
    }
}

TEST(Quantity, AccumulatorOfAdaGradAndRmspropFollowsFromTheGradients) {
    struct Case {
        const char* id;
        double keep, take;
    };
    for (const Case& c : {Case{"adagrad", 1, 1}, Case{"rmsprop", 0.9, 0.1}})
        for (const ObjectiveInfo& objective : objectives()) {
            const Session session = session_of(objective, *find_optimizer(c.id));
            const ravine::Run run = *simulate(session).front();
            const Reference from = reference_of(objective_of(session));
            const std::vector<double> sx = accumulated(run.gx, c.keep, c.take), sy = accumulated(run.gy, c.keep, c.take);
            for (int row = 1; row <= run.last(); ++row) {
                expect_same(value_at(run, Series::accumulator_x, row, from), sx[static_cast<std::size_t>(row)]);
                expect_same(value_at(run, Series::accumulator_y, row, from), sy[static_cast<std::size_t>(row)]);
            }
        }
}

TEST(Quantity, IsThereUnlessNoMinimumIsKnownOrNothingIsAccumulated) {
    for_every_run([](const Session& session, const ravine::Run& run, const Reference& from) {
        for (const CurveKind kind : kinds)
            for (const Series s : series_of(kind)) {
                bool expected = run.last() >= first_row(s);
                if (kind == CurveKind::distance) expected = !objective_of(session).minima().empty();
                if (kind == CurveKind::accumulator && info_of(session.optimizers[0]).state.empty()) expected = false;
                EXPECT_EQ(has(run, s, from), expected) << static_cast<int>(s);
            }
    });
}

TEST(Quantity, IsFiniteInEveryRowAlsoOfRunsThatDiverge) {
    for (const ObjectiveInfo& objective : objectives())
        for (const OptimizerInfo& optimizer : optimizers()) {
            Session session = session_of(objective, optimizer);
            if (const int lr = index_of(optimizer.params, "lr"); lr >= 0)
                session.optimizers[0].params[static_cast<std::size_t>(lr)] = 50;
            const ravine::Run run = *simulate(session).front();
            const Reference from = reference_of(objective_of(session));
            for (const CurveKind kind : kinds)
                for (const Series s : series_of(kind)) {
                    if (!has(run, s, from)) continue;
                    for (int row = first_row(s); row <= run.last(); ++row)
                        EXPECT_TRUE(std::isfinite(value_at(run, s, row, from))) << optimizer.id << " on " << objective.id;
                    const Extent e = extent_of(run, s, from);
                    EXPECT_TRUE(std::isfinite(e.lo) && std::isfinite(e.hi) && e.lo <= e.hi);
                }
        }
}

TEST(Quantity, HasWordsForEachCoordinateAndForNothing) {
    for_every_run([](const Session& session, const ravine::Run& run, const Reference& from) {
        for (const CurveKind kind : kinds)
            for (const int row : {0, std::min(1, run.last())}) {
                const std::vector<std::string> words = value_words(run, kind, row, from);
                ASSERT_FALSE(words.empty());
                for (const std::string& w : words) EXPECT_FALSE(w.empty());
                if (words.size() == 2) {
                    EXPECT_TRUE(words[0].starts_with("x ") && words[1].starts_with("y "));
                }
                if (kind == CurveKind::accumulator && row == 1 && info_of(session.optimizers[0]).state.empty()) {
                    EXPECT_EQ(words, std::vector<std::string>{"none"});
                }
            }
    });
}

TEST(Quantity, IsCalledAsPeopleKnowItAndNoTwoAlike) {
    Session session = opening_session();
    const std::vector<int> both{0, 1};
    std::set<std::string> names;
    for (const CurveKind kind : kinds) names.insert(quantity_name(session, kind, both));
    EXPECT_EQ(names,
              (std::set<std::string>{"f − f*", "‖∇f‖", "distance to minimum", "effective rate", "accumulator s", "step length"}));
    session.noise = 0.1;
    EXPECT_EQ(quantity_name(session, CurveKind::gradient, both), "‖g‖") << "what the rule is given is not the gradient of f";
    session.optimizers[1] = new_optimizer(session, "adam");
    EXPECT_EQ(quantity_name(session, CurveKind::accumulator, both), "accumulators s, m");
    choose_objective(session, "saddle");
    EXPECT_EQ(quantity_name(session, CurveKind::height, both), "f");
}

TEST(Extent, HoldsEveryValueOfARunThatStaysInSight) {
    for_every_run([](const Session&, const ravine::Run& run, const Reference& from) {
        for (const CurveKind kind : kinds)
            for (const Series s : series_of(kind)) {
                const Extent e = extent_of(run, s, from);
                if (e.strayed || !has(run, s, from)) continue;
                double lo = INFINITY, hi = -INFINITY, least = INFINITY;
                for (int row = first_row(s); row <= run.last(); ++row) {
                    const double v = value_at(run, s, row, from);
                    lo = std::min(lo, v);
                    hi = std::max(hi, v);
                    if (v > 0) least = std::min(least, v);
                }
                EXPECT_EQ(e.lo, lo);
                EXPECT_EQ(e.hi, hi);
                EXPECT_EQ(e.least_above_0, std::max(least, 1e-300));
            }
    });
}

TEST(Extent, DoesNotFollowARunThatDiverges) {
    Session session = session_of(*find_objective("rosenbrock"), *find_optimizer("gd"));
    session.optimizers[0].params[0] = 0.5;
    ASSERT_EQ(simulate(session).front()->outcome, Outcome::diverged);
    for (const Series s : {Series::height, Series::gradient, Series::distance, Series::step_length}) {
        const Extent e = extent_of_first(session, s);
        EXPECT_TRUE(e.strayed);
        EXPECT_LT(e.hi, 1e12) << static_cast<int>(s);
    }
}

TEST(Extent, IsComputedOnceForARun) {
    const Session session = opening_session();
    const Runs runs = simulate(session);
    const Objective objective = objective_of(session);
    FigureMemory memory;
    std::vector<const void*> before;
    for (int frame = 0; frame < 3; ++frame) {
        memory.begin_frame();
        const Reference& from = memory.reference(objective);
        std::vector<const void*> now{&from};
        for (const RunPtr& run : runs)
            for (const CurveKind kind : kinds)
                for (const Series s : series_of(kind)) now.push_back(&memory.extent(run, s, from));
        memory.end_frame();
        EXPECT_EQ(std::set<const void*>(now.begin(), now.end()).size(), now.size());
        if (frame > 0) {
            EXPECT_EQ(now, before);
        }
        before = now;
    }
}
