// Every objective of the catalogue: derivatives against differences, minima, and kernels.
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <stdexcept>

#include <gtest/gtest.h>

#include "support.h"

namespace ravine {
namespace {

using Function = std::function<double(Point)>;

/// Central difference of eighth order along a direction.
double derivative(const Function& f, Point p, Point along, double h) {
    const auto difference = [&](double k) {
        return f({p.x + k * h * along.x, p.y + k * h * along.y}) - f({p.x - k * h * along.x, p.y - k * h * along.y});
    };
    return (4.0 / 5 * difference(1) - 1.0 / 5 * difference(2) + 4.0 / 105 * difference(3) - 1.0 / 280 * difference(4)) / h;
}

/// The objective with its default parameters, and with every parameter moved.
std::vector<Objective> with_parameters(const ObjectiveInfo& info) {
    std::vector<double> moved;
    for (const Parameter& p : info.params) moved.push_back(slider_value(p, 0.7));
    return {Objective(info.id), Objective(info.id, moved)};
}

bool has(const ObjectiveInfo& info, ObjectiveInfo::Trait trait) { return (info.traits & trait) != 0; }

/// Traits speak of default parameters; with others, the losses and penalties of data objectives have kinks too.
bool may_have_kinks(const Objective& objective) {
    const ObjectiveInfo& info = objective.info();
    const bool is_moved = !std::ranges::equal(objective.params(), standard_values(info.params));
    return has(info, ObjectiveInfo::non_smooth) || (has(info, ObjectiveInfo::from_data) && is_moved);
}

double diagonal(const Box& box) { return std::hypot(box.width(), box.height()); }

/// A derivative that two step sizes agree on: differences across a kink depend on the step.
struct Difference {
    double value;
    bool is_reliable;
};

Difference difference(const Function& f, Point p, Point along, double tolerance) {
    const double h = 2e-3, wide = derivative(f, p, along, h), narrow = derivative(f, p, along, h / 2);
    return {wide, std::abs(wide - narrow) <= tolerance};
}

/// Compares derivatives with differences at random points: everywhere on a smooth surface, else where no kink is near.
class Comparison {
public:
    explicit Comparison(const Objective& objective) : id_(objective.info().id), kinks_(may_have_kinks(objective)) {}
    ~Comparison() { EXPECT_GE(compared_, 0.8 * asked_) << id_ << ": too few points away from kinks"; }
    Comparison(const Comparison&) = delete;
    Comparison& operator=(const Comparison&) = delete;

    void expect(double exact, const Function& f, Point p, Point along, double tolerance) {
        ++asked_;
        const Difference by_differences = difference(f, p, along, tolerance);
        if (kinks_ && !by_differences.is_reliable) return;
        ++compared_;
        EXPECT_NEAR(exact, by_differences.value, tolerance) << id_ << " at " << p.x << ", " << p.y;
    }

private:
    std::string_view id_;
    bool kinks_;
    int asked_ = 0, compared_ = 0;
};

TEST(EveryObjective, HasTheGradientThatDifferencesSuggest) {
    for (const ObjectiveInfo& info : objectives()) {
        for (const Objective& objective : with_parameters(info)) {
            const Function f = [&](Point p) { return objective.at(p).f; };
            Comparison comparison(objective);
            for (const Point p : test::random_points(info.domain, 200)) {
                const Sample s = objective.at(p);
                const double tolerance = 1e-9 * (1 + std::abs(s.gx) + std::abs(s.gy) + std::abs(s.f));
                comparison.expect(s.gx, f, p, {1, 0}, tolerance);
                comparison.expect(s.gy, f, p, {0, 1}, tolerance);
            }
        }
    }
}

TEST(EveryObjective, HasTheHessianThatDifferencesOfTheGradientSuggest) {
    for (const ObjectiveInfo& info : objectives()) {
        for (const Objective& objective : with_parameters(info)) {
            const Function gx = [&](Point p) { return objective.at(p).gx; };
            const Function gy = [&](Point p) { return objective.at(p).gy; };
            Comparison comparison(objective);
            for (const Point p : test::random_points(info.domain, 100)) {
                const Hessian hessian = objective.hessian(p);
                const Sample s = objective.at(p);
                const double tolerance =
                    1e-8 * (1 + std::abs(hessian.xx) + std::abs(hessian.yy) + std::abs(s.gx) + std::abs(s.gy));
                comparison.expect(hessian.xx, gx, p, {1, 0}, tolerance);
                comparison.expect(hessian.xy, gx, p, {0, 1}, tolerance);
                comparison.expect(hessian.xy, gy, p, {1, 0}, tolerance);
                comparison.expect(hessian.yy, gy, p, {0, 1}, tolerance);
            }
        }
    }
}

/// A minimum on the edge of the domain is one within the domain only: f falls outwards, and is flat along the edge.
void expect_no_slope_into(const Box& domain, const Minimum& m, const Sample& s, double tolerance) {
    const auto expect_coordinate = [&](double at, double low, double high, double slope) {
        if (at == low) {
            EXPECT_GE(slope, -tolerance);
        } else if (at == high) {
            EXPECT_LE(slope, tolerance);
        } else {
            EXPECT_NEAR(slope, 0, tolerance);
        }
    };
    expect_coordinate(m.x, domain.x0, domain.x1, s.gx);
    expect_coordinate(m.y, domain.y0, domain.y1, s.gy);
}

TEST(EveryObjective, HasNoSlopeAtItsKnownMinimaAndTheirDepth) {
    for (const ObjectiveInfo& info : objectives()) {
        for (const Objective& objective : with_parameters(info)) {
            for (const Minimum& m : objective.minima()) {
                SCOPED_TRACE(info.id);
                const Sample s = objective.at({m.x, m.y});
                const Hessian h = objective.hessian({m.x, m.y});
                EXPECT_NEAR(s.f, m.f, 1e-12 * (1 + std::abs(m.f)));
                if (has(info, ObjectiveInfo::from_data) && may_have_kinks(objective)) continue;  // may lie on a crease
                // To 1e-12 in x the slope is at most the steepest curvature times 1e-12. At a kink it is 0 by convention.
                expect_no_slope_into(info.domain, m, s, 1e-12 * (h.xx + h.yy));
            }
        }
    }
}

TEST(EveryObjective, CurvesUpwardsAtItsKnownMinimaUnlessThatIsAKink) {
    for (const ObjectiveInfo& info : objectives()) {
        for (const Objective& objective : with_parameters(info)) {
            if (may_have_kinks(objective)) continue;
            for (const Minimum& m : objective.minima()) {
                const Hessian h = objective.hessian({m.x, m.y});
                EXPECT_GT(h.xx * h.yy - h.xy * h.xy, 0) << info.id;
                EXPECT_GT(h.xx, 0) << info.id;
            }
        }
    }
}

/// The lowest and the highest value on a circle, as far as it lies in the domain.
struct Range {
    double low = std::numeric_limits<double>::infinity(), high = -std::numeric_limits<double>::infinity();
};

Range values_around(const Objective& objective, Point center, double radius) {
    Range range;
    const int directions = 64;
    for (int k = 0; k < directions; ++k) {
        const double angle = 2 * std::numbers::pi * k / directions;
        const Point p{center.x + radius * std::cos(angle), center.y + radius * std::sin(angle)};
        if (!objective.info().domain.contains(p)) continue;
        const double f = objective.at(p).f;
        range = {std::min(range.low, f), std::max(range.high, f)};
    }
    return range;
}

TEST(EveryObjective, IsNowhereLowerAroundItsKnownMinima) {
    for (const ObjectiveInfo& info : objectives()) {
        for (const Objective& objective : with_parameters(info)) {
            for (const Minimum& m : objective.minima()) {
                for (const double radius : {1e-9, 1e-7, 1e-5, 1e-3}) {
                    const double low = values_around(objective, {m.x, m.y}, radius * diagonal(info.domain)).low;
                    EXPECT_GE(low, m.f - 1e-12 * (1 + std::abs(m.f))) << info.id << " around " << m.x << ", " << m.y;
                }
            }
        }
    }
}

/// The lowest value on a grid of n × n points that includes the edges.
double lowest_on_grid(const Objective& objective, int n) {
    const Box& domain = objective.info().domain;
    const auto size = static_cast<std::size_t>(n);
    std::vector<double> x(size), y(size), f(size);
    double lowest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < size; ++i) x[i] = domain.x0 + domain.width() * static_cast<double>(i) / (n - 1);
    for (int j = 0; j < n; ++j) {
        std::fill(y.begin(), y.end(), domain.y0 + domain.height() * j / (n - 1));
        objective.values(size, x.data(), y.data(), f.data());
        lowest = std::min(lowest, *std::min_element(f.begin(), f.end()));
    }
    return lowest;
}

TEST(EveryObjective, ListsGlobalMinimaFirstAndNothingInItsDomainIsLower) {
    for (const ObjectiveInfo& info : objectives()) {
        for (const Objective& objective : with_parameters(info)) {
            const auto minima = objective.minima();
            EXPECT_EQ(objective.has_global_minimum(), !minima.empty());
            if (minima.empty()) continue;
            for (std::size_t i = 1; i < minima.size(); ++i) EXPECT_LE(minima[i - 1].f, minima[i].f) << info.id;
            EXPECT_GE(lowest_on_grid(objective, 501), minima[0].f - 1e-12 * (1 + std::abs(minima[0].f))) << info.id;
        }
    }
}

TEST(EveryObjective, HasFiniteDerivativesWhereItsFormulaHasRootsAndKinks) {
    const std::vector<std::pair<std::string_view, Point>> delicate{
        {"ackley", {0, 0}},    {"drop-wave", {0, 0}}, {"cross-in-tray", {0, 0}}, {"cross-in-tray", {0, 3}},
        {"absolute", {0, 1}},  {"absolute", {-1, 0}}, {"eggholder", {0, -47}},   {"eggholder", {94, -94}},
        {"bukin-6", {-10, 1}}, {"bukin-6", {-10, 0}}, {"bukin-6", {0, 0}},       {"schaffer-2", {1, 1}},
        {"plateau", {40, 0}},  {"easom", {-90, 90}}};
    for (const auto& [id, p] : delicate) {
        const Objective objective(id);
        const Sample s = objective.at(p);
        const Hessian h = objective.hessian(p);
        EXPECT_TRUE(std::isfinite(s.f) && std::isfinite(s.gx) && std::isfinite(s.gy)) << id << " at " << p.x << ", " << p.y;
        EXPECT_TRUE(std::isfinite(h.xx) && std::isfinite(h.xy) && std::isfinite(h.yy)) << id << " at " << p.x << ", " << p.y;
    }
}

TEST(EveryObjective, GivesEachPointOfABlockTheSameNumbersWhereverItStands) {
    for (const ObjectiveInfo& info : objectives()) {
        const Objective objective(info.id);
        auto points = test::random_points(info.domain, 23);
        points[5] = {3e6, -4e8};  // one that needs another path through sine must not change its neighbours
        std::vector<double> x, y;
        for (const Point p : points) x.push_back(p.x), y.push_back(p.y);
        for (std::size_t from = 0; from < x.size(); ++from) {
            for (std::size_t n = 1; from + n <= x.size(); ++n) {
                std::vector<double> f(n + 1, -77), gx(n + 1, -77), gy(n + 1, -77), only_f(n + 1, -77);
                objective.gradients(n, &x[from], &y[from], f.data(), gx.data(), gy.data());
                objective.values(n, &x[from], &y[from], only_f.data());
                for (std::size_t i = 0; i < n; ++i) {
                    const Sample s = objective.at(points[from + i]);
                    ASSERT_TRUE(test::same_bits(f[i], s.f) && test::same_bits(only_f[i], s.f)) << info.id;
                    ASSERT_TRUE(test::same_bits(gx[i], s.gx) && test::same_bits(gy[i], s.gy)) << info.id;
                }
                ASSERT_EQ(f[n], -77) << "nothing is written behind the block";
                ASSERT_EQ(gx[n] + gy[n] + only_f[n], -3 * 77) << "nothing is written behind the block";
            }
        }
    }
}

TEST(EveryObjective, DoesNothingForAnEmptyBlock) {
    for (const ObjectiveInfo& info : objectives()) Objective(info.id).values(0, nullptr, nullptr, nullptr);
}

TEST(AnObjective, IsRefusedUnderAnUnknownNameOrWithTooFewParameters) {
    EXPECT_THROW(Objective("rosenbrok"), std::invalid_argument);
    EXPECT_THROW(Objective("rosenbrock", std::vector{1.0}), std::invalid_argument);
    EXPECT_THROW(Objective("bowl", std::vector{1.0}), std::invalid_argument);
}

}  // namespace
}  // namespace ravine
