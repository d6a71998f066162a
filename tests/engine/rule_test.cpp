// Typed update rules against the textbook's, written out in C++.
#include "engine/expression/rule.h"

#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace ravine {
namespace {

/// A coordinate that a rule moves over f(x) = x⁴/4 − x, whose slope is x³ − 1.
struct Walk {
    explicit Walk(const Rule& moved_by) : rule(moved_by), states(rule.states().size(), 0.0) {
        for (const Parameter& p : rule.params()) params.push_back(p.standard);
    }

    void step() {
        g = x * x * x - 1;
        const double f = x * x * x * x / 4 - x;
        rule.update(params.data(), ++t, f, x, g, rate, states.data());
    }

    Rule rule;
    std::vector<double> params, states;
    double x = 2, g = 0, rate = 0, t = 0;
};

/// Runs a rule beside `textbook`, which moves x given g and t.
template <class Textbook>
void expect_same_walk(const std::string& text, Textbook textbook) {
    Walk walk{Rule(text)};
    double x = 2;
    for (int t = 1; t <= 200; ++t) {
        textbook(x, x * x * x - 1, t);
        walk.step();
        ASSERT_NEAR(walk.x, x, 1e-13) << text << " at " << t;
    }
    EXPECT_NE(x, 2);
}

TEST(ARule, ThatIsTypedMovesAsTheTextbookSays) {
    expect_same_walk("x = x - lr*g", [](double& x, double g, double) { x -= 0.01 * g; });
    expect_same_walk("s = s + g^2; x = x - lr*g/(sqrt(s)+eps)", [s = 0.0](double& x, double g, double) mutable {
        s += g * g;
        x -= 0.01 * g / (std::sqrt(s) + 1e-8);
    });
    expect_same_walk("s = rho*s + (1-rho)*g^2; x = x - lr*g/(sqrt(s)+eps)", [s = 0.0](double& x, double g, double) mutable {
        s = 0.9 * s + 0.1 * g * g;
        x -= 0.01 * g / (std::sqrt(s) + 1e-8);
    });
    expect_same_walk("v = momentum*v + g; x = x - lr*v", [v = 0.0](double& x, double g, double) mutable {
        v = 0.9 * v + g;
        x -= 0.01 * v;
    });
    expect_same_walk(
        "# Adam, D. P. Kingma and J. Ba (2015)\n"
        "m = beta1*m + (1-beta1)*g\n"
        "v = beta2*v + (1-beta2)*g^2\n"
        "m_hat = m/(1-beta1^t)   # both start at 0\n"
        "v_hat = v/(1-beta2^t)\n\n"
        "x = x - lr*m_hat/(sqrt(v_hat)+eps)\n",
        [m = 0.0, v = 0.0](double& x, double g, double t) mutable {
            m = 0.9 * m + 0.1 * g;
            v = 0.999 * v + 0.001 * g * g;
            x -= 0.01 * (m / (1 - std::pow(0.9, t))) / (std::sqrt(v / (1 - std::pow(0.999, t))) + 1e-8);
        });
}

TEST(ARule, MayBePastedInTheSignsOfAPaper) {
    const Rule plain("s = rho*s + (1-rho)*g^2; x = x - lr*g/(sqrt(s)+eps)");
    const Rule pasted("s ← ρs + (1−ρ)g²\nx ← x − η·g/(√s + ε)");
    Walk a{plain}, b{pasted};
    for (int t = 0; t < 50; ++t) {
        a.step(), b.step();
        ASSERT_EQ(a.x, b.x);
        ASSERT_EQ(a.rate, b.rate);
    }
    EXPECT_EQ(Rule("m = β₁ m + β₂ μ g; x = x - m").params().size(), 4U);
}

TEST(ARule, ReadsAStateAsItWasUntilItIsAssigned) {
    Walk walk{Rule("before = last; last = g; again = last; x = x - lr*before")};
    walk.step();
    EXPECT_EQ(walk.x, 2) << "the first update starts from states that are 0";
    EXPECT_EQ(walk.states, (std::vector<double>{0, 7, 7}));
    walk.step();
    EXPECT_EQ(walk.x, 2 - 0.01 * 7);
    EXPECT_EQ(walk.states[0], 7);
}

TEST(ARule, MayAssignAStateTwice) {
    Walk walk{Rule("s = g; s = s + 1; x = x - s")};
    walk.step();
    EXPECT_EQ(walk.states, (std::vector<double>{8}));
    EXPECT_EQ(walk.x, -6);
}

TEST(ARule, LeavesStatesThatReadXBeforeItMoves) {
    Walk walk{Rule("old = x; x = x + t + f")};
    walk.step();
    EXPECT_EQ(walk.states, (std::vector<double>{2}));
    EXPECT_EQ(walk.x, 2 + 1 + (4 - 2));
}

TEST(ARule, CountsUpdatesFromOne) {
    Walk walk{Rule("x = t")};
    walk.step();
    EXPECT_EQ(walk.x, 1);
    walk.step();
    EXPECT_EQ(walk.x, 2);
}

TEST(ARule, ReportsItsEffectiveRate) {
    for (const char* text : {"x = x - 0.25*g", "x = -0.25g + x", "x = x + -0.25*g", "x = 0 + x - g/4"}) {
        Walk walk{Rule(text)};
        walk.step();
        EXPECT_EQ(walk.rate, 0.25) << text;
    }
    Walk halving{Rule("x = x/2")};
    halving.step();
    EXPECT_EQ(halving.rate, 1.0 / 7) << "the step is 1, the gradient 7";
    Walk tiny{Rule("x = x - 1e-20*g")};
    tiny.step();
    EXPECT_EQ(tiny.x, 2);
    EXPECT_DOUBLE_EQ(tiny.rate, 1e-20) << "though x is too coarse to show it";
    Walk flat{Rule("x = x - lr")};
    flat.x = 1;
    flat.step();
    EXPECT_EQ(flat.rate, 0) << "where the gradient is 0 there is no rate";
}

TEST(ARule, HasTheHyperparametersThatItUses) {
    const auto ids = [](const std::string& text) {
        const Rule rule(text);
        std::vector<std::string> list;
        for (const Parameter& p : rule.params()) list.emplace_back(p.id);
        return list;
    };
    using List = std::vector<std::string>;
    EXPECT_EQ(ids("x = x - g"), (List{"lr"}));
    EXPECT_EQ(ids("x = x - eps*g*rho"), (List{"lr", "rho", "eps"}));
    EXPECT_EQ(ids("x = x - lr*momentum*beta2*beta1"), (List{"lr", "beta1", "beta2", "momentum"}));
    EXPECT_EQ(ids("param c = 1 [0, 2]; param a = 1 [0, 2]; x = x - eps*g*a"), (List{"lr", "eps", "c", "a"}));
    EXPECT_EQ(ids("s = c; param c = 1 [0, 2]; x = x - s"), (List{"lr", "c"})) << "declarations may stand anywhere";
}

TEST(ARule, HasSlidersThatHoldTheirDefaults) {
    const Rule rule(
        "param a = 0.5 [-1, 1]; param b = 1e-3 [1e-4, 1e-2]; param c = 2 [1, 4]; x = x - g*rho*beta1*beta2*eps*momentum");
    for (const Parameter& p : rule.params()) {
        EXPECT_EQ(why_not(p, p.standard), "") << p.id;
        EXPECT_LT(p.min, p.max) << p.id;
        EXPECT_TRUE(p.scale != Scale::log || p.min > 0) << p.id;
        EXPECT_FALSE(p.name.empty() || p.help.empty()) << p.id;
    }
    const auto end = rule.params().end();
    EXPECT_EQ((end - 3)->scale, Scale::linear);
    EXPECT_EQ((end - 3)->min, -1);
    EXPECT_EQ((end - 2)->scale, Scale::log);
    EXPECT_EQ((end - 2)->standard, 1e-3);
    EXPECT_EQ((end - 1)->scale, Scale::linear);
    EXPECT_EQ((end - 1)->limit, Limit::finite);
}

TEST(ARule, UsesTheParametersThatItDeclares) {
    Walk walk{Rule("param c = 2^-2 [-pi, 2*pi]  # a quarter\nx = x - c*g")};
    walk.step();
    EXPECT_EQ(walk.x, 2 - 0.25 * 7);
}

TEST(ARule, ShowsItsStatementsAndTheirNumbers) {
    const Rule rule("param c = 1 [0, 2]\n  s = g^2 ; s = s + c# why\n\nx = x - s");
    ASSERT_EQ(rule.statements().size(), 3U);
    EXPECT_EQ(rule.statements()[0].text, "s = g^2");
    EXPECT_EQ(rule.statements()[1].text, "s = s + c");
    EXPECT_EQ(rule.statements()[2].text, "x = x - s");
    EXPECT_EQ(rule.statements()[1].place.line, 2);
    EXPECT_EQ(rule.statements()[1].place.column, 13);
    EXPECT_EQ(rule.statements()[2].name, "x");
    const std::vector<double> params{0.01, 1.5}, states{0};
    EXPECT_EQ(rule.assigned(params, 1, 0, 20, 3, states), (std::vector<double>{9, 10.5, 9.5}));
}

TEST(ARule, OutlivesTheOneItWasCopiedFrom) {
    Rule copy("x = x - g");
    {
        const Rule original("param with_a_long_name_indeed = 1 [0, 2]; state_with_a_long_name = g; x = x - g");
        copy = original;
        EXPECT_TRUE(copy == original);
        EXPECT_FALSE(copy == Rule("x = x - g"));
    }
    EXPECT_EQ(copy.params().back().id, "with_a_long_name_indeed");
    EXPECT_EQ(copy.states().front(), "state_with_a_long_name");
    EXPECT_EQ(copy.text().substr(0, 5), "param");
}

}  // namespace
}  // namespace ravine
