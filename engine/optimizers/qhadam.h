// QHAdam: Adam in which both averages are mixed with their newest term.
// m ← β₁ m + (1−β₁) g; v ← β₂ v + (1−β₂) g²; x ← x − η [(1−ν₁) g + ν₁ m̂] / (√((1−ν₂) g² + ν₂ v̂) + ε).
//
// J. Ma, D. Yarats, "Quasi-hyperbolic momentum and Adam for deep learning", ICLR (2019), with the values advised there: ν₁ 0.7,
// ν₂ 1, β₁ 0.995, β₂ 0.999. ν₁ = ν₂ = 1 is Adam. m̂ and v̂ are divided by 1−βᵗ as there. Defaults η 0.001, ε 1e-8.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/averages.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/optimizers/share.h"
#include "engine/rule_lines.h"

namespace ravine {

struct QhAdam {
    template <class T>
    struct Hyper {
        T lr, beta1, beta2, nu1, nu2, eps;
        static constexpr auto slots() {
            return std::tuple{&Hyper::lr, &Hyper::beta1, &Hyper::beta2, &Hyper::nu1, &Hyper::nu2, &Hyper::eps};
        }
    };

    template <class T>
    struct State {
        T m, v, m_weight, v_weight;
        static constexpr auto slots() { return std::tuple{&State::m, &State::v, &State::m_weight, &State::v_weight}; }
    };

    template <class T>
    static void update(const Hyper<T>& h, double /*t*/, Coordinate<T>& c, State<T>& s) {
        const T square = c.g * c.g;
        s.m = average(h.beta1, s.m, c.g);
        s.v = average(h.beta2, s.v, square);
        s.m_weight = average(h.beta1, s.m_weight, T(1.0));
        s.v_weight = average(h.beta2, s.v_weight, T(1.0));
        const T spread = greater_of(T(0.0), average(h.nu2, s.v / s.v_weight, square));  // below 0 where ν₂ > 1
        c.rate = h.lr * inverse(divisor(sqrt(spread) + h.eps));
        c.x = c.x - c.rate * average(h.nu1, s.m / s.m_weight, c.g);
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& h, const SeenUpdate<State<double>>& /*u*/) {
        return {{"m ← β₁ m + (1−β₁) g"},
                {"v ← β₂ v + (1−β₂) g²"},
                {"w₁ ← β₁ w₁ + (1−β₁)", "weights of the averages"},
                {"w₂ ← β₂ w₂ + (1−β₂)"},
                {"m̂ = m / w₁", "bias correction"},
                {"v̂ = v / w₂"},
                {"q = max(0, (1−ν₂) g² + ν₂ v̂)"},
                {"x ← x − η ((1−ν₁) g + ν₁ m̂) / " + divisor_text(h.eps, "√q + ε")}};
    }

    static OptimizerInfo info() {
        return {.id = "qhadam",
                .name = "QHAdam",
                .formula =
                    "m ← β₁ m + (1−β₁) g; v ← β₂ v + (1−β₂) g²; "
                    "x ← x − η ((1−ν₁) g + ν₁ m̂) / (√((1−ν₂) g² + ν₂ v̂) + ε)",
                .notice = "Between RMSprop (ν₁ 0) and Adam (ν₁ 1): momentum with a long memory, steadied by the newest gradient.",
                .source = "J. Ma, D. Yarats, ICLR (2019)",
                .params = {learning_rate(0.001, 1e-4, 1),
                           decay_factor("beta1", "decay β₁", 0.995, "How slowly the average of gradients forgets."),
                           decay_factor("beta2", "decay β₂", 0.999,
                                        "How slowly the average of squared gradients forgets: about 1/(1−β₂) steps."),
                           share("nu1", "share ν₁", 0.7, "How much of the step is momentum; the rest is the newest gradient."),
                           share("nu2", "share ν₂", 1, "How much of the divisor is the average; the rest is the newest square."),
                           stabilizer()},
                .state = {"m", "v", "weight of m", "weight of v"},
                .signs = {"m", "v", "w₁", "w₂"}};
    }
};

}  // namespace ravine
