// AdaGrad: s ← s + g²; x ← x − η/(1 + (t−1) γ) · g / (√s + ε).
//
// J. Duchi, E. Hazan, Y. Singer, "Adaptive subgradient methods for online learning and stochastic optimization", JMLR 12 (2011).
// s never shrinks, so the rate only falls. γ is lr_decay; s starts at initial_accumulator. ε inside: g / √(s + ε).
// Defaults: η 0.1, ε 1e-8, γ 0, s₀ 0.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct AdaGrad {
    template <class T>
    struct Hyper {
        T lr, eps;
        bool eps_inside;
        T initial_accumulator, lr_decay;
        static constexpr auto slots() {
            return std::tuple{&Hyper::lr, &Hyper::eps, &Hyper::eps_inside, &Hyper::initial_accumulator, &Hyper::lr_decay};
        }
    };

    template <class T>
    struct State {
        T s;
        static constexpr auto slots() { return std::tuple{&State::s}; }
    };

    static State<double> start(const Hyper<double>& h) { return {h.initial_accumulator}; }

    template <class T>
    static void update(const Hyper<T>& h, double t, Coordinate<T>& c, State<T>& s) {
        move(h, root(h, t, c, s), c, s);
    }

    template <class T>
    static T root(const Hyper<T>& h, double t, const Coordinate<T>& c, State<T>& s) {
        s.s = s.s + c.g * c.g;
        const T root = h.eps_inside ? sqrt(s.s + h.eps) : sqrt(s.s) + h.eps;
        return divisor(root) * (1.0 + (t - 1) * h.lr_decay);
    }

    template <class T>
    static void move(const Hyper<T>& h, const T& root, Coordinate<T>& c, const State<T>& /*s*/) {
        c.rate = h.lr * inverse(root);
        c.x = c.x - c.rate * c.g;
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& h, const SeenUpdate<State<double>>& /*u*/) {
        const std::string divisor = h.eps_inside ? root_text(h.eps, "s + ε") : divisor_text(h.eps, "√s + ε");
        if (h.lr_decay == 0) return {{"s ← s + g²"}, {"x ← x − η g / " + divisor}};
        return {{"s ← s + g²"}, {"η′ = η / (1 + (t−1) γ)", "the rate decays"}, {"x ← x − η′ g / " + divisor}};
    }

    static OptimizerInfo info() {
        return {.id = "adagrad",
                .name = "AdaGrad",
                .formula = "s ← s + g²; x ← x − η g / (√s + ε)",
                .notice = "The accumulator s only grows, so the rate only falls: quick at first, then it stalls.",
                .source = "J. Duchi, E. Hazan, Y. Singer, JMLR 12 (2011)",
                .params = {learning_rate(0.1, 1e-3, 2),
                           stabilizer(),
                           stabilizer_inside(),
                           {.id = "initial_accumulator",
                            .name = "start of s",
                            .standard = 0,
                            .min = 1e-4,
                            .max = 100,
                            .scale = Scale::log,
                            .limit = Limit::not_negative,
                            .help = "What the accumulator holds before the first step. Larger values tame the first steps.",
                            .zero_below = zero_stop},
                           {.id = "lr_decay",
                            .name = "rate decay γ",
                            .standard = 0,
                            .min = 1e-4,
                            .max = 1,
                            .scale = Scale::log,
                            .limit = Limit::not_negative,
                            .help = "Divides the learning rate by 1 + (t−1) γ as well, so that it falls even faster.",
                            .zero_below = zero_stop,
                            .sign = "γ"}},
                .state = {"s"}};
    }
};

}  // namespace ravine
