// Dual numbers against calculus done by hand.
#include "engine/dual.h"

#include <cmath>

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

}  // namespace
}  // namespace ravine
