// No line of the inspector lies: what is written on its right side, computed, is what stands on its left, which is the run's own.
#include "app/figure/substitution.h"

#include <cctype>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <stdexcept>

#include <gtest/gtest.h>

#include "app/figure/rule_numbers.h"
#include "engine/typed.h"
#include "tests/engine/support.h"

using namespace ravine;

namespace {

constexpr double epsilon = 0x1p-53;

/// A number with a bound of what rounding has done to it, in units of `epsilon`.
struct Rounded {
    double value = 0, error = 0;
};

Rounded exact(double v) { return {v, 0}; }
Rounded plus_rounding(double v, double error) { return {v, error + std::abs(v)}; }

/// Reads a right side as it is shown and computes it. Written apart from the program's own reader, which it checks.
class Calculator {
public:
    explicit Calculator(std::string text) : text_(std::move(text)) {}

    Rounded run() {
        const Rounded r = sum();
        blanks();
        if (at_ != text_.size()) fail();
        return r;
    }

private:
    [[noreturn]] void fail() const { throw std::runtime_error("cannot read '" + text_ + "' at " + std::to_string(at_)); }
    void blanks() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }
    bool passed(std::string_view sign) {
        blanks();
        if (std::string_view(text_).substr(at_, sign.size()) != sign) return false;
        at_ += sign.size();
        return true;
    }

    Rounded sum() {
        Rounded r = product();
        while (true) {
            if (passed("+")) {
                const Rounded b = product();
                r = plus_rounding(r.value + b.value, r.error + b.error);
            } else if (passed("−")) {
                const Rounded b = product();
                r = plus_rounding(r.value - b.value, r.error + b.error);
            } else {
                return r;
            }
        }
    }

    Rounded product() {
        Rounded r = factor();
        while (true) {
            if (passed("·")) {
                const Rounded b = factor();
                r = plus_rounding(r.value * b.value, r.error * std::abs(b.value) + b.error * std::abs(r.value));
            } else if (passed("/")) {
                const Rounded b = factor();
                const double q = r.value / b.value;
                r = plus_rounding(q, (r.error + std::abs(q) * b.error) / std::abs(b.value));
            } else {
                return r;
            }
        }
    }

    Rounded factor() {
        if (passed("−")) {
            const Rounded r = factor();
            return {-r.value, r.error};
        }
        const Rounded base = operand();
        double exponent = 0;
        if (passed("^")) {
            const Rounded e = factor();
            const double p = std::pow(base.value, e.value);
            return plus_rounding(p, std::abs(p) * (std::abs(e.value / base.value) * base.error +
                                                   std::abs(std::log(std::abs(base.value))) * (e.error + std::abs(e.value))));
        }
        if (!raised(exponent)) return base;
        const double p = std::pow(base.value, exponent);
        return plus_rounding(
            p, std::abs(exponent) * std::abs(std::pow(base.value, exponent - 1)) * base.error + std::abs(exponent * p));
    }

    bool raised(double& exponent) {
        static const std::vector<std::string> digits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
        const bool negative = passed("⁻");
        bool any = false;
        for (bool more = true; more;) {
            more = false;
            for (std::size_t d = 0; d < digits.size() && !more; ++d)
                if (passed(digits[d])) exponent = exponent * 10 + static_cast<double>(d), any = more = true;
        }
        if (negative) exponent = -exponent;
        return any;
    }

    Rounded operand() {
        if (passed("(")) {
            const Rounded r = sum();
            if (!passed(")")) fail();
            return r;
        }
        if (passed("|")) {
            const Rounded r = sum();
            if (!passed("|")) fail();
            return {std::abs(r.value), r.error};
        }
        if (passed("√")) return root(operand());
        blanks();
        if (at_ < text_.size() && std::isalpha(static_cast<unsigned char>(text_[at_])) != 0) return call();
        return number();
    }

    static Rounded root(const Rounded& of) {
        const double v = std::sqrt(of.value);
        return plus_rounding(v, of.value == 0 ? 0 : of.error / (2 * v));
    }

    Rounded call() {
        std::string name;
        while (at_ < text_.size() && std::isalnum(static_cast<unsigned char>(text_[at_])) != 0) name += text_[at_++];
        if (!passed("(")) fail();
        const Rounded a = sum();
        Rounded b;
        if (passed(",")) b = sum();
        if (!passed(")")) fail();
        if (name == "max") return a.value > b.value ? a : b;
        if (name == "min") return a.value < b.value ? a : b;
        if (name == "sign") return exact(a.value > 0 ? 1 : a.value < 0 ? -1 : 0);
        if (name == "abs") return {std::abs(a.value), a.error};
        if (name == "sqrt") return root(a);
        if (name == "exp") return plus_rounding(std::exp(a.value), std::exp(a.value) * (a.error + 1));
        if (name == "tanh") return plus_rounding(std::tanh(a.value), a.error + 1);
        throw std::runtime_error("no function " + name);
    }

    Rounded number() {
        // Only what belongs to one number: its minus in an exponent is the long one.
        std::string plain;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if ((c >= '0' && c <= '9') || c == '.' || c == 'e') {
                plain += c, ++at_;
            } else if (!plain.empty() && plain.back() == 'e' && (c == '+' || passed("−"))) {
                plain += c == '+' ? "+" : "-";
                at_ += c == '+' ? 1 : 0;
            } else {
                break;
            }
        }
        if (plain.empty()) fail();
        return exact(std::strtod(plain.c_str(), nullptr));
    }

    std::string text_;
    std::size_t at_ = 0;
};

std::string shown(const std::vector<Piece>& pieces) {
    std::string text;
    for (const Piece& p : pieces) text += (p.gap ? " " : "") + p.text;
    return text;
}

std::string said(const Substitution& s) {
    std::string out;
    for (const SubstitutedLine& l : s.lines)
        out += l.statement.left + " " + l.statement.arrow + " " + shown(l.statement.right) + "   [" +
               shown(with_numbers(l.statement.right)) + "]\n";
    return out;
}

const std::map<std::string_view, std::string_view> not_in_a_line{
    {"v max", "AMSGrad is off"}, {"weight of m", "no bias correction"}, {"weight of v", "no bias correction"}};

/// Every line holds, and together they explain x and every accumulator that changed.
void expect_true(const RunSpec& spec, const Run& run, int from) {
    for (const Component coordinate : {Component::x, Component::y}) {
        const Substitution s = substitute(spec, run, from, coordinate);
        const std::string where = test::describe(spec.optimizer) + " " + std::string(spec.objective.info().id) + " from row " +
                                  std::to_string(from) + "\n" + said(s);
        const auto row = static_cast<std::size_t>(from);
        const std::size_t c = coordinate == Component::x ? 0 : 1;
        ASSERT_FALSE(s.lines.empty()) << where;
        ASSERT_EQ(s.lines.back().statement.left, "x") << where;
        EXPECT_EQ(s.lines.back().value, (c == 0 ? run.x : run.y)[row + 1]) << where;
        EXPECT_EQ(s.before, (c == 0 ? run.x : run.y)[row]);
        EXPECT_EQ(s.gradient, (c == 0 ? run.gx : run.gy)[row]);
        EXPECT_EQ(s.rate, (c == 0 ? run.rate_x : run.rate_y)[row + 1]);
        for (const SubstitutedLine& l : s.lines) {
            const std::string text = shown(with_numbers(l.statement.right, Digits::all));
            const Rounded right = Calculator(text).run();
            // The rule and the line may each be rounded differently: twice the bound, and never more than 1e-12 of what is added.
            const double bound = 2 * epsilon * (right.error + std::abs(right.value)) + 1e-300;
            EXPECT_NEAR(l.value, right.value, bound) << l.statement.left << " = " << text << "\n" << where;
        }
        const OptimizerInfo& info = spec.optimizer.info();
        for (std::size_t k = 0; k < info.state.size(); ++k) {
            const std::string sign(info.signs.empty() ? info.state[k] : info.signs[k]);
            const double before = run.state[k][2 * row + c], after = run.state[k][2 * (row + 1) + c];
            if (std::isnan(s.value_of(sign))) {
                EXPECT_TRUE(before == after || info.id == "lbfgs" || not_in_a_line.contains(info.state[k]))
                    << info.state[k] << " changed without a line\n"
                    << where;
            } else {
                EXPECT_EQ(s.value_of(sign), after) << info.state[k] << "\n" << where;
            }
        }
    }
}

void expect_true_on_the_way(const RunSpec& spec) {
    const ravine::Run run = simulate(spec);
    for (const int from : {0, 1, 2, 3, 4, 5, 6, 9, 17, 42, spec.steps / 2, run.last() - 1})
        if (from >= 0 && from < run.last()) expect_true(spec, run, from);
}

std::vector<RunSpec> specs_of(const Optimizer& optimizer) {
    std::vector<RunSpec> specs;
    for (const std::string_view id : {"rosenbrock", "bowl", "rastrigin", "absolute", "saddle", "linear-regression"}) {
        const Objective objective(id);
        specs.push_back({.objective = objective, .optimizer = optimizer, .start = objective.info().start, .steps = 120});
        specs.push_back(specs.back());
        specs.back().noise = 0.3;
    }
    return specs;
}

RunSpec spec_of(const Optimizer& optimizer) { return specs_of(optimizer).front(); }

TEST(TheInspector, TellsTheTruthOfEveryOptimizerWithEveryOption) {
    for (const OptimizerInfo& info : optimizers())
        for (const Optimizer& optimizer : test::variants(info))
            for (const RunSpec& spec : specs_of(optimizer)) expect_true_on_the_way(spec);
}

TEST(TheInspector, TellsTheTruthWhereOptionsMeet) {
    for (const OptimizerInfo& info : optimizers()) {
        // Everything on at once: toggles, clipping, decay, a schedule.
        std::vector<double> values = standard_values(info.params);
        for (std::size_t k = 0; k < info.params.size(); ++k) {
            const Parameter& p = info.params[k];
            if (p.scale == Scale::toggle) values[k] = 1;
            if (p.id == "momentum") values[k] = 0.8;
            if (p.id == "schedule") values[k] = 3;
            if (p.id == "weight_decay") values[k] = 0.02;
            if (p.id == "clip_norm") values[k] = 0.7;
        }
        for (const RunSpec& spec : specs_of({info.id, values})) expect_true_on_the_way(spec);
    }
}

TEST(TheInspector, TellsTheTruthWithoutEpsilonAndWithoutGradient) {
    for (const OptimizerInfo& info : optimizers()) {
        std::vector<double> values = standard_values(info.params);
        for (std::size_t k = 0; k < info.params.size(); ++k)
            if (info.params[k].id == "eps") values[k] = 0;
        const Objective bowl("bowl");
        for (const Point start : {Point{0, 0}, Point{0.5, 0}, Point{1e-200, 0.3}})
            expect_true_on_the_way({.objective = bowl, .optimizer = {info.id, values}, .start = start, .steps = 60});
    }
}

TEST(TheInspector, SeesHyperparametersThatMovedWhilePlaying) {
    for (const OptimizerInfo& info : optimizers()) {
        RunSpec spec = spec_of(Optimizer(info.id));
        const int lr = index_of(info.params, "lr");
        spec.changes = {{5, lr, 0.02}, {42, lr, 0.003}};
        if (const int beta = index_of(info.params, "beta1"); beta >= 0) spec.changes.push_back({42, beta, 0.5});
        const ravine::Run run = simulate(spec);
        for (const int from : {4, 5, 6, 41, 42, 43})
            if (from < run.last()) expect_true(spec, run, from);
    }
}

TEST(TheInspector, TellsTheTruthOfTypedRules) {
    for (const std::string_view text :
         {"x = x - lr*g", "s = rho*s + (1-rho)*g^2; x=x-lr*g/(sqrt(s)+eps)", "s ← ρs + (1−ρ)g²\nx ← x − η·g/(√s + ε)",
          "m = beta1*m + (1-beta1)*g; v = beta2*v + (1-beta2)*g^2; m_hat = m/(1-beta1^t); v_hat = v/(1-beta2^t)\n"
          "x = x - lr*m_hat/(sqrt(v_hat)+eps)  # Adam",
          "param c = 0.3 [0, 1]\nd = (x - last)*min(t - 1, 1)\nlast = x\nx = x + c*d - lr*g",
          "a = 2g; a = -a^2 + pi a; x = x + 1e-3a", "x = x - lr*sign(g)*abs(tanh(g))*exp(-t/20)",
          "gx = f; τ_ = gx/(1+gx^2); x = x - lr τ_"}) {
        std::optional<TypedOptimizer> typed;
        try {
            typed.emplace(text);
        } catch (const ExpressionError&) {
            EXPECT_NE(text.find("τ_"), std::string_view::npos) << text;  // a letter that rules do not know
            continue;
        }
        std::vector<double> values = standard_values(typed->info().params);
        for (const double clip : {0.0, 0.5}) {
            values[static_cast<std::size_t>(index_of(typed->info().params, "clip_norm"))] = clip;
            values[static_cast<std::size_t>(index_of(typed->info().params, "weight_decay"))] = clip / 10;
            for (const RunSpec& spec : specs_of(Optimizer(*typed, values))) expect_true_on_the_way(spec);
        }
    }
}

TEST(TheInspector, SaysWhatTheScheduleMakesOfTheLearningRate) {
    const RunSpec spec = spec_of(test::optimizer_with("gd", {{"lr", 0.001}, {"schedule", 2}, {"schedule_gamma", 0.5}}));
    const Substitution s = substitute(spec, simulate(spec), 3, Component::x);
    ASSERT_EQ(s.held.size(), 1U);
    EXPECT_EQ(s.held[0].sign, "η");
    EXPECT_DOUBLE_EQ(s.held[0].number.value, 0.001 / 8);
    EXPECT_NE(s.held[0].name.find("0.001"), std::string::npos);
}

TEST(TheInspector, WritesNumbersInFourDigits) {
    const auto four = [](double v) { return written({v}); };
    EXPECT_EQ(four(0), "0");
    EXPECT_EQ(four(-0.0123456), "−0.01235");
    EXPECT_EQ(four(9.99996), "10.00");
    EXPECT_EQ(four(123456), "1.235e5");
    EXPECT_EQ(four(24025), "24025");
    EXPECT_EQ(four(-155), "−155");
    EXPECT_EQ(four(-0.0), "0");
    EXPECT_EQ(four(0.9999999), "1.000");
    EXPECT_EQ(four(1234.56), "1235");
    EXPECT_EQ(four(-1.23456e-7), "−1.235e−7");
    EXPECT_EQ(four(6.02e23), "6.020e23");
    EXPECT_EQ(written({0.99999, SignValue::Kind::constant}), "0.99999");
    EXPECT_EQ(written({1e-8, SignValue::Kind::constant}), "1e−8");
}

TEST(TheInspector, PutsNumbersIntoParenthesesWhereTheyNeedThem) {
    const auto lookup = [](std::string_view sign) -> std::optional<SignValue> {
        if (sign == "g") return SignValue{-0.25};
        if (sign == "s") return SignValue{1.5e-9};
        if (sign == "ρ") return SignValue{0.9, SignValue::Kind::constant};
        return std::nullopt;
    };
    const RuleStatement s = read_statement("s ← ρ s + (1−ρ) g²", lookup);
    EXPECT_EQ(shown(with_numbers(s.right)), " 0.9 · 1.500e−9 + (1−0.9) · (−0.2500)²");
    EXPECT_EQ(shown(with_numbers(read_statement("q = g s² − |g|", lookup).right)), " −0.2500 · (1.500e−9)² − |−0.2500|");
    EXPECT_THROW((void)read_statement("q = z", lookup), std::logic_error);
    EXPECT_THROW((void)read_statement("g", lookup), std::logic_error);
    EXPECT_THROW((void)read_statement("q = s ; g", lookup), std::logic_error);
}

}  // namespace
