// All instruction sets give the same bits.
#include "engine/kernels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

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

std::uint32_t switched_on(const Optimizer& optimizer) {
    std::uint32_t on = 0;
    for (std::size_t k = 0; k < optimizer.info().own_params; ++k)
        if (optimizer.params()[k] != 0) on |= std::uint32_t{1} << k;
    return on;
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
    a.on = switched_on(optimizer);
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

/// The rates of AdaMax at its first update with η = 1, β₂ = 0 and ε = 0: max(|g|, 1e-300) inverted. A multiple of eight
/// gradients.
std::vector<double> inverses(const Kernels& kernel, std::vector<double> g) {
    const Optimizer adamax = test::optimizer_with("adamax", {{"lr", 1}, {"beta2", 0}, {"eps", 0}});
    const std::size_t lanes = g.size();
    std::vector<double> params, x(2 * lanes), rate(2 * lanes), state(2 * lanes * adamax.info().state.size());
    for (const double p : adamax.params()) params.insert(params.end(), lanes, p);
    g.resize(2 * lanes, 1.0);
    RuleArguments a;
    a.lanes = a.stride = lanes;
    a.lr = a.params = params.data();
    a.on = switched_on(adamax);
    a.g = g.data(), a.x = x.data(), a.rate = rate.data(), a.state = state.data();
    kernel.rules[adamax.index()](a);
    rate.resize(lanes);
    return rate;
}

/// Doubles whose inverse is hard to round, between two others about as often as not; and of every size, with those that are none.
std::vector<double> hard_to_invert() {
    std::vector<double> b;
    const auto scaled = [&](double v, int k) { b.push_back(std::ldexp(v, k)); };
    // For b = 2 − j 2⁻⁵², 1 − b m = j² 2⁻¹⁰⁶ with a midpoint m = 1/2 + j 2⁻⁵⁴: the smaller j, the nearer.
    for (int j = 1; j < 20'000; ++j) scaled(2 - j * 0x1p-52, j % 1999 - 999), scaled(1 + j * 0x1p-52, j % 1999 - 999);
    // Near simple fractions, inverses lie near simple fractions of the distance between two doubles.
    for (int q = 1; q < 60; ++q)
        for (int p = q; p < 2 * q; ++p)
            for (int j = -15; j <= 15; ++j) scaled(static_cast<double>(p) / q + j * 0x1p-52, (p * j) % 900);
    for (const Point p : test::random_points({1, 2, 1e-300, 1e300}, 200'000))
        b.push_back(p.x), b.push_back(p.y), scaled(p.x, static_cast<int>(p.y / 1e300 * 1998) - 999);
    const double infinity = std::numeric_limits<double>::infinity();
    for (const double edge : {0.0, 1e-320, 1e-300, 0x1p-1000, 1.0, 2.0, 0x1p1000, 0x1p1021, 0x1.8p1022, 0x1.fp1023, infinity})
        for (int k = 0; k < 8; ++k)
            b.push_back(std::nextafter(edge, k < 4 ? 0.0 : infinity)), b.push_back(edge), b.push_back(1.5);
    b.resize(b.size() / 8 * 8);
    return b;
}

TEST(TheKernels, InvertToTheBitWhatTheyWouldDivideBy) {
    const std::vector<double> b = hard_to_invert();
    std::vector<double> quotients;
    for (const double v : b) quotients.push_back(1.0 / std::max(v, 1e-300));
    for (const Kernels* k : runnable_kernels()) {
        const std::vector<double> out = inverses(*k, b);
        for (std::size_t i = 0; i < b.size(); ++i)
            ASSERT_TRUE(test::same_bits(out[i], quotients[i])) << "1 / " << b[i] << " on " << k->instructions;
    }
}

/// Rows of one lane, one column after the other.
struct Rows {
    Rows(std::size_t rows, std::size_t accumulators) : columns(7, std::vector<double>(rows)) {
        columns.resize(7 + accumulators, std::vector<double>(2 * rows));
        for (std::size_t k = 0; k < accumulators; ++k) state.push_back(columns[7 + k].data());
    }
    RowColumns places() {
        return {.x = columns[0].data(),
                .y = columns[1].data(),
                .f = columns[2].data(),
                .gx = columns[3].data(),
                .gy = columns[4].data(),
                .rate_x = columns[5].data(),
                .rate_y = columns[6].data(),
                .state = state.data()};
    }
    std::vector<std::vector<double>> columns;
    std::vector<double*> state;
};

/// A lane's arrays between updates.
struct Lane {
    static constexpr std::size_t stride = 8;

    Lane(const Objective& objective, const Optimizer& optimizer)
        : index(objective.index()),
          rule_index(optimizer.index()),
          prepared(objective_entry(index).prepare(objective.params())),
          state(2 * stride * optimizer.info().state.size(), 0.25) {
        for (const double p : optimizer.params()) params.insert(params.end(), stride, p);
        std::fill_n(x.begin(), stride, -1.5), std::fill_n(x.begin() + stride, stride, 0.7);
        arguments = {.lanes = stride,
                     .stride = stride,
                     .lr = params.data(),
                     .params = params.data(),
                     .on = switched_on(optimizer),
                     .g = g.data(),
                     .f = f.data(),
                     .x = x.data(),
                     .rate = rate.data(),
                     .state = state.data()};
    }
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    void evaluate(const Kernels& k) {
        k.gradients[index](&prepared, stride, x.data(), x.data() + stride, f.data(), g.data(), g.data() + stride);
    }
    /// All that the next update depends on, of the first lane.
    std::vector<double> left() const {
        std::vector<double> numbers{x[0], x[stride], f[0], g[0], g[stride], rate[0], rate[stride]};
        for (std::size_t k = 0; k < state.size(); k += stride) numbers.push_back(state[k]);
        return numbers;
    }

    int index, rule_index;
    PreparedObjective prepared;
    std::vector<double> params, state;
    std::array<double, 2 * stride> x{}, g{}, rate{};
    std::array<double, stride> f{};
    RuleArguments arguments;
};

TEST(TheKernels, TraceALaneAsSingleUpdatesMoveIt) {
    const std::size_t updates = 25, first_row = 3;
    for (const OptimizerInfo& info : optimizers()) {
        if (joint_rule(Optimizer(info.id).index()) != nullptr) continue;
        for (const Optimizer& optimizer : test::variants(info)) {
            for (const char* id : {"rosenbrock", "rastrigin", "himmelblau"}) {
                for (const Kernels* k : runnable_kernels()) {
                    const Objective objective(id);
                    Lane one(objective, optimizer), many(objective, optimizer);
                    one.evaluate(*k), many.evaluate(*k);
                    many.arguments.update = 1;
                    Rows rows(first_row + updates, info.state.size());
                    k->traces[many.rule_index]({.rule = many.arguments,
                                                .updates = updates,
                                                .row = first_row,
                                                .objective_index = static_cast<std::size_t>(many.index),
                                                .objective = &many.prepared,
                                                .f = many.f.data(),
                                                .g = many.g.data(),
                                                .columns = rows.places()});
                    for (std::size_t n = 1; n <= updates; ++n) {
                        one.arguments.update = static_cast<double>(n);
                        k->rules[one.rule_index](one.arguments);
                        one.evaluate(*k);
                        std::vector<double> row;
                        for (std::size_t c = 0; c < rows.columns.size(); ++c) {
                            const std::size_t at = first_row + n - 1;
                            if (c < 7) row.push_back(rows.columns[c][at]);
                            if (c >= 7) row.push_back(rows.columns[c][2 * at]), row.push_back(rows.columns[c][2 * at + 1]);
                        }
                        ASSERT_TRUE(test::same_bits(row, one.left()))
                            << test::describe(optimizer) << " on " << id << ", update " << n << ", " << k->instructions;
                    }
                    EXPECT_TRUE(test::same_bits(many.left(), one.left())) << test::describe(optimizer);
                }
            }
        }
    }
}

}  // namespace
}  // namespace ravine
