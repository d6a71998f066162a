// NAdam: Adam with Nesterov momentum. m ← β₁ m + (1−β₁) g; v ← β₂ v + (1−β₂) g²;
// x ← x − η [(1−μₜ) g / (1−πₜ) + μₜ₊₁ m / (1−π′)] / (√v̂ + ε), with μₜ = β₁ (1 − ½ 0.96^(t ψ)) and πₜ = μ₁ ⋯ μₜ.
//
// T. Dozat, "Incorporating Nesterov momentum into Adam", ICLR workshop (2016). ψ is momentum_decay. The paper and PyTorch from
// 2.0 on have π′ = πₜ μₜ₊₁. Here π′ = πₜ μₜ μₜ₊₁, as in PyTorch 1.13, which is this rule's reference: under a steady gradient the
// first steps are 0.7% shorter, and after ten steps the difference is below 0.01%.
// Defaults: η 0.002, β₁ 0.9, β₂ 0.999, ε 1e-8, ψ 0.004.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/averages.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct NAdam {
    template <class T>
    struct Hyper {
        T lr, beta1, beta2, eps, momentum_decay;
        static constexpr auto slots() {
            return std::tuple{&Hyper::lr, &Hyper::beta1, &Hyper::beta2, &Hyper::eps, &Hyper::momentum_decay};
        }
    };

    /// `product` is μ₁ ⋯ μₜ.
    template <class T>
    struct State {
        T m, v, v_weight, product;
        static constexpr auto slots() { return std::tuple{&State::m, &State::v, &State::v_weight, &State::product}; }
    };

    static State<double> start(const Hyper<double>& /*h*/) { return {.m = 0, .v = 0, .v_weight = 0, .product = 1}; }

    template <class T>
    static void update(const Hyper<T>& h, double t, Coordinate<T>& c, State<T>& s) {
        const T mu = momentum_at(h, t), mu_next = momentum_at(h, t + 1);
        s.product = s.product * mu;
        s.m = average(h.beta1, s.m, c.g);
        s.v = average(h.beta2, s.v, c.g * c.g);
        s.v_weight = average(h.beta2, s.v_weight, T(1.0));
        const T now = (1.0 - mu) / (1.0 - s.product);
        const T ahead = mu_next / (1.0 - s.product * mu * mu_next);
        c.rate = h.lr * inverse(divisor(sqrt(s.v / s.v_weight) + h.eps));
        c.x = c.x - c.rate * (now * c.g + ahead * s.m);
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& h, const SeenUpdate<State<double>>& /*u*/) {
        return {{"μₜ = β₁ (1 − 0.5 · 0.96^(t ψ))", "momentum of this step"},
                {"μₜ₊₁ = β₁ (1 − 0.5 · 0.96^((t + 1) ψ))", "and of the next"},
                {"p ← p μₜ"},
                {"m ← β₁ m + (1−β₁) g"},
                {"v ← β₂ v + (1−β₂) g²"},
                {"w ← β₂ w + (1−β₂)", "weight of the average"},
                {"v̂ = v / w", "bias correction"},
                {"a = (1 − μₜ) / (1 − p)", "share of g"},
                {"b = μₜ₊₁ / (1 − p μₜ μₜ₊₁)", "share of m"},
                {"x ← x − η (a g + b m) / " + divisor_text(h.eps, "√v̂ + ε")}};
    }

    static OptimizerInfo info() {
        return {
            .id = "nadam",
            .name = "NAdam",
            .formula = "m ← β₁ m + (1−β₁) g; v ← β₂ v + (1−β₂) g²; x ← x − η (μₜ₊₁ m̂ + (1−μₜ) ĝ) / (√v̂ + ε)",
            .notice = "Adam that looks one step ahead: the newest gradient counts for more, so it turns a little sooner.",
            .source = "T. Dozat, ICLR workshop (2016), as in PyTorch 1.13",
            .params = {learning_rate(0.002, 1e-4, 1),
                       decay_factor("beta1", "decay β₁", 0.9,
                                    "How slowly the average of gradients forgets, and the momentum that is reached in the end."),
                       decay_factor("beta2", "decay β₂", 0.999,
                                    "How slowly the average of squared gradients forgets: about 1/(1−β₂) steps."),
                       stabilizer(),
                       {.id = "momentum_decay",
                        .name = "momentum decay ψ",
                        .standard = 0.004,
                        .min = 1e-4,
                        .max = 1,
                        .scale = Scale::log,
                        .limit = Limit::not_negative,
                        .help = "How fast the momentum grows from half of β₁ to β₁. 0 keeps it at one half.",
                        .zero_below = zero_stop,
                        .sign = "ψ"}},
            .state = {"m", "v", "weight of v", "product of μ"},
            .signs = {"m", "v", "w", "p"}};
    }

private:
    static constexpr double log_of_096 = -0.040821994520255166;

    template <class T>
    static T momentum_at(const Hyper<T>& h, double t) {
        return h.beta1 * (1.0 - 0.5 * exp(h.momentum_decay * (t * log_of_096)));
    }
};

}  // namespace ravine
