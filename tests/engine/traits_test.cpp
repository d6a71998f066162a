// Traits of objectives: each claim is looked for in the surface itself.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include <gtest/gtest.h>

#include "support.h"

namespace ravine {
namespace {

bool has(const ObjectiveInfo& info, ObjectiveInfo::Trait trait) { return (info.traits & trait) != 0; }

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }
double diagonal(const Box& box) { return std::hypot(box.width(), box.height()); }

/// Eigenvalues of a Hessian, and the direction of the greater one.
struct Axes {
    double least, most;
    Point along_most;
};

Axes axes(const Hessian& h) {
    const double middle = 0.5 * (h.xx + h.yy), spread = std::hypot(0.5 * (h.xx - h.yy), h.xy);
    const double angle = 0.5 * std::atan2(2 * h.xy, h.xx - h.yy);
    return {middle - spread, middle + spread, {std::cos(angle), std::sin(angle)}};
}

/// Newton's step, without the part along an axis that has hardly any curvature.
Point newton_step(const Sample& s, const Axes& a) {
    const Point u = a.along_most, v{-u.y, u.x};
    const double tiny = 1e-9 * std::max(std::abs(a.least), std::abs(a.most));
    const double along_u = std::abs(a.most) > tiny ? (s.gx * u.x + s.gy * u.y) / a.most : 0;
    const double along_v = std::abs(a.least) > tiny ? (s.gx * v.x + s.gy * v.y) / a.least : 0;
    return {along_u * u.x + along_v * v.x, along_u * u.y + along_v * v.y};
}

/// The stationary point of the domain that Newton's method leads to from p, if it does.
std::optional<Point> stationary_point(const Objective& objective, Point p) {
    const Box& domain = objective.info().domain;
    for (int k = 0; k < 100; ++k) {
        const Sample s = objective.at(p);
        const Point step = newton_step(s, axes(objective.hessian(p)));
        p = {p.x - step.x, p.y - step.y};
        if (!domain.contains(p)) return std::nullopt;
        if (std::hypot(step.x, step.y) < 1e-12 * diagonal(domain) && std::hypot(s.gx, s.gy) < 1e-7) return p;
    }
    return std::nullopt;
}

/// What lies around a point, on a small circle.
struct Surroundings {
    bool rise = false, fall = false;
};

Surroundings surroundings(const Objective& objective, Point p) {
    Surroundings found;
    const double radius = 1e-4 * diagonal(objective.info().domain), f = objective.at(p).f, rounding = 1e-13 * (1 + std::abs(f));
    for (int k = 0; k < 64; ++k) {
        const double angle = 2 * std::numbers::pi * k / 64;
        const double around = objective.at({p.x + radius * std::cos(angle), p.y + radius * std::sin(angle)}).f;
        found.rise = found.rise || around > f + rounding;
        found.fall = found.fall || around < f - rounding;
    }
    return found;
}

struct Stationary {
    std::vector<Point> minima, saddles;
};

/// Stationary points in the domain, and minima known to the objective, each once.
Stationary stationary_points(const Objective& objective) {
    const Box& domain = objective.info().domain;
    Stationary found;
    const auto add = [&](std::vector<Point>& list, Point p) {
        const auto is_here = [&](Point q) { return distance(p, q) < 1e-4 * diagonal(domain); };
        if (std::none_of(list.begin(), list.end(), is_here)) list.push_back(p);
    };
    for (const Minimum& m : objective.minima()) add(found.minima, {m.x, m.y});
    for (const Point start : test::random_points(domain, 400)) {
        const auto p = stationary_point(objective, start);
        if (!p) continue;
        const Surroundings around = surroundings(objective, *p);
        if (around.rise && around.fall) add(found.saddles, *p);
        if (around.rise && !around.fall) add(found.minima, *p);
    }
    return found;
}

TEST(ATrait, SaysWhetherThereAreSaddlesAndSeveralMinima) {
    for (const ObjectiveInfo& info : objectives()) {
        const Stationary found = stationary_points(Objective(info.id));
        EXPECT_EQ(has(info, ObjectiveInfo::with_saddle), !found.saddles.empty())
            << info.id << " has a saddle at " << (found.saddles.empty() ? NAN : found.saddles[0].x) << ", "
            << (found.saddles.empty() ? NAN : found.saddles[0].y);
        EXPECT_EQ(has(info, ObjectiveInfo::many_minima), found.minima.size() > 1)
            << info.id << " has " << found.minima.size() << " minima";
    }
}

TEST(ATrait, SaysWhetherAChordEverLiesBelowTheSurface) {
    for (const ObjectiveInfo& info : objectives()) {
        const Objective objective(info.id);
        const auto a = test::random_points(info.domain, 2000, 1), b = test::random_points(info.domain, 2000, 2);
        bool is_convex = true;
        for (std::size_t i = 0; i < a.size(); ++i) {
            const double chord = 0.5 * (objective.at(a[i]).f + objective.at(b[i]).f);
            const double f = objective.at({0.5 * (a[i].x + b[i].x), 0.5 * (a[i].y + b[i].y)}).f;
            if (f > chord + 1e-12 * (1 + std::abs(chord))) is_convex = false;
        }
        EXPECT_EQ(has(info, ObjectiveInfo::convex), is_convex) << info.id;
    }
}

TEST(ATrait, CallsARavineWhatIsManyTimesSteeperAcrossThanAlong) {
    for (const ObjectiveInfo& info : objectives()) {
        if (!has(info, ObjectiveInfo::ravine_shaped) || has(info, ObjectiveInfo::non_smooth)) continue;
        const Objective objective(info.id);
        const Minimum m = objective.minima().front();
        const Axes a = axes(objective.hessian({m.x, m.y}));
        EXPECT_GE(a.most, 19.9 * a.least) << info.id;
    }
}

/// The relative change of the gradient between two points that halving a way again and again leads to, always into the half with
/// the greater change. Across a kink it stays as great however short the way.
double change_in_the_end(const Objective& objective, Point a, Point b) {
    const auto change = [&](Point p, Point q) {
        const Sample s = objective.at(p), t = objective.at(q);
        return std::hypot(s.gx - t.gx, s.gy - t.gy);
    };
    for (int k = 0; k < 40; ++k) {
        const Point middle{0.5 * (a.x + b.x), 0.5 * (a.y + b.y)};
        if (change(a, middle) > change(middle, b)) {
            b = middle;
        } else {
            a = middle;
        }
    }
    const Sample s = objective.at(a);
    return change(a, b) / (1 + std::hypot(s.gx, s.gy));
}

TEST(ATrait, SaysWhetherTheGradientJumps) {
    for (const ObjectiveInfo& info : objectives()) {
        const Objective objective(info.id);
        double change = 0;
        const auto points = test::random_points(info.domain, 400);
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
            change = std::max(change, change_in_the_end(objective, points[i], points[i + 1]));
        for (const Minimum& m : objective.minima())
            change = std::max(change, change_in_the_end(objective, {m.x - 0.1, m.y}, {m.x + 0.13, m.y}));
        EXPECT_EQ(has(info, ObjectiveInfo::non_smooth), change > 1e-3) << info.id << " changes by " << change;
    }
}

TEST(Ackley, HasItsOnlyKinkAtTheGlobalMinimum) {
    const Objective ackley("ackley");
    const double slope = 20 * 0.2 / std::numbers::sqrt2;
    EXPECT_NEAR(ackley.at({1e-9, 0}).gx, slope, 1e-6);
    EXPECT_NEAR(ackley.at({-1e-9, 0}).gx, -slope, 1e-6);
    EXPECT_EQ(ackley.at({0, 0}).gx, 0);
}

}  // namespace
}  // namespace ravine
