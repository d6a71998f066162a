// Dual numbers against calculus done by hand, and against central differences.
#include "engine/dual.h"

#include <cmath>
#include <limits>
#include <string>

#include <gtest/gtest.h>

namespace ravine {
namespace {

using D = Dual<double>;

void expect_parts(const D& d, double v, double dx, double dy) {
    EXPECT_NEAR(d.v, v, 1e-14 * (1 + std::abs(v)));
    EXPECT_NEAR(d.dx, dx, 1e-14 * (1 + std::abs(dx)));
    EXPECT_NEAR(d.dy, dy, 1e-14 * (1 + std::abs(dy)));
}

class Duals : public testing::Test {
protected:
    const double a = 0.7, b = 1.9;
    const D x = variable_x(a), y = variable_y(b);
};

TEST_F(Duals, FollowTheRulesOfArithmetic) {
    expect_parts(x + y, a + b, 1, 1);
    expect_parts(x - y, a - b, 1, -1);
    expect_parts(x * y, a * b, b, a);
    expect_parts(x / y, a / b, 1 / b, -a / (b * b));
    expect_parts(-x, -a, -1, 0);
}

TEST_F(Duals, MixWithPlainNumbers) {
    expect_parts(x + 3, a + 3, 1, 0);
    expect_parts(3 + x, a + 3, 1, 0);
    expect_parts(x - 3, a - 3, 1, 0);
    expect_parts(3 - y, 3 - b, 0, -1);
    expect_parts(2 * y, 2 * b, 0, 2);
    expect_parts(y * 2, 2 * b, 0, 2);
    expect_parts(x / 2, a / 2, 0.5, 0);
    expect_parts(2 / y, 2 / b, 0, -2 / (b * b));
}

TEST_F(Duals, KnowTheElementaryFunctions) {
    expect_parts(square(x), a * a, 2 * a, 0);
    expect_parts(power(y, 5), std::pow(b, 5), 0, 5 * std::pow(b, 4));
    expect_parts(power(y, 0), 1, 0, 0);
    expect_parts(sqrt(x), std::sqrt(a), 0.5 / std::sqrt(a), 0);
    expect_parts(exp(x), std::exp(a), std::exp(a), 0);
    expect_parts(log(y), std::log(b), 0, 1 / b);
    expect_parts(sin(x), std::sin(a), std::cos(a), 0);
    expect_parts(cos(y), std::cos(b), 0, -std::sin(b));
    expect_parts(tan(x), std::tan(a), 1 / (std::cos(a) * std::cos(a)), 0);
    expect_parts(tanh(y), std::tanh(b), 0, 1 / (std::cosh(b) * std::cosh(b)));
    expect_parts(abs(-x), a, 1, 0);
    expect_parts(sign(-x), -1, 0, 0);
    expect_parts(hypot(x, y), std::hypot(a, b), a / std::hypot(a, b), b / std::hypot(a, b));
    expect_parts(pow(x, y), std::pow(a, b), b * std::pow(a, b - 1), std::pow(a, b) * std::log(a));
    expect_parts(greater_of(x, y), b, 0, 1);
    expect_parts(smaller_of(x, y), a, 1, 0);
    expect_parts(choose(x > y, x, y), b, 0, 1);
}

TEST_F(Duals, CarrySecondDerivativesWhenNested) {
    const auto xx = variable_x(variable_x(a));
    const auto yy = variable_y(variable_y(b));
    const auto f = sin(xx * yy) + power(xx, 3) / yy;
    EXPECT_NEAR(f.dx.dx, -b * b * std::sin(a * b) + 6 * a / b, 1e-13);
    EXPECT_NEAR(f.dx.dy, std::cos(a * b) - a * b * std::sin(a * b) - 3 * a * a / (b * b), 1e-13);
    EXPECT_NEAR(f.dy.dy, -a * a * std::sin(a * b) + 2 * a * a * a / (b * b * b), 1e-13);
    EXPECT_EQ(f.dx.dy, f.dy.dx);
}

/// Calls `check(name, f)` with every function; f takes two numbers of any type. All are smooth for x and y in (0, 1).
template <class Check>
void for_every_function(const Check& check) {
    check("abs", [](auto x, auto y) { return abs(x - 2.0 * y); });
    check("sign", [](auto x, auto y) { return sign(x + y) * x; });
    check("smaller_of", [](auto x, auto y) { return smaller_of(x * y, x + y); });
    check("greater_of", [](auto x, auto y) { return greater_of(x * y, x + y); });
    check("sqrt", [](auto x, auto y) { return sqrt(x + 2.0 * y); });
    check("cbrt", [](auto x, auto y) { return cbrt(x - 3.0 - y); });
    check("exp", [](auto x, auto y) { return exp(x * y); });
    check("log", [](auto x, auto y) { return log(x + y); });
    check("log10", [](auto x, auto y) { return log10(x + y); });
    check("sin", [](auto x, auto y) { return sin(3.0 * x * y); });
    check("cos", [](auto x, auto y) { return cos(3.0 * x * y); });
    check("tan", [](auto x, auto y) { return tan(x * y); });
    check("asin", [](auto x, auto y) { return asin(x * y); });
    check("acos", [](auto x, auto y) { return acos(x * y); });
    check("atan", [](auto x, auto y) { return atan(x - 5.0 * y); });
    check("atan2", [](auto x, auto y) { return atan2(x * x - 2.0, y - 3.0); });
    check("sinh", [](auto x, auto y) { return sinh(x - y); });
    check("cosh", [](auto x, auto y) { return cosh(x - y); });
    check("tanh", [](auto x, auto y) { return tanh(x - 2.0 * y); });
    check("pow", [](auto x, auto y) { return pow(x + 0.5, 2.0 * y); });
    check("pow with a constant exponent", [](auto x, auto y) { return pow(x + y, 2.5); });
    check("pow of a constant", [](auto x, auto y) { return pow(2.5, x * y); });
    check("power", [](auto x, auto y) { return power(x - y, 5); });
    check("hypot", [](auto x, auto y) { return hypot(x - 2.0, x * y); });
}

TEST_F(Duals, AgreeWithCentralDifferences) {
    const double h = 1e-5;
    for_every_function([&](const std::string& name, const auto& f) {
        for (const double px : {0.2, 0.45, 0.8}) {
            for (const double py : {0.15, 0.3, 0.9}) {
                const D d = f(variable_x(px), variable_y(py));
                EXPECT_EQ(d.v, f(px, py)) << name;
                EXPECT_NEAR(d.dx, (f(px + h, py) - f(px - h, py)) / (2 * h), 1e-8) << name << " at " << px << ", " << py;
                EXPECT_NEAR(d.dy, (f(px, py + h) - f(px, py - h)) / (2 * h), 1e-8) << name << " at " << px << ", " << py;
            }
        }
    });
}

TEST_F(Duals, WhenNestedAgreeWithCentralDifferencesOfTheirSlopes) {
    const double h = 1e-5;
    for_every_function([&](const std::string& name, const auto& f) {
        const double px = 0.45, py = 0.3;
        const auto slopes = [&](double u, double v) { return f(variable_x(u), variable_y(v)); };
        const Dual<D> d = f(variable_x(variable_x(px)), variable_y(variable_y(py)));
        EXPECT_NEAR(d.dx.dx, (slopes(px + h, py).dx - slopes(px - h, py).dx) / (2 * h), 1e-7) << name;
        EXPECT_NEAR(d.dy.dy, (slopes(px, py + h).dy - slopes(px, py - h).dy) / (2 * h), 1e-7) << name;
        EXPECT_NEAR(d.dx.dy, (slopes(px, py + h).dx - slopes(px, py - h).dx) / (2 * h), 1e-7) << name;
        EXPECT_NEAR(d.dy.dx, d.dx.dy, 1e-13) << name;
    });
}

TEST_F(Duals, HaveNoSlopeAtKinks) {
    const D zero_x = variable_x(0.0), zero_y = variable_y(0.0);
    expect_parts(abs(zero_x), 0, 0, 0);
    expect_parts(sign(zero_x), 0, 0, 0);
    expect_parts(hypot(zero_x, zero_y), 0, 0, 0);
    expect_parts(atan2(zero_x, zero_y), 0, 0, 0);
    expect_parts(sqrt(square(zero_x) + square(zero_y)), 0, 0, 0);
}

TEST_F(Duals, AreInfinitelySteepOnlyInTheDirectionThatMatters) {
    const double infinity = std::numeric_limits<double>::infinity();
    const D zero = variable_x(0.0), one = variable_x(1.0);
    for (const D& d : {sqrt(zero), cbrt(zero), log(zero), log10(zero), pow(zero, 0.5), asin(one)}) {
        EXPECT_EQ(d.dx, infinity);
        EXPECT_EQ(d.dy, 0);
    }
    EXPECT_EQ(acos(one).dx, -infinity);
    EXPECT_EQ(acos(one).dy, 0);
}

TEST_F(Duals, RaiseNegativeNumbersAndZeroToWholePowers) {
    expect_parts(power(variable_x(-2.0), 3), -8, 12, 0);
    expect_parts(power(variable_x(0.0), 1), 0, 1, 0);
    expect_parts(power(variable_x(0.0), 2), 0, 0, 0);
    expect_parts(pow(variable_x(-2.0), D(3.0)), -8, 12, 0);
    expect_parts(pow(variable_x(0.0), 3.0), 0, 0, 0);
    expect_parts(pow(variable_x(0.0), variable_y(2.0)), 0, 0, 0);
    expect_parts(pow(0.0, variable_y(2.0)), 0, 0, 0);
}

TEST_F(Duals, TakeTheSecondWhereOneIsNoNumber) {
    const D nan(std::nan(""));
    EXPECT_EQ(greater_of(nan, y).v, b);
    EXPECT_EQ(smaller_of(nan, y).dy, 1);
    EXPECT_TRUE(std::isnan(sign(nan).v));
    EXPECT_TRUE(std::isnan(greater_of(y, nan).v));
}

}  // namespace
}  // namespace ravine
