// Adan, adaptive Nesterov momentum: with Δg the change of the gradient since the last step,
// m ← (1−β₁) m + β₁ g; v ← (1−β₂) v + β₂ Δg; n ← (1−β₃) n + β₃ [g + (1−β₂) Δg]²; x ← x − η [m + (1−β₂) v] / (√n + ε).
//
// X. Xie, P. Zhou, H. Li, Z. Lin, S. Yan, "Adan: adaptive Nesterov momentum algorithm for faster optimizing deep models",
// arXiv:2208.06677 (2022), algorithm 1 without restarts. As there, β is the share of what is new (the authors' program takes
// 1−β), the first step has m = g, v = 0, n = g², the second v = Δg. The weight decay λ acts on the position, x (1 − η λ), before
// the step: the authors' second form, where algorithm 1 divides by 1 + η λ after it. Defaults: η 0.001, β₁ 0.02, β₂ 0.08, β₃
// 0.01, ε 1e-8, λ 0.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/averages.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct Adan {
    template <class T>
    struct Hyper {
        T lr, beta1, beta2, beta3, eps;
        static constexpr auto slots() { return std::tuple{&Hyper::lr, &Hyper::beta1, &Hyper::beta2, &Hyper::beta3, &Hyper::eps}; }
    };

    /// `g` is the last gradient.
    template <class T>
    struct State {
        T m, v, n, g;
        static constexpr auto slots() { return std::tuple{&State::m, &State::v, &State::n, &State::g}; }
    };

    static constexpr bool decoupled_decay = true;
    static constexpr double standard_decay = 0;

    template <class T>
    static void update(const Hyper<T>& h, double t, Coordinate<T>& c, State<T>& s) {
        const T change = t == 1 ? T(0.0) : c.g - s.g;
        const T ahead = c.g + (1.0 - h.beta2) * change;
        s.m = t == 1 ? c.g : average(h.beta1, c.g, s.m);
        s.v = t <= 2 ? change : average(h.beta2, change, s.v);
        s.n = t == 1 ? c.g * c.g : average(h.beta3, ahead * ahead, s.n);
        s.g = c.g;
        c.rate = h.lr * inverse(divisor(sqrt(s.n) + h.eps));
        c.x = c.x - c.rate * (s.m + (1.0 - h.beta2) * s.v);
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& h, const SeenUpdate<State<double>>& u) {
        std::vector<RuleLine> list;
        if (u.t == 1)
            list = {{"m ← g", "the first update"}, {"v ← 0"}, {"n ← g²"}};
        else
            list = {{"Δ = g − g′", "change of the gradient"},
                    {"m ← (1−β₁) m + β₁ g"},
                    u.t == 2 ? RuleLine{"v ← Δ", "the second update"} : RuleLine{"v ← (1−β₂) v + β₂ Δ"},
                    {"n ← (1−β₃) n + β₃ (g + (1−β₂) Δ)²"}};
        list.insert(list.end(), {{"g′ ← g"}, {"x ← x − η (m + (1−β₂) v) / " + divisor_text(h.eps, "√n + ε")}});
        return list;
    }

    static OptimizerInfo info() {
        return {.id = "adan",
                .name = "Adan",
                .formula =
                    "m ← (1−β₁) m + β₁ g; v ← (1−β₂) v + β₂ Δg; n ← (1−β₃) n + β₃ (g + (1−β₂) Δg)²; "
                    "x ← x − η (m + (1−β₂) v) / (√n + ε)",
                .notice = "It also averages how the gradient changes, and so brakes before the slope has turned.",
                .source = "X. Xie et al., arXiv:2208.06677 (2022)",
                .params = {learning_rate(0.001, 1e-4, 1),
                           new_share("beta1", "share β₁", 0.02,
                                     "How much the newest gradient counts in its average m. Small values act like momentum."),
                           new_share("beta2", "share β₂", 0.08,
                                     "How much the newest change of the gradient counts in its average v."),
                           new_share("beta3", "share β₃", 0.01,
                                     "How much the newest square counts in its average n: it remembers about 1/β₃ steps."),
                           stabilizer()},
                .state = {"m", "v", "n", "last g"},
                .signs = {"m", "v", "n", "g′"}};
    }

private:
    static Parameter new_share(std::string_view id, std::string_view name, double standard, std::string_view help) {
        return {.id = id,
                .name = name,
                .standard = standard,
                .min = 1e-3,
                .max = 0.99,
                .scale = Scale::log,
                .limit = Limit::unit_interval_open_right,
                .help = help,
                .sign = sign_in(name)};
    }
};

}  // namespace ravine
