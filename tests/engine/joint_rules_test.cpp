// Newton's method and L-BFGS, which move both coordinates at once.
#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "engine/coordinate.h"
#include "engine/optimizers/lbfgs.h"
#include "engine/optimizers/newton.h"
#include "support.h"

namespace ravine {
namespace {

/// ½ (a x² + 2 b x y + c y²) + p x + q y.
struct Quadratic {
    double a, b, c, p = 0, q = 0;

    Sample at(double x, double y) const {
        const double gx = a * x + b * y + p, gy = b * x + c * y + q;
        return {0.5 * (x * (gx + p) + y * (gy + q)), gx, gy};
    }
    Hessian hessian(double, double) const { return {a, b, c}; }
};

/// |x|^1.5 + y²: its second derivative is infinite at x = 0.
struct Kinked {
    static Sample at(double x, double y) {
        return {std::pow(std::abs(x), 1.5) + y * y, std::copysign(1.5 * std::sqrt(std::abs(x)), x), 2 * y};
    }
    static Hessian hessian(double x, double) { return {0.75 / std::sqrt(std::abs(x)), 0, 2}; }
};

template <class F>
JointPoint at(const F& f, double x, double y) {
    const Sample s = f.at(x, y);
    return {.x = {x, y}, .g = {s.gx, s.gy}, .rate = {}, .f = s.f};
}

template <class F>
JointPoint newton_step(const F& f, const Newton::Hyper<double>& h, double x, double y) {
    JointPoint p = at(f, x, y);
    std::array<Newton::State<double>, 2> s{};
    Newton::step(h, 1, f, p, s);
    return p;
}

const Newton::Hyper<double> plain{.lr = 1, .damping = 0, .saddle_free = false};
const Newton::Hyper<double> saddle_free{.lr = 1, .damping = 0, .saddle_free = true};

TEST(Newton, ReachesTheMinimumOfAQuadraticInOneStep) {
    for (const Quadratic& f :
         {Quadratic{2, 0, 50}, Quadratic{3, 1, 2, -1, 4}, Quadratic{1, -9, 100, 2, 3}, Quadratic{1, 1, 1.001, 1}}) {
        const double determinant = f.a * f.c - f.b * f.b;
        const double x = (f.b * f.q - f.c * f.p) / determinant, y = (f.b * f.p - f.a * f.q) / determinant;
        for (const auto& h : {plain, saddle_free}) {
            const JointPoint p = newton_step(f, h, 3, -2);
            EXPECT_NEAR(p.x[0], x, 1e-11 * (1 + std::abs(x)));
            EXPECT_NEAR(p.x[1], y, 1e-11 * (1 + std::abs(y)));
        }
    }
}

TEST(Newton, IsDrawnToASaddleUnlessItIsSaddleFree) {
    const Quadratic saddle{2, 0, -2};
    const JointPoint drawn = newton_step(saddle, plain, 0.7, 0.1), free = newton_step(saddle, saddle_free, 0.7, 0.1);
    EXPECT_NEAR(drawn.x[0], 0, 1e-15);
    EXPECT_NEAR(drawn.x[1], 0, 1e-15);
    EXPECT_NEAR(free.x[0], 0, 1e-15);
    EXPECT_NEAR(free.x[1], 0.2, 1e-15);
}

TEST(Newton, DividesEachPartOfTheGradientByItsCurvaturePlusDamping) {
    const JointPoint p = newton_step(Quadratic{2, 0, 10}, {.lr = 0.5, .damping = 3, .saddle_free = false}, 1, -1);
    EXPECT_NEAR(p.x[0], 1 - 0.5 * 2 / 5, 1e-15);
    EXPECT_NEAR(p.x[1], -1 + 0.5 * 10 / 13, 1e-15);
    EXPECT_NEAR(p.rate[0], 0.5 / 5, 1e-15);
    EXPECT_NEAR(p.rate[1], 0.5 / 13, 1e-15);
}

TEST(Newton, DescendsAsGradientDescentDoesWhereThereIsNoCurvature) {
    const Quadratic trough{1, 1, 1, 0.25, -0.25}, plane{0, 0, 0, 3, -4};
    const JointPoint in_trough = newton_step(trough, plain, 1, 1), on_plane = newton_step(plane, plain, 0, 0);
    EXPECT_NEAR(in_trough.x[0] + in_trough.x[1], 0, 1e-14);     // the middle of the trough
    EXPECT_NEAR(in_trough.x[0] - in_trough.x[1], -0.5, 1e-14);  // down along it by the gradient
    EXPECT_EQ(on_plane.x[0], -3);
    EXPECT_EQ(on_plane.x[1], 4);
    const JointPoint at_kink = newton_step(Kinked{}, plain, 0, 1);
    EXPECT_EQ(at_kink.x[0], 0);
    EXPECT_EQ(at_kink.x[1], -1);
}

struct Trajectory {
    std::vector<JointPoint> points;
    std::array<Lbfgs::State<double>, 2> state{};
};

template <class F>
Trajectory lbfgs(const F& f, const Lbfgs::Hyper<double>& h, double x, double y, int steps) {
    Trajectory t{.points = {at(f, x, y)}};
    for (int k = 1; k <= steps; ++k) {
        JointPoint p = t.points.back();
        Lbfgs::step(h, k, f, p, t.state);
        t.points.push_back(at(f, p.x[0], p.x[1]));
        t.points.back().rate = p.rate;
    }
    return t;
}

/// An objective of the catalogue.
struct Surface {
    Objective objective;
    Sample at(double x, double y) const { return objective.at({x, y}); }
};

const Lbfgs::Hyper<double> fixed{.lr = 1, .line_search = false}, searching{.lr = 1, .line_search = true};

TEST(Lbfgs, BeginsWithAStepThatIsNoLongerThanTheLearningRate) {
    const auto t = lbfgs(Quadratic{2, 0, 50}, fixed, 3, -2, 1);
    EXPECT_DOUBLE_EQ(t.points[1].x[0], 3 - 6.0 / 106);
    EXPECT_DOUBLE_EQ(t.points[1].x[1], -2 + 100.0 / 106);
    const auto short_gradient = lbfgs(Quadratic{2, 0, 50}, fixed, 0.1, 0, 1);
    EXPECT_NEAR(short_gradient.points[1].x[0], -0.1, 1e-15);
}

TEST(Lbfgs, FindsTheMinimumOfQuadraticsWithAndWithoutLineSearch) {
    for (const Quadratic& f : {Quadratic{2, 0, 50}, Quadratic{3, 1, 2, -1, 4}, Quadratic{1, -9, 100, 2, 3}}) {
        for (const auto& h : {fixed, searching}) {
            const auto t = lbfgs(f, h, 3, -2, 30);
            EXPECT_NEAR(t.points.back().g[0], 0, 1e-5);
            EXPECT_NEAR(t.points.back().g[1], 0, 1e-5);
        }
    }
}

TEST(Lbfgs, NeverRaisesFWithLineSearchAndKeepsTheStrongWolfeConditions) {
    for (const std::string_view id : {"rosenbrock", "beale", "himmelblau", "three-hump-camel"}) {
        const Surface f{Objective(id)};
        const Point start = f.objective.info().start;
        const auto t = lbfgs(f, searching, start.x, start.y, 60);
        for (std::size_t k = 1; k < t.points.size(); ++k) {
            const JointPoint &a = t.points[k - 1], &b = t.points[k];
            const double dx = b.x[0] - a.x[0], dy = b.x[1] - a.x[1];
            const double before = a.g[0] * dx + a.g[1] * dy, after = b.g[0] * dx + b.g[1] * dy;
            EXPECT_LE(b.f, a.f) << id << " " << k;
            if (std::hypot(a.g[0], a.g[1]) < 1e-5) continue;  // rounding decides here
            EXPECT_LT(before, 0) << id << " " << k;
            EXPECT_LE(b.f, a.f + 0.9e-4 * before) << id << " " << k;
            EXPECT_LE(std::abs(after), -0.901 * before) << id << " " << k;
        }
        EXPECT_LT(std::hypot(t.points.back().g[0], t.points.back().g[1]), 1e-5) << id;
    }
}

TEST(Lbfgs, StaysWhereItIsAtAMinimum) {
    for (const auto& h : {fixed, searching}) {
        const auto t = lbfgs(Quadratic{2, 0, 50}, h, 0, 0, 3);
        EXPECT_EQ(t.points.back().x[0], 0);
        EXPECT_EQ(t.points.back().x[1], 0);
        EXPECT_EQ(t.points.back().rate[0], 0);
    }
}

TEST(Lbfgs, TakesSteepestDescentWhenItsMemoryLeadsUpwards) {
    const Quadratic f{2, 0, 50};
    auto t = lbfgs(f, searching, 3, -2, 4);
    ASSERT_GT(t.state[0].pairs, 0);
    for (auto& s : t.state) s.y1 = -s.y1, s.y2 = -s.y2, s.y3 = -s.y3, s.y4 = -s.y4, s.y5 = -s.y5;  // as if all were concave
    JointPoint p = at(f, 1, 1);
    for (std::size_t i = 0; i < 2; ++i) t.state[i].g = p.g[i];
    Lbfgs::step(searching, 5, f, p, t.state);
    EXPECT_EQ(t.state[0].pairs, 0);
    EXPECT_LT(f.at(p.x[0], p.x[1]).f, f.at(1, 1).f);
    EXPECT_NEAR(p.rate[0], p.rate[1], 1e-12 * p.rate[0]);
}

TEST(Lbfgs, ForgetsAllButTheLastFivePairs) {
    const Surface f{Objective("rosenbrock")};
    const auto t = lbfgs(f, searching, -1.5, 2, 12);
    EXPECT_EQ(t.state[0].pairs, 5);
    EXPECT_EQ(t.state[0].updates, 12);
    const JointPoint &a = t.points[10], &b = t.points[11];  // the newest pair: the step before the last
    EXPECT_NEAR(t.state[0].s5, b.x[0] - a.x[0], 1e-12);
    EXPECT_NEAR(t.state[1].y5, b.g[1] - a.g[1], 1e-9);
}

}  // namespace
}  // namespace ravine
