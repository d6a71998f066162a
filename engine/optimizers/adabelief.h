// AdaBelief: m ← β₁ m + (1−β₁) g; s ← β₂ s + (1−β₂) (g − m)² + ε; x ← x − η m̂ / (√ŝ + ε).
//
// J. Zhuang et al., "AdaBelief optimizer: adapting stepsizes by the belief in observed gradients", NeurIPS (2020), algorithm 2. m̂
// and ŝ are divided by 1−βᵗ; ε is added to s in every step and to its root. Defaults: η 0.001, β₁ 0.9, β₂ 0.999, ε 1e-8.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/averages.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct AdaBelief {
    template <class T>
    struct Hyper {
        T lr, beta1, beta2, eps;
        static constexpr auto slots() { return std::tuple{&Hyper::lr, &Hyper::beta1, &Hyper::beta2, &Hyper::eps}; }
    };

    template <class T>
    struct State {
        T m, s, m_weight, s_weight;
        static constexpr auto slots() { return std::tuple{&State::m, &State::s, &State::m_weight, &State::s_weight}; }
    };

    template <class T>
    static void update(const Hyper<T>& h, double t, Coordinate<T>& c, State<T>& s) {
        move(h, root(h, t, c, s), c, s);
    }

    template <class T>
    static T root(const Hyper<T>& h, double /*t*/, const Coordinate<T>& c, State<T>& s) {
        s.m = average(h.beta1, s.m, c.g);
        const T surprise = c.g - s.m;
        s.s = average(h.beta2, s.s, surprise * surprise) + h.eps;
        s.m_weight = average(h.beta1, s.m_weight, T(1.0));
        s.s_weight = average(h.beta2, s.s_weight, T(1.0));
        return sqrt(s.s / s.s_weight) + h.eps;
    }

    template <class T>
    static void move(const Hyper<T>& h, const T& root, Coordinate<T>& c, const State<T>& s) {
        c.rate = h.lr * inverse(divisor(root));
        c.x = c.x - c.rate * (s.m / s.m_weight);
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& h, const SeenUpdate<State<double>>& /*u*/) {
        return {{"m ← β₁ m + (1−β₁) g"},
                {"s ← β₂ s + (1−β₂) (g − m)² + ε"},
                {"w₁ ← β₁ w₁ + (1−β₁)", "weights of the averages"},
                {"w₂ ← β₂ w₂ + (1−β₂)"},
                {"m̂ = m / w₁", "bias correction"},
                {"ŝ = s / w₂"},
                {"x ← x − η m̂ / " + divisor_text(h.eps, "√ŝ + ε")}};
    }

    static OptimizerInfo info() {
        return {
            .id = "adabelief",
            .name = "AdaBelief",
            .formula = "m ← β₁ m + (1−β₁) g; s ← β₂ s + (1−β₂) (g − m)² + ε; x ← x − η m̂ / (√ŝ + ε)",
            .notice = "Long steps where gradients are as expected, short ones where they surprise: it speeds up along a valley.",
            .source = "J. Zhuang et al., NeurIPS (2020)",
            .params = {learning_rate(0.001, 1e-4, 1),
                       decay_factor("beta1", "decay β₁", 0.9,
                                    "How slowly the average of gradients forgets: what the next gradient is expected to be."),
                       decay_factor("beta2", "decay β₂", 0.999, "How slowly the average of squared surprises forgets."),
                       stabilizer()},
            .state = {"m", "s", "weight of m", "weight of s"},
            .signs = {"m", "s", "w₁", "w₂"}};
    }
};

}  // namespace ravine
