// The number functions of the kernels, reached through typed formulas: against long doubles, and lane by lane on every
// instruction set.
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "engine/expression/formula.h"
#include "engine/kernels.h"
#include "engine/objective.h"
#include "engine/typed_formula.h"
#include "support.h"

namespace ravine {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<double> values(const Kernels& k, const Formula& f, const std::vector<double>& x, const std::vector<double>& y) {
    const TypedFormula prepared{&f};
    std::vector<double> out(x.size());
    k.values[objectives().size()](&prepared, x.size(), x.data(), y.data(), out.data());
    return out;
}

/// f, and its slopes by x and by y.
std::vector<std::vector<double>> gradients(const Kernels& k, const Formula& f, const std::vector<double>& x,
                                           const std::vector<double>& y) {
    const TypedFormula prepared{&f};
    std::vector<std::vector<double>> out(3, std::vector<double>(x.size()));
    k.gradients[objectives().size()](&prepared, x.size(), x.data(), y.data(), out[0].data(), out[1].data(), out[2].data());
    return out;
}

bool near(double a, double b) { return a == b || std::abs(a - b) <= 1e-14 * (1 + std::abs(b)); }

bool same(double a, double b) { return test::same_bits(a, b) || (std::isnan(a) && std::isnan(b)); }

struct Function {
    const char* formula;
    long double (*exact)(long double x, long double y);
    Box box;
    double tolerance = 4e-16;  ///< of the value,
    double least = 1e-320;     ///< or of this where the value is smaller
};

const Function all[] = {
    {"abs(x)", [](long double x, long double) { return fabsl(x); }, {-9, 9, 0, 1}},
    {"sign(x)", [](long double x, long double) { return x < 0 ? -1.0L : 1.0L; }, {-9, 9, 0, 1}},
    {"min(x, y)", [](long double x, long double y) { return fminl(x, y); }, {-9, 9, -9, 9}},
    {"max(x, y)", [](long double x, long double y) { return fmaxl(x, y); }, {-9, 9, -9, 9}},
    {"sqrt(x)", [](long double x, long double) { return sqrtl(x); }, {0, 1e9, 0, 1}},
    {"cbrt(x)", [](long double x, long double) { return cbrtl(x); }, {-1e9, 1e9, 0, 1}},
    {"exp(x)", [](long double x, long double) { return expl(x); }, {-700, 700, 0, 1}},
    {"exp(x) + 0", [](long double x, long double) { return expl(x); }, {-1, 1, 0, 1}},
    {"log(x)", [](long double x, long double) { return logl(x); }, {0, 3, 0, 1}},
    {"log(1e300*x)",
     [](long double x, long double) { return logl(static_cast<long double>(1e300 * static_cast<double>(x))); },
     {0, 3, 0, 1}},
    {"log(1e-310*x)",
     [](long double x, long double) { return logl(static_cast<long double>(1e-310 * static_cast<double>(x))); },
     {1, 3, 0, 1}},
    {"log10(x)", [](long double x, long double) { return log10l(x); }, {0, 1e6, 0, 1}},
    {"sin(x)", [](long double x, long double) { return sinl(x); }, {-30, 30, 0, 1}, 4e-16, 1},
    {"cos(x)", [](long double x, long double) { return cosl(x); }, {-30, 30, 0, 1}, 4e-16, 1},
    {"sin(x) ", [](long double x, long double) { return sinl(x); }, {-1e9, 1e9, 0, 1}, 4e-16, 1},
    {"cos(x) ", [](long double x, long double) { return cosl(x); }, {-1.6e6, 1.6e6, 0, 1}, 4e-16, 1},
    {"tan(x)", [](long double x, long double) { return tanl(x); }, {-30, 30, 0, 1}},
    {"asin(x)", [](long double x, long double) { return asinl(x); }, {-1, 1, 0, 1}},
    {"acos(x)", [](long double x, long double) { return acosl(x); }, {-1, 1, 0, 1}},
    {"atan(x)", [](long double x, long double) { return atanl(x); }, {-30, 30, 0, 1}},
    {"atan2(x, y)", [](long double x, long double y) { return atan2l(x, y); }, {-3, 3, -3, 3}},
    {"sinh(x)", [](long double x, long double) { return sinhl(x); }, {-30, 30, 0, 1}},
    {"cosh(x)", [](long double x, long double) { return coshl(x); }, {-30, 30, 0, 1}},
    {"tanh(x)", [](long double x, long double) { return tanhl(x); }, {-3, 3, 0, 1}},
    {"tanh(x) ", [](long double x, long double) { return tanhl(x); }, {-40, 40, 0, 1}},
    {"pow(x, y)", [](long double x, long double y) { return powl(x, y); }, {0, 30, -20, 20}},
    {"x^2.5", [](long double x, long double) { return powl(x, 2.5L); }, {0, 30, 0, 1}},
    {"2^x", [](long double x, long double) { return powl(2, x); }, {-30, 30, 0, 1}},
    {"hypot(x, y)", [](long double x, long double y) { return hypotl(x, y); }, {-3e200, 3e200, -3e200, 3e200}},
    {"x^5", [](long double x, long double) { return powl(x, 5); }, {-3, 3, 0, 1}, 8e-16},
    {"x^-3", [](long double x, long double) { return powl(x, -3); }, {-3, 3, 0, 1}, 8e-16},
};

TEST(TheLanes, ComputeEveryFunctionToTheLastDigit) {
    for (const Function& function : all) {
        const Formula formula(function.formula);
        std::vector<double> x, y;
        for (const Point p : test::random_points(function.box, 3001)) x.push_back(p.x), y.push_back(p.y);
        for (const Kernels* k : runnable_kernels()) {
            const std::vector<double> out = values(*k, formula, x, y);
            double worst = 0;
            for (std::size_t i = 0; i < x.size(); ++i) {
                const long double exact = function.exact(x[i], y[i]);
                const long double scale =
                    fmaxl(fabsl(exact), fabsl(exact) < 1 && exact != 0 && function.box.x0 > -2 ? fabsl(exact) : 1);
                worst = std::fmax(worst, static_cast<double>(fabsl(static_cast<long double>(out[i]) - exact) / scale));
            }
            EXPECT_LE(worst, function.tolerance) << function.formula << " on " << k->instructions;
        }
    }
}

/// Numbers of every kind, in an order in which neighbours have little in common.
std::vector<double> motley() {
    std::vector<double> x{0.0,   -0.0, 1.0,  infinity, 0.5,   -infinity, std::nan(""), 1e-320,    -1e-310, 1e308, -1e308,
                          709.5, -709, -745, 710,      1e-5,  1.6e6,     -2e6,         1e22,      0.624,   0.626, 2,
                          -1,    -0.3, 3,    -2.25,    1e-30, 1e30,      -1e-30,       0.9999999, 40,      -40};
    for (const Point p : test::random_points({-5, 5, 0, 1}, 45)) x.push_back(p.x);
    return x;
}

TEST(TheLanes, DoNotLookAtEachOther) {
    const std::vector<double> x = motley();
    std::vector<double> y(x.rbegin(), x.rend());
    for (const Function& function : all) {
        const Formula formula(function.formula);
        const auto first = gradients(*runnable_kernels().front(), formula, x, y);
        for (const Kernels* k : runnable_kernels()) {
            const auto together = gradients(*k, formula, x, y);
            for (std::size_t i = 0; i < x.size(); ++i) {
                const auto alone = gradients(*k, formula, {x[i]}, {y[i]});
                for (std::size_t part = 0; part < 3; ++part) {
                    EXPECT_TRUE(same(alone[part][0], together[part][i])) << function.formula << " of " << x[i] << ", " << y[i];
                    EXPECT_TRUE(same(together[part][i], first[part][i])) << function.formula << " on " << k->instructions;
                }
            }
        }
    }
}

TEST(TheLanes, GiveTheSameBitsAtEveryPlace) {
    for (const Function& function : all) {
        const Formula formula(function.formula);
        std::vector<double> x = motley(), y(x.size(), 0.75);
        const std::vector<double> first = values(*runnable_kernels().front(), formula, x, y);
        for (const Kernels* k : runnable_kernels()) {
            for (std::size_t shift = 0; shift < 17; ++shift) {
                std::vector<double> moved(shift, 1e7);
                moved.insert(moved.end(), x.begin(), x.end());
                const std::vector<double> out = values(*k, formula, moved, std::vector<double>(moved.size(), 0.75));
                for (std::size_t i = 0; i < x.size(); ++i)
                    EXPECT_TRUE(same(out[i + shift], first[i]))
                        << function.formula << " of " << x[i] << " on " << k->instructions;
            }
        }
    }
}

TEST(TheLanes, HaveTheSlopesOfPlainDuals) {
    for (const Function& function : all) {
        const Formula formula(function.formula);
        std::vector<double> x, y;
        for (const Point p : test::random_points(function.box, 101)) x.push_back(p.x), y.push_back(p.y);
        const auto out = gradients(kernels(), formula, x, y);
        for (std::size_t i = 0; i < x.size(); ++i) {
            const Dual<double> d = formula.value(variable_x(x[i]), variable_y(y[i]));
            EXPECT_TRUE(near(out[0][i], d.v) && near(out[1][i], d.dx) && near(out[2][i], d.dy))
                << function.formula << " of " << x[i] << ", " << y[i];
        }
    }
}

TEST(TheLanes, KnowTheEdgesOfEveryFunction) {
    struct Edge {
        const char* formula;
        double x, y, value;
    };
    const double nan = std::nan("");
    const Edge edges[] = {
        {"exp(x)", infinity, 0, infinity},
        {"exp(x)", -infinity, 0, 0},
        {"exp(x)", 0, 0, 1},
        {"log(x)", 0, 0, -infinity},
        {"log(x)", -1, 0, nan},
        {"log(x)", infinity, 0, infinity},
        {"log(x)", 1, 0, 0},
        {"sqrt(x)", -1, 0, nan},
        {"sqrt(x)", infinity, 0, infinity},
        {"sin(x)", infinity, 0, nan},
        {"cos(x)", -infinity, 0, nan},
        {"tanh(x)", infinity, 0, 1},
        {"tanh(x)", -infinity, 0, -1},
        {"tanh(x)", -0.0, 0, -0.0},
        {"asin(x)", 2, 0, nan},
        {"sign(x)", -0.0, 0, 0},
        {"sign(x)", nan, 0, nan},
        {"sign(x)", -infinity, 0, -1},
        {"abs(x)", -infinity, 0, infinity},
        {"atan2(x, y)", 0, 0, 0},
        {"hypot(x, y)", infinity, nan, infinity},
        {"pow(x, y)", 0, 0, 1},
        {"pow(x, y)", -2, 0.5, nan},
        {"pow(x, y)", -2, 3, -8},
        {"min(x, y)", nan, 2, 2},
        {"max(x, y)", 2, nan, nan},
        {"tanh(x)", nan, 0, nan},
        {"exp(x)", nan, 0, nan},
        {"log(x)", nan, 0, nan},
        {"cbrt(x)", -8, 0, -2},
    };
    for (const Edge& e : edges)
        for (const Kernels* k : runnable_kernels())
            EXPECT_TRUE(same(values(*k, Formula(e.formula), {e.x}, {e.y})[0], e.value))
                << e.formula << " of " << e.x << ", " << e.y << " on " << k->instructions;
}

}  // namespace
}  // namespace ravine
