// Typed formulas: what they mean, their gradients, and their limits. What they refuse is in expression_errors_test.cpp.
#include <cmath>
#include <numbers>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "engine/dual.h"
#include "engine/expression/formula.h"
#include "engine/objectives/rosenbrock.h"
#include "support.h"

namespace ravine {
namespace {

constexpr double pi = std::numbers::pi, e = std::numbers::e;

double value(std::string_view text, double x = 0.7, double y = 1.9) { return Formula(text).value(x, y); }

std::string repeated(std::string_view part, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += part;
    return all;
}

struct Meaning {
    const char* text;
    double (*f)(double x, double y);
};

const Meaning meanings[] = {
    {"x + 2 - y", [](double x, double y) { return x + 2 - y; }},
    {"1 - x - y", [](double x, double y) { return 1 - x - y; }},
    {"x / y / 2", [](double x, double y) { return x / y / 2; }},
    {"x / y * 2", [](double x, double y) { return x / y * 2; }},
    {"1 + x * y", [](double x, double y) { return 1 + x * y; }},
    {"-x^2", [](double x, double) { return -(x * x); }},
    {"(-x)^2", [](double x, double) { return x * x; }},
    {"2^3^2", [](double, double) { return 512.0; }},
    {"(2^3)^2", [](double, double) { return 64.0; }},
    {"2^-1", [](double, double) { return 0.5; }},
    {"x^-2", [](double x, double) { return 1 / (x * x); }},
    {"x^-1", [](double x, double) { return 1 / x; }},
    {"x^0", [](double, double) { return 1.0; }},
    {"x^1", [](double x, double) { return x; }},
    {"x^7", [](double x, double) { return x * (x * x) * ((x * x) * (x * x)); }},
    {"x^y", [](double x, double y) { return std::pow(x, y); }},
    {"x^0.5", [](double x, double) { return std::sqrt(x); }},
    {"y^2.5", [](double, double y) { return std::pow(y, 2.5); }},
    {"e^x", [](double x, double) { return std::exp(x); }},
    {"2^x", [](double x, double) { return std::pow(2, x); }},
    {"x^100", [](double x, double) { return std::pow(x, 100); }},
    {"--x", [](double x, double) { return x; }},
    {"x - -y", [](double x, double y) { return x + y; }},
    {"x*-y", [](double x, double y) { return -(x * y); }},
    {"+x", [](double x, double) { return x; }},
    {"2x", [](double x, double) { return 2 * x; }},
    {"2x^2", [](double x, double) { return 2 * (x * x); }},
    {"3sin(y)", [](double, double y) { return 3 * std::sin(y); }},
    {"2(x+1)", [](double x, double) { return 2 * (x + 1); }},
    {"(x+1)(y-1)", [](double x, double y) { return (x + 1) * (y - 1); }},
    {"x y", [](double x, double y) { return x * y; }},
    {"2 pi x", [](double x, double) { return 2 * pi * x; }},
    {"1/2x", [](double x, double) { return 0.5 * x; }},
    {"2e", [](double, double) { return 2 * e; }},
    {"2e3", [](double, double) { return 2000.0; }},
    {"2e-3x", [](double x, double) { return 0.002 * x; }},
    {"2E+1", [](double, double) { return 20.0; }},
    {".5 + 1. + 0.25", [](double, double) { return 1.75; }},
    {"x²", [](double x, double) { return x * x; }},
    {"x³ y²", [](double x, double y) { return x * x * x * (y * y); }},
    {"-x²", [](double x, double) { return -(x * x); }},
    {"2x⁴", [](double x, double) { return 2 * (x * x) * (x * x); }},
    {"sin(x)²", [](double x, double) { return std::sin(x) * std::sin(x); }},
    {"√x", [](double x, double) { return std::sqrt(x); }},
    {"√(x+2)y", [](double x, double y) { return std::sqrt(x + 2) * y; }},
    {"2√y", [](double, double y) { return 2 * std::sqrt(y); }},
    {"√√y", [](double, double y) { return std::sqrt(std::sqrt(y)); }},
    {"√(y)^3", [](double, double y) { return std::sqrt(y) * std::sqrt(y) * std::sqrt(y); }},
    {"π×x÷2", [](double x, double) { return pi * x / 2; }},
    {"x·y − 1", [](double x, double y) { return x * y - 1; }},
    {"x\n + y\t\r", [](double x, double y) { return x + y; }},
    {"x\u00A0+\u00A0y", [](double x, double y) { return x + y; }},
    {"sin(x)+cos(x)", [](double x, double) { return std::sin(x) + std::cos(x); }},
    {"tan(x)+atan(y)", [](double x, double y) { return std::tan(x) + std::atan(y); }},
    {"asin(x)+acos(x)", [](double x, double) { return std::asin(x) + std::acos(x); }},
    {"atan2(x, y)", [](double x, double y) { return std::atan2(x, y); }},
    {"atan2(2, y)", [](double, double y) { return std::atan2(2, y); }},
    {"sinh(x)-cosh(y)", [](double x, double y) { return std::sinh(x) - std::cosh(y); }},
    {"tanh(x)", [](double x, double) { return std::tanh(x); }},
    {"exp(x)/log(y)", [](double x, double y) { return std::exp(x) / std::log(y); }},
    {"log10(y)", [](double, double y) { return std::log10(y); }},
    {"cbrt(x - 1)", [](double x, double) { return std::cbrt(x - 1); }},
    {"abs(x - y)", [](double x, double y) { return std::abs(x - y); }},
    {"sign(x - y)", [](double, double) { return -1.0; }},
    {"sign(0)", [](double, double) { return 0.0; }},
    {"min(x, y)", [](double x, double) { return x; }},
    {"max(x, 1)", [](double, double) { return 1.0; }},
    {"pow(x, y)", [](double x, double y) { return std::pow(x, y); }},
    {"pow(x, 2)", [](double x, double) { return x * x; }},
    {"hypot(x, y)", [](double x, double y) { return std::hypot(x, y); }},
    {"(x + y)^2", [](double x, double y) { return (x + y) * (x + y); }},
    {"(x - y)^2", [](double x, double y) { return (x - y) * (x - y); }},
    {"(x + 3)^2", [](double x, double) { return (x + 3) * (x + 3); }},
    {"(3 - x)^2", [](double x, double) { return (3 - x) * (3 - x); }},
    {"x - 3y", [](double x, double y) { return x - 3 * y; }},
    {"3x - y", [](double x, double y) { return 3 * x - y; }},
    {"3x + y", [](double x, double y) { return 3 * x + y; }},
    {"3x + 4y", [](double x, double y) { return 3 * x + 4 * y; }},
    {"1/x + x/3", [](double x, double) { return 1 / x + x / 3; }},
    {"7", [](double, double) { return 7.0; }},
};

TEST(AFormula, MeansWhatItMeansInMathematics) {
    for (const Meaning& m : meanings)
        for (const Point p : test::random_points({0.1, 0.95, 1.1, 3}, 10))
            EXPECT_NEAR(value(m.text, p.x, p.y), m.f(p.x, p.y), 4e-15 * (1 + std::abs(m.f(p.x, p.y)))) << m.text;
}

TEST(AFormula, RaisesNegativeNumbersToWholePowers) {
    EXPECT_EQ(value("x^3", -2), -8);
    EXPECT_EQ(value("x^-3", -2), -0.125);
    EXPECT_EQ(value("x^2", 0), 0);
    EXPECT_EQ(value("x^101", -1), -1);
    EXPECT_TRUE(std::isnan(value("x^0.3", -2)));
}

TEST(AFormula, OfConstantsIsComputedOnce) {
    EXPECT_EQ(Formula("2*3 + sin(1)^2 + max(1, 2)").program().size(), 1U);
    EXPECT_EQ(Formula("2*3*x").program().size(), 1U);
}

TEST(AFormula, ComputesNothingTwice) {
    EXPECT_EQ(Formula("sin(x) * sin(x)").program().size(), 2U);
    EXPECT_EQ(Formula("exp(x*y) + log(y*x)").program().size(), 4U);
    EXPECT_EQ(Formula("1*x").program().size(), 0U);
}

TEST(AFormula, NeedsFewRegistersHoweverLongItIs) {
    std::string sum = "sin(x)";
    for (int i = 0; i < 60; ++i) sum += "+cos(" + std::to_string(i) + "x)*y";
    EXPECT_LE(Formula(sum).program().registers(), 5U);
}

TEST(AFormula, ThatIsTooLargeForFewRegistersIsStillRight) {
    // Every product is needed twice, the second time in reverse: all are alive at once.
    std::string sum, again;
    for (int i = 1; i <= 40; ++i) {
        const std::string part = "sin(" + std::to_string(i) + "x)";
        sum += (i == 1 ? "" : "+") + part;
        again = "*(2-" + part + ")" + again;
    }
    const Formula formula("(" + sum + ")" + again);
    EXPECT_GT(formula.program().registers(), 30U);
    double expected = 0;
    for (int i = 1; i <= 40; ++i) expected += std::sin(i * 0.7);
    for (int i = 40; i >= 1; --i) expected *= 2 - std::sin(i * 0.7);
    EXPECT_NEAR(formula.value(0.7, 0.0), expected, 1e-10 * std::abs(expected));
    EXPECT_EQ(formula.value(variable_x(0.7), variable_y(0.0)).v, formula.value(0.7, 0.0));
}

TEST(AFormula, HasExactGradients) {
    const double h = 1e-5;
    for (const Meaning& m : meanings) {
        const Formula f(m.text);
        for (const Point p : test::random_points({0.2, 0.9, 1.2, 2.5}, 5)) {
            const Dual<double> d = f.value(variable_x(p.x), variable_y(p.y));
            EXPECT_NEAR(d.v, f.value(p.x, p.y), 1e-15 * (1 + std::abs(d.v))) << m.text;
            const double dx = (f.value(p.x + h, p.y) - f.value(p.x - h, p.y)) / (2 * h);
            const double dy = (f.value(p.x, p.y + h) - f.value(p.x, p.y - h)) / (2 * h);
            EXPECT_NEAR(d.dx, dx, 1e-7 * (1 + std::abs(dx))) << m.text;
            EXPECT_NEAR(d.dy, dy, 1e-7 * (1 + std::abs(dy))) << m.text;
        }
    }
}

TEST(AFormula, HasExactHessians) {
    const double h = 1e-5;
    for (const Meaning& m : meanings) {
        const Formula f(m.text);
        const double x = 0.45, y = 1.3;
        const auto slopes = [&](double u, double v) { return f.value(variable_x(u), variable_y(v)); };
        const auto d = f.value(variable_x(variable_x(x)), variable_y(variable_y(y)));
        const double xx = (slopes(x + h, y).dx - slopes(x - h, y).dx) / (2 * h);
        const double xy = (slopes(x, y + h).dx - slopes(x, y - h).dx) / (2 * h);
        const double yy = (slopes(x, y + h).dy - slopes(x, y - h).dy) / (2 * h);
        EXPECT_NEAR(d.dx.dx, xx, 1e-6 * (1 + std::abs(xx))) << m.text;
        EXPECT_NEAR(d.dx.dy, xy, 1e-6 * (1 + std::abs(xy))) << m.text;
        EXPECT_NEAR(d.dy.dy, yy, 1e-6 * (1 + std::abs(yy))) << m.text;
    }
}

TEST(AFormula, OfRosenbrocksValleyAgreesWithTheBuiltInOne) {
    const Formula typed("(1-x)^2 + 100(y-x^2)^2");
    const std::vector<double> params{1, 100};
    const Rosenbrock built_in(params);
    const auto near = [](double a, double b) { return std::abs(a - b) <= 1e-15 * std::abs(b); };
    for (const Point p : test::random_points({-2, 2, -1, 3}, 1000)) {
        const auto a = typed.value(variable_x(p.x), variable_y(p.y));
        const auto b = built_in.value(variable_x(p.x), variable_y(p.y));
        EXPECT_TRUE(near(a.v, b.v) && near(a.dx, b.dx) && near(a.dy, b.dy)) << p.x << ", " << p.y;
    }
}

TEST(AFormula, KnowsItsTextAndIsEqualToOthersOfTheSameText) {
    const Formula a("x + y"), b("x + y"), c("x+y");
    EXPECT_EQ(a.text(), "x + y");
    EXPECT_TRUE(a == b);
    EXPECT_FALSE(a == c);
    Formula copy = c;
    copy = a;
    EXPECT_EQ(copy.value(1.0, 2.0), 3);
}

TEST(AFormula, MayHave4096CharactersAndNoMore) {
    EXPECT_EQ(value("x" + repeated(" ", 4095)), 0.7);
    EXPECT_EQ(value("x" + repeated("²", 1) + repeated("\u00A0", 4094)), 0.7 * 0.7) << "characters count, not bytes";
    for (const std::string& text : {"x" + repeated(" ", 4096), repeated("²", 4097), repeated("(", 5'000'000)}) {
        try {
            Formula f(text);
            FAIL();
        } catch (const ExpressionError& error) {
            EXPECT_EQ(error.place.column, 4097);
            EXPECT_NE(error.message().find("at most 4096 characters"), std::string::npos);
        }
    }
}

TEST(AFormula, MayHave512NumbersNamesAndOperationsAndNoMore) {
    EXPECT_NEAR(value("-x" + repeated("+x", 255)), 254 * 0.7, 1e-10);
    try {
        Formula f("x" + repeated("+x", 256));
        FAIL();
    } catch (const ExpressionError& error) {
        EXPECT_EQ(error.place.column, 1 + 2 * 256);
        EXPECT_NE(error.message().find("at most 512"), std::string::npos);
    }
}

TEST(AFormula, MayBeNested64DeepAndNoDeeper) {
    struct Deep {
        const char *opening, *closing;
        int column;  ///< of what is one level too deep
    };
    for (const Deep& d :
         {Deep{"(", ")", 65}, Deep{"abs(", ")", 4 * 64 + 1}, Deep{"-", "", 66}, Deep{"√", "", 65}, Deep{"x^", "", 131}}) {
        const auto nested = [&](int levels) { return repeated(d.opening, levels) + "x" + repeated(d.closing, levels); };
        EXPECT_NO_THROW(Formula{nested(64)}) << d.opening;
        try {
            Formula f(nested(65));
            FAIL() << d.opening;
        } catch (const ExpressionError& error) {
            EXPECT_EQ(error.place.column, d.column) << d.opening;
            EXPECT_NE(error.message().find("at most 64 levels"), std::string::npos);
        }
    }
}

TEST(AFormula, OfAnyWordsWhateverIsEitherComputedOrRefused) {
    const std::vector<std::string> words = {
        "x", "y",  "t", "1",   "2.5",  "1e3",  "e", "pi",   "(",     ")",    "(",    ")",    "+",    "-",        "*",      "/",
        "^", ",",  "²", "³",   "√",    "−",    "·", "sin(", "cos(",  "pow(", "min(", "abs(", "log(", "=",        "[",      "#",
        ";", "\n", " ", "foo", "\xC3", "\x01", "π", "0",    "1e308", "x",    "y",    "x)",   "+x",   "hypot(x,", "tanh(y)"};
    std::mt19937 random(20240717);
    int computed = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (auto left = 1 + random() % 12; left > 0; --left) text += words[random() % words.size()];
        try {
            const Formula formula(text);
            const double v = formula.value(0.3, -0.7);
            const Dual<double> d = formula.value(variable_x(0.3), variable_y(-0.7));
            EXPECT_TRUE(d.v == v || std::abs(d.v - v) < 1e-14 * std::abs(v) || (std::isnan(d.v) && std::isnan(v))) << text;
            ++computed;
        } catch (const ExpressionError& error) {
            EXPECT_GE(error.place.column, 1) << text;
            EXPECT_LE(error.place.column, static_cast<int>(text.size()) + 1) << text;
            EXPECT_NE(error.message().find("expected"), std::string::npos) << text;
        }
    }
    EXPECT_GT(computed, 500);
}

TEST(AFormula, OfAnyBytesWhateverIsEitherComputedOrRefused) {
    std::mt19937 random(7);
    int refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (auto left = random() % 8; left > 0; --left) text += static_cast<char>(random() % 256);
        try {
            Formula(text).value(0.3, -0.7);
        } catch (const ExpressionError&) {
            ++refused;
        }
    }
    EXPECT_GT(refused, 10'000);
}

}  // namespace
}  // namespace ravine
