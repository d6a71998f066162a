// All instruction sets give the same bits.
#include "engine/kernels.h"

#include <cmath>

#include <gtest/gtest.h>

#include "engine/joint_rules.h"
#include "engine/objective_entry.h"
#include "support.h"

namespace ravine {
namespace {

TEST(TheKernels, OfEveryInstructionSetFillWholeRegistersOfAtMostEightLanes) {
    for (const Kernels* k : runnable_kernels()) EXPECT_EQ(8 % k->width, 0U) << k->instructions;
    EXPECT_EQ(&kernels(), runnable_kernels().back());
}

TEST(TheKernels, OfEveryInstructionSetGiveTheSameGradients) {
    const std::size_t n = 1003;
    for (const ObjectiveInfo& info : objectives()) {
        const Objective objective(info.id);
        const PreparedObjective prepared = objective_entry(objective.index()).prepare(objective.params());
        std::vector<double> x, y;
        for (const Point p : test::random_points(info.domain, static_cast<int>(n)))
            x.push_back(p.x * p.x * p.x), y.push_back(p.y);
        std::vector<std::vector<double>> first;
        for (const Kernels* k : runnable_kernels()) {
            std::vector<std::vector<double>> out(4, std::vector<double>(n));
            k->gradients[objective.index()](&prepared, n, x.data(), y.data(), out[0].data(), out[1].data(), out[2].data());
            k->values[objective.index()](&prepared, n, x.data(), y.data(), out[3].data());
            if (first.empty()) first = out;
            for (std::size_t i = 0; i < out.size(); ++i)
                EXPECT_TRUE(test::same_bits(out[i], first[i])) << info.id << " on " << k->instructions;
        }
    }
}

/// One update of eight lanes with a made-up gradient and state.
std::vector<double> updated(const Kernels& kernel, const Optimizer& optimizer) {
    const std::size_t lanes = 8;
    const std::size_t accumulators = optimizer.info().state.size();
    std::vector<double> params, x(2 * lanes), g(2 * lanes), rate(2 * lanes), prepared(2 * lanes), state(2 * lanes * accumulators);
    for (const double p : optimizer.params()) params.insert(params.end(), lanes, p);
    for (std::size_t i = 0; i < 2 * lanes; ++i) x[i] = 0.1 * static_cast<double>(i) - 1, g[i] = 1 / (x[i] + 0.03);
    for (std::size_t i = 0; i < state.size(); ++i) state[i] = 0.3 + 0.01 * static_cast<double>(i);
    const std::size_t end = optimizer.params().size();
    PrepareArguments before{lanes,    lanes,          &params[(end - 1) * lanes], &params[(end - 2) * lanes], x.data(),
                            g.data(), prepared.data()};
    kernel.prepare(before);
    RuleArguments a;
    a.lanes = a.stride = lanes;
    a.update = 3;
    a.lr = a.params = params.data();
    a.g = prepared.data(), a.x = x.data(), a.rate = rate.data(), a.state = state.data();
    kernel.rules[optimizer.index()](a);
    x.insert(x.end(), rate.begin(), rate.end());
    x.insert(x.end(), state.begin(), state.end());
    return x;
}

TEST(TheKernels, OfEveryInstructionSetGiveTheSameUpdates) {
    for (const OptimizerInfo& info : optimizers()) {
        // Rules that move both coordinates at once run lane by lane, in plain doubles.
        if (joint_rule(Optimizer(info.id).index()) != nullptr) continue;
        for (const Optimizer& optimizer : test::variants(info)) {
            const auto first = updated(*runnable_kernels().front(), optimizer);
            const auto start = [](std::size_t i) { return 0.1 * static_cast<double>(i) - 1; };
            bool moved = false;
            for (std::size_t i = 0; i < 16; ++i) moved = moved || first[i] != start(i);
            EXPECT_TRUE(moved) << test::describe(optimizer);
            for (const Kernels* k : runnable_kernels())
                EXPECT_TRUE(test::same_bits(updated(*k, optimizer), first))
                    << test::describe(optimizer) << " on " << k->instructions;
        }
    }
}

}  // namespace
}  // namespace ravine
