// How runs end.
#include <cmath>
#include <limits>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "engine/typed.h"
#include "support.h"

namespace ravine {
namespace {

Run run_of(const Objective& objective, const Optimizer& optimizer, Point start, int steps = 300) {
    RunSpec spec{objective, optimizer, start};
    spec.steps = steps;
    return simulate(spec);
}

Run run_of(std::string_view objective, const Optimizer& optimizer, Point start, int steps = 300) {
    return run_of(Objective(objective), optimizer, start, steps);
}

TEST(ARun, ConvergesToTheGlobalMinimum) {
    const auto run = run_of("bowl", test::optimizer_with("gd", {{"lr", 0.1}}), {1, 1}, 200);
    EXPECT_EQ(run.outcome, Outcome::global_minimum);
    ASSERT_GT(run.converged_at, 0);
    ASSERT_LT(run.converged_at, 200);
    const auto row = static_cast<std::size_t>(run.converged_at);
    EXPECT_LE(std::hypot(run.gx[row], run.gy[row]), 1e-6);
    EXPECT_EQ(run.last(), 200) << "the run goes on to its last step";
}

TEST(ARun, ConvergesToALocalMinimum) {
    EXPECT_EQ(run_of("three-hump-camel", test::optimizer_with("gd", {{"lr", 0.05}}), {-2, 1}, 2000).outcome,
              Outcome::local_minimum);
    EXPECT_EQ(run_of("three-hump-camel", test::optimizer_with("gd", {{"lr", 0.05}}), {0.5, 0}, 2000).outcome,
              Outcome::global_minimum);
    EXPECT_EQ(run_of("rastrigin", test::optimizer_with("gd", {{"lr", 0.001}}), {2.1, -0.9}, 2000).outcome,
              Outcome::local_minimum);
    EXPECT_EQ(run_of("rastrigin", test::optimizer_with("gd", {{"lr", 0.001}}), {0.1, -0.2}, 2000).outcome,
              Outcome::global_minimum);
}

TEST(ARun, ReachesWhicheverOfFourEqualMinimaIsNear) {
    for (const Minimum& m : Objective("himmelblau").minima())
        EXPECT_EQ(run_of("himmelblau", Optimizer("gd"), {m.x + 0.3, m.y - 0.3}, 2000).outcome, Outcome::global_minimum);
}

TEST(ARun, ConvergesToTheSaddleAlongTheRidge) {
    EXPECT_EQ(run_of("saddle", test::optimizer_with("gd", {{"lr", 0.1}}), {1, 0}, 500).outcome, Outcome::saddle);
    EXPECT_EQ(run_of("saddle", test::optimizer_with("gd", {{"lr", 0.1}}), {1, 1e-3}, 60).outcome, Outcome::moving);
    EXPECT_EQ(run_of("saddle", test::optimizer_with("gd", {{"lr", 0.1}}), {1, 1e-3}, 500).outcome, Outcome::diverged);
}

TEST(ARun, ThatStartsAtAMinimumHasConvergedAtOnce) {
    const auto run = run_of("rosenbrock", Optimizer("gd"), {1, 1});
    EXPECT_EQ(run.outcome, Outcome::global_minimum);
    EXPECT_EQ(run.converged_at, 0);
}

TEST(ARun, ThatJumpsOntoTheMinimumInItsOnlyStepIsNotYetAtRest) {
    const auto once = run_of("bowl", test::optimizer_with("gd", {{"lr", 0.5}}), {1, 1}, 1);
    EXPECT_EQ(once.outcome, Outcome::moving);
    const auto twice = run_of("bowl", test::optimizer_with("gd", {{"lr", 0.5}}), {1, 1}, 2);
    EXPECT_EQ(twice.outcome, Outcome::global_minimum);
    EXPECT_EQ(twice.converged_at, 1);
}

TEST(ARun, WithMomentumThatCrossesTheMinimumIsStillMoving) {
    // With these numbers the second step ends in the very middle of the bowl, at full speed.
    const Optimizer ball = test::optimizer_with("momentum", {{"lr", 0.2}, {"momentum", 0.9}});
    const auto cut = run_of("bowl", ball, {1, -0.5}, 2);
    EXPECT_LT(std::hypot(cut.gx.back(), cut.gy.back()), 1e-12);
    EXPECT_EQ(cut.outcome, Outcome::moving);
    EXPECT_EQ(cut.converged_at, -1);
    const auto whole = run_of("bowl", ball, {1, -0.5}, 2000);
    EXPECT_EQ(whole.outcome, Outcome::global_minimum);
    EXPECT_GT(whole.converged_at, 100);
}

TEST(ARun, ThatStallsOnASlopeIsStillMoving) {
    EXPECT_EQ(run_of("rosenbrock", test::optimizer_with("gd", {{"lr", 1e-9}}), {-1.5, 2}).outcome, Outcome::moving);
    EXPECT_EQ(run_of("rosenbrock", Optimizer("adagrad"), {-1.5, 2}).outcome, Outcome::moving);
}

TEST(ARun, ThatJittersAroundTheMinimumOscillates) {
    const auto rmsprop = run_of("bowl", test::optimizer_with("rmsprop", {{"lr", 0.05}}), {0.8, -0.6}, 600);
    EXPECT_EQ(rmsprop.outcome, Outcome::oscillating);
    EXPECT_LT(std::abs(rmsprop.x.back()), 0.06);
    EXPECT_EQ(rmsprop.converged_at, -1);
    EXPECT_EQ(run_of("bowl", test::optimizer_with("gd", {{"lr", 1}}), {0.8, -0.6}).outcome, Outcome::oscillating);
}

TEST(ARun, WhoseSwingDiesAwayDoesNotOscillate) {
    EXPECT_EQ(run_of("bowl", test::optimizer_with("gd", {{"lr", 0.999}}), {0.8, -0.6}).outcome, Outcome::moving);
    EXPECT_EQ(run_of("bowl", test::optimizer_with("gd", {{"lr", 0.9}}), {0.8, -0.6}).outcome, Outcome::global_minimum);
}

TEST(ARun, WithTooLargeARateDivergesAndEndsAtItsLastFiniteRow) {
    for (const char* id :
         {"bowl", "ellipse", "rosenbrock", "beale", "booth", "matyas", "himmelblau", "goldstein-price", "three-hump-camel",
          "six-hump-camel", "styblinski-tang", "mccormick", "branin", "rastrigin", "saddle", "monkey-saddle", "double-well"}) {
        const ObjectiveInfo& info = *find_objective(id);
        const auto run = run_of(info.id, test::optimizer_with("gd", {{"lr", 1e3}}), info.start);
        EXPECT_EQ(run.outcome, Outcome::diverged) << info.id;
        EXPECT_LT(run.last(), 300) << info.id;
        EXPECT_GE(run.last(), 1) << info.id;
        EXPECT_TRUE(std::isfinite(run.x.back()) && std::isfinite(run.f.back())) << info.id;
    }
}

TEST(ARun, MayStartFarOut) {
    const auto run = run_of("bowl", test::optimizer_with("gd", {{"lr", 0.1}}), {1e9, -1e9}, 400);
    EXPECT_EQ(run.outcome, Outcome::global_minimum);
}

TEST(ARun, WhoseStartOverflowsHasOneFiniteRow) {
    const auto run = run_of("rosenbrock", Optimizer("gd"), {1e200, 1});
    EXPECT_EQ(run.outcome, Outcome::diverged);
    ASSERT_EQ(run.size(), 1U);
    EXPECT_EQ(run.f[0], std::numeric_limits<double>::max());
    EXPECT_TRUE(std::isfinite(run.gx[0]) && std::isfinite(run.gy[0]));
    RunSpec spec{Objective("rosenbrock"), Optimizer("gd"), {1e200, 1}};
    EXPECT_TRUE(test::same_bits(run, resume(spec, run, 0)));
}

TEST(ARun, ThatOverflowsInsideItsBoundsLeftTheDomain) {
    // (a − x)² is beyond every double although x is not large.
    const auto run = run_of(Objective("rosenbrock", std::vector{1e200, 100.0}), Optimizer("gd"), {0, 0});
    EXPECT_EQ(run.outcome, Outcome::undefined);
    EXPECT_EQ(run.size(), 1U);
}

TEST(ALineOfMinima, CountsAsGlobal) {
    const Objective trough("ellipse", std::vector{0.0, 0.0});
    EXPECT_EQ(run_of(trough, test::optimizer_with("gd", {{"lr", 0.1}}), {1, 1.5}).outcome, Outcome::global_minimum);
}

TEST(AnOutcome, HasANameAndAText) {
    std::set<std::string_view> ids, texts;
    for (int o = 0; o <= static_cast<int>(Outcome::undefined); ++o) {
        ids.insert(id_of(static_cast<Outcome>(o)));
        texts.insert(text_of(static_cast<Outcome>(o)));
    }
    EXPECT_EQ(ids.size(), 7U);
    EXPECT_EQ(texts.size(), 7U);
    EXPECT_EQ(id_of(Outcome::global_minimum), "global-minimum");
}

/// Steps that shrink by a schedule, so that a run can come to rest where the gradient never vanishes.
Optimizer shrinking(double lr, double gamma) {
    return test::optimizer_with("gd", {{"lr", lr}, {"schedule", 2}, {"schedule_gamma", gamma}});
}

TEST(ARun, ThatRestsAtAKinkHasConverged) {
    for (const Optimizer& optimizer :
         {shrinking(0.1, 0.98), test::optimizer_with("rmsprop", {{"lr", 0.1}, {"schedule", 2}, {"schedule_gamma", 0.98}})}) {
        const auto run = run_of("absolute", optimizer, {0.83, -0.41}, 2000);
        EXPECT_EQ(run.outcome, Outcome::global_minimum) << optimizer.info().id;
        EXPECT_GE(run.converged_at, 0);
        EXPECT_LT(std::hypot(run.x.back(), run.y.back()), 1e-6);
    }
    const auto typed = run_of(Objective(TypedObjective("abs(x - 1) + 3abs(y + x)")), shrinking(0.1, 0.98), {0.2, 0.3}, 3000);
    EXPECT_EQ(typed.outcome, Outcome::local_minimum) << "a lower one may lie elsewhere";
}

TEST(ARun, ThatRestsAtAKinkOfAPenaltyHasConverged) {
    // As with an L1 penalty: smooth along x, and along y held where the gradient jumps from below 0 to above.
    const Objective penalized{TypedObjective("(x - 1)^2 + y^2 - y + 2abs(y)")};
    const auto run = run_of(penalized, shrinking(0.1, 0.995), {0.4, 0.5}, 6000);
    EXPECT_EQ(run.outcome, Outcome::local_minimum);
    EXPECT_NEAR(run.x.back(), 1, 1e-6);
    EXPECT_NEAR(run.y.back(), 0, 1e-6);
    // Held by nothing, it goes on to where the gradient vanishes.
    const Objective free{TypedObjective("(x - 1)^2 + y^2 - y + 0.5abs(y)")};
    EXPECT_NEAR(run_of(free, shrinking(0.1, 0.995), {0.4, 0.5}, 6000).y.back(), 0.25, 1e-6);
}

TEST(ARun, ThatIsCaughtInACreaseBesideTheMinimumHasNotConverged) {
    const auto run = run_of("absolute", Optimizer("lbfgs"), {0.83, -0.41}, 2000);
    ASSERT_GT(std::hypot(run.x.back(), run.y.back()), 0.1) << "the line search finds no way along the crease";
    EXPECT_EQ(run.outcome, Outcome::moving);
}

TEST(ARun, ThatHasStoppedOnASlopeIsStillMoving) {
    EXPECT_EQ(run_of("absolute", shrinking(0.001, 0.9), {0.83, -0.41}, 2000).outcome, Outcome::moving);
    EXPECT_EQ(run_of("bowl", shrinking(0.001, 0.9), {0.83, -0.41}, 2000).outcome, Outcome::moving);
    EXPECT_EQ(run_of("absolute", Optimizer("gd", test::optimizer_with("gd", {{"lr", 1e-12}}).params()), {0.83, -0.41}).outcome,
              Outcome::moving);
    // In the crease, but sliding along it would go further down.
    const Objective crease{TypedObjective("20abs(y) + 0.01(x - 2)^2")};
    EXPECT_EQ(run_of(crease, shrinking(0.01, 0.9), {0, 0.1}, 2000).outcome, Outcome::moving);
}

TEST(ARun, ThatRestsAtTheSaddleOfTwoKinksHasNotFoundAMinimum) {
    const Objective saddle{TypedObjective("abs(x) - abs(y)")};
    EXPECT_EQ(run_of(saddle, shrinking(0.1, 0.98), {0.7, 0}, 2000).outcome, Outcome::saddle);
}

}  // namespace
}  // namespace ravine
