// AdaMax: m ← β₁ m + (1−β₁) g; u ← max(β₂ u, |g| + ε); x ← x − η m̂ / u, with m̂ = m / (1−β₁ᵗ).
//
// D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR (2015), section 7.1; ε as in PyTorch. u is the largest
// recent |g|. Defaults: η 0.002, β₁ 0.9, β₂ 0.999, ε 1e-8.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/averages.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct AdaMax {
    template <class T>
    struct Hyper {
        T lr, beta1, beta2, eps;
        static constexpr auto slots() { return std::tuple{&Hyper::lr, &Hyper::beta1, &Hyper::beta2, &Hyper::eps}; }
    };

    template <class T>
    struct State {
        T m, u, m_weight;
        static constexpr auto slots() { return std::tuple{&State::m, &State::u, &State::m_weight}; }
    };

    template <class T>
    static void update(const Hyper<T>& h, double /*t*/, Coordinate<T>& c, State<T>& s) {
        s.m = average(h.beta1, s.m, c.g);
        s.m_weight = average(h.beta1, s.m_weight, T(1.0));
        s.u = greater_of(h.beta2 * s.u, abs(c.g) + h.eps);
        c.rate = h.lr * inverse(divisor(s.u));
        c.x = c.x - c.rate * (s.m / s.m_weight);
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& h, const SeenUpdate<State<double>>& /*u*/) {
        return {{"m ← β₁ m + (1−β₁) g"},
                {"w ← β₁ w + (1−β₁)", "weight of the average"},
                {"u ← max(β₂ u, |g| + ε)"},
                {"m̂ = m / w", "bias correction"},
                {"x ← x − η m̂ / " + (h.eps > 0 ? std::string("u") : divisor_text(0, "u"))}};
    }

    static OptimizerInfo info() {
        return {
            .id = "adamax",
            .name = "AdaMax",
            .formula = "m ← β₁ m + (1−β₁) g; u ← max(β₂ u, |g| + ε); x ← x − η m̂ / u",
            .notice = "Adam with the largest recent gradient in place of their mean square: one steep moment is long remembered.",
            .source = "D. P. Kingma, J. Ba, ICLR (2015), section 7.1",
            .params = {learning_rate(0.002, 1e-4, 1),
                       decay_factor("beta1", "decay β₁", 0.9,
                                    "How slowly the average of gradients forgets. Large values act like momentum."),
                       decay_factor("beta2", "decay β₂", 0.999, "How slowly the largest gradient so far shrinks."), stabilizer()},
            .state = {"m", "u", "weight of m"},
            .signs = {"m", "u", "w"}};
    }
};

}  // namespace ravine
