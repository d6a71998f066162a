// The rules that tutorials print: which are the same, which are not, and which descend.
#include "app/session/published_rules.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <gtest/gtest.h>

#include "engine/run.h"
#include "engine/typed.h"

namespace ravine {
namespace {

std::map<char, PublishedRule> rules() {
    std::map<char, PublishedRule> all;
    for (const PublishedRule& rule : published_rules(std::filesystem::path(RAVINE_SHARE) / "rules")) all[rule.id.front()] = rule;
    return all;
}

using Settings = std::map<std::string, double, std::less<>>;

Optimizer with(const Optimizer& optimizer, const Settings& settings, const auto& make) {
    std::vector<double> params(optimizer.params().begin(), optimizer.params().end());
    for (const auto& [id, value] : settings) params.at(static_cast<std::size_t>(index_of(optimizer.info().params, id))) = value;
    return make(params);
}

Optimizer typed(char letter, const Settings& settings) {
    const TypedOptimizer rule(rules().at(letter).text);
    return with(Optimizer(rule, standard_values(rule.info().params)), settings,
                [&](const std::vector<double>& params) { return Optimizer(rule, params); });
}

Optimizer built_in(std::string_view id, const Settings& settings) {
    return with(Optimizer(id), settings, [&](const std::vector<double>& params) { return Optimizer(id, params); });
}

Run run_of(const Optimizer& optimizer, int steps = 150) {
    RunSpec spec{Objective("rosenbrock", std::vector{1.0, 10.0}), optimizer, {-1.5, 2}};
    spec.steps = steps;
    return simulate(spec);
}

/// The largest distance between two runs, step by step.
double apart(const Run& a, const Run& b) {
    double most = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t k = 0; k < std::min(a.size(), b.size()); ++k)
        most = std::max({most, std::abs(a.x[k] - b.x[k]), std::abs(a.y[k] - b.y[k])});
    return most;
}

TEST(PublishedRules, AreAllThereAndEachSaysWhatIsUnusual) {
    const auto all = published_rules(std::filesystem::path(RAVINE_SHARE) / "rules");
    ASSERT_EQ(all.size(), 10U);
    for (const PublishedRule& rule : all) {
        EXPECT_GT(rule.name.size(), 10U) << rule.id;
        EXPECT_GT(rule.notice.size(), 40U) << rule.id;
        EXPECT_NO_THROW(TypedOptimizer(rule.text)) << rule.id;
        EXPECT_EQ(rule.text.find('#'), std::string::npos) << rule.id;
    }
    EXPECT_TRUE(published_rules("/nowhere").empty());
}

TEST(PublishedRules, AAndBAreTheBuiltInRmspropWithEpsilonOutsideAndInside) {
    const Settings s{{"lr", 0.02}, {"rho", 0.95}, {"eps", 1e-4}};
    Settings inside = s;
    inside["eps_inside"] = 1;
    EXPECT_LT(apart(run_of(typed('a', s)), run_of(built_in("rmsprop", s))), 1e-10);
    EXPECT_LT(apart(run_of(typed('b', s)), run_of(built_in("rmsprop", inside))), 1e-10);
    EXPECT_GT(apart(run_of(typed('a', s)), run_of(typed('b', s))), 1e-5) << "where epsilon stands matters";
}

TEST(PublishedRules, CIsAdaGradWithAnotherLearningRate) {
    const auto c = run_of(typed('c', {{"lr", 0.09}, {"beta", 0.9}, {"eps", 0}}));
    EXPECT_LT(apart(c, run_of(built_in("adagrad", {{"lr", 0.1}, {"eps", 0}}))), 1e-10) << "lr / beta";
}

TEST(PublishedRules, DHasAdaGradsAccumulatorUnderAMomentum) {
    const auto d = run_of(typed('d', {{"lr", 0.1}, {"rho", 0.9}}));
    const auto adagrad = run_of(built_in("adagrad", {{"lr", 0.1}}));
    for (std::size_t k = 1; k < d.size(); ++k) EXPECT_GE(d.state[1][2 * k], d.state[1][2 * k - 2]) << "the sum never forgets";
    EXPECT_GT(apart(d, adagrad), 1e-3);
    // Without an average of gradients it is AdaGrad, with epsilon inside the root.
    EXPECT_LT(apart(run_of(typed('d', {{"lr", 0.1}, {"rho", 0}})), run_of(built_in("adagrad", {{"lr", 0.1}, {"eps_inside", 1}}))),
              1e-10);
}

TEST(PublishedRules, EIsNotADescentDirectionButPushesLeft) {
    for (const double lr : {1e-3, 1e-2}) {
        RunSpec spec{Objective("ellipse", std::vector{2.0, 0.0}), typed('e', {{"lr", lr}}), {-1, -1}};
        spec.steps = 2000;
        const auto run = simulate(spec);
        // The added root is never negative: x ends left of where plain gradient descent would have gone.
        for (std::size_t k = 1; k < run.size(); ++k) EXPECT_LE(run.x[k], run.x[k - 1] - lr * run.gx[k - 1] + 1e-15);
        EXPECT_LT(run.x[1], -1) << "downhill is to the right";
        EXPECT_GT(run.f[1], run.f[0]) << "the first step goes uphill";
        EXPECT_GT(run.f.back(), run.f.front()) << "and it never makes up for that";
    }
    // On a slope that the gradient does not turn back, it never stops.
    RunSpec slope{Objective(TypedObjective("sqrt(1 + x^2) - x + y^2")), typed('e', {{"lr", 0.1}}), {-3, 0}};
    slope.steps = 2000;
    EXPECT_LT(simulate(slope).x.back(), -3) << "downhill is to the right, and it goes left";
}

TEST(PublishedRules, FIsGradientDescentWhileEpsilonIsSmall) {
    EXPECT_LT(apart(run_of(typed('f', {{"lr", 1e-3}})), run_of(built_in("gd", {{"lr", 1e-3}}))), 1e-4);
    EXPECT_GT(apart(run_of(typed('f', {{"lr", 1e-3}, {"epsilon", 1}})), run_of(built_in("gd", {{"lr", 1e-3}}))), 1e-1);
}

TEST(PublishedRules, GDividesTheSumOfGradientsByTheRootOfTheCount) {
    const auto g = run_of(typed('g', {{"lr", 1e-4}, {"eps", 0}}), 20);
    double sum = 0;
    for (std::size_t k = 1; k < g.size(); ++k) {
        sum += g.gx[k - 1];
        EXPECT_NEAR(g.x[k], g.x[k - 1] - 1e-4 * sum / std::sqrt(static_cast<double>(k)), 1e-12);
    }
}

TEST(HeavyBall, InItsThreeFormsIsOnePathOrNot) {
    const Settings velocity{{"lr", 0.002}, {"momentum", 0.9}};
    const auto h = run_of(typed('h', velocity));
    EXPECT_LT(apart(h, run_of(built_in("momentum", velocity))), 1e-10);
    EXPECT_LT(apart(h, run_of(typed('i', {{"lr", 0.002}, {"beta", 0.9}}))), 1e-10) << "two-point form, constant rate";
    EXPECT_LT(apart(h, run_of(typed('j', {{"lr", 0.02}, {"momentum", 0.9}}))), 1e-10) << "averaged form, lr / (1 − β)";
    EXPECT_GT(apart(h, run_of(typed('j', velocity))), 1e-2) << "the same lr is not the same path";
}

TEST(HeavyBall, FormsPartWhenTheLearningRateChanges) {
    const auto changed = [](const Optimizer& optimizer) {
        RunSpec spec{Objective("rosenbrock", std::vector{1.0, 10.0}), optimizer, {-1.5, 2}};
        spec.steps = 100;
        spec.changes = {{50, 0, 0.0005}};
        return simulate(spec);
    };
    const auto h = changed(typed('h', {{"lr", 0.002}, {"momentum", 0.9}}));
    const auto i = changed(typed('i', {{"lr", 0.002}, {"beta", 0.9}}));
    for (std::size_t k = 0; k <= 50; ++k) EXPECT_NEAR(h.x[k], i.x[k], 1e-10);
    EXPECT_GT(std::abs(h.x[51] - i.x[51]), 1e-5) << "the velocity is scaled by the new rate, the last move is not";
}

}  // namespace
}  // namespace ravine
