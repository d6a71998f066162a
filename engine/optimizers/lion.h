// Lion: c = β₁ m + (1−β₁) g; x ← x − η (sign(c) + λ x); m ← β₂ m + (1−β₂) g.
//
// X. Chen et al., "Symbolic discovery of optimization algorithms", NeurIPS (2023), algorithm 2. The weight decay λ acts on the
// position, x (1 − η λ), before the step. Defaults: η 1e-4, β₁ 0.9, β₂ 0.99, λ 0.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/averages.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct Lion {
    template <class T>
    struct Hyper {
        T lr, beta1, beta2;
        static constexpr auto slots() { return std::tuple{&Hyper::lr, &Hyper::beta1, &Hyper::beta2}; }
    };

    template <class T>
    struct State {
        T m;
        static constexpr auto slots() { return std::tuple{&State::m}; }
    };

    static constexpr bool decoupled_decay = true;
    static constexpr double standard_decay = 0;

    template <class T>
    static void update(const Hyper<T>& h, double /*t*/, Coordinate<T>& c, State<T>& s) {
        const T direction = average(h.beta1, s.m, c.g);
        s.m = average(h.beta2, s.m, c.g);
        c.rate = rate_of_sign(h.lr, direction);
        c.x = c.x - h.lr * sign_of(direction);
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& /*h*/, const SeenUpdate<State<double>>& /*u*/) {
        return {{"c = β₁ m + (1−β₁) g"}, {"m ← β₂ m + (1−β₂) g"}, {"x ← x − η sign(c)"}};
    }

    static OptimizerInfo info() {
        return {
            .id = "lion",
            .name = "Lion",
            .formula = "x ← x − η (sign(β₁ m + (1−β₁) g) + λ x); m ← β₂ m + (1−β₂) g",
            .notice =
                "Every step is η long in every coordinate, however steep: it walks on diagonals and ends in a jitter of size η.",
            .source = "X. Chen et al., NeurIPS (2023)",
            .params = {learning_rate(1e-4, 1e-5, 1),
                       decay_factor("beta1", "decay β₁", 0.9, "How much the average counts in this step's sign."),
                       decay_factor("beta2", "decay β₂", 0.99, "How slowly the average of gradients forgets.")},
            .state = {"m"}};
    }
};

}  // namespace ravine
