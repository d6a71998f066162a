// Yogi: m ← β₁ m + (1−β₁) g; v ← v − (1−β₂) sign(v − g²) g²; x ← x − η m / (√v + ε).
//
// M. Zaheer, S. Reddi, D. Sachan, S. Kale, S. Kumar, "Adaptive methods for nonconvex optimization", NeurIPS (2018), algorithm 2;
// no bias correction. v follows g² by additions, so it falls slowly where gradients become small and the rate does not jump.
// Defaults: η 0.01, β₁ 0.9, β₂ 0.999, ε 1e-3.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/averages.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct Yogi {
    template <class T>
    struct Hyper {
        T lr, beta1, beta2, eps;
        static constexpr auto slots() { return std::tuple{&Hyper::lr, &Hyper::beta1, &Hyper::beta2, &Hyper::eps}; }
    };

    template <class T>
    struct State {
        T m, v;
        static constexpr auto slots() { return std::tuple{&State::m, &State::v}; }
    };

    template <class T>
    static void update(const Hyper<T>& h, double t, Coordinate<T>& c, State<T>& s) {
        move(h, root(h, t, c, s), c, s);
    }

    template <class T>
    static T root(const Hyper<T>& h, double /*t*/, const Coordinate<T>& c, State<T>& s) {
        const T square = c.g * c.g;
        s.m = average(h.beta1, s.m, c.g);
        s.v = s.v - (1.0 - h.beta2) * (sign_of(s.v - square) * square);
        return sqrt(s.v) + h.eps;
    }

    template <class T>
    static void move(const Hyper<T>& h, const T& root, Coordinate<T>& c, const State<T>& s) {
        c.rate = h.lr * inverse(divisor(root));
        c.x = c.x - c.rate * s.m;
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& h, const SeenUpdate<State<double>>& /*u*/) {
        return {{"m ← β₁ m + (1−β₁) g"}, {"v ← v − (1−β₂) sign(v − g²) g²"}, {"x ← x − η m / " + divisor_text(h.eps, "√v + ε")}};
    }

    static OptimizerInfo info() {
        Parameter eps = stabilizer();
        eps.standard = 1e-3;
        return {.id = "yogi",
                .name = "Yogi",
                .formula = "m ← β₁ m + (1−β₁) g; v ← v − (1−β₂) sign(v − g²) g²; x ← x − η m / (√v + ε)",
                .notice = "The accumulator falls only slowly when gradients shrink, so the rate does not shoot up as Adam's can.",
                .source = "M. Zaheer et al., NeurIPS (2018)",
                .params = {learning_rate(0.01, 1e-4, 1),
                           decay_factor("beta1", "decay β₁", 0.9,
                                        "How slowly the average of gradients forgets. Large values act like momentum."),
                           decay_factor("beta2", "decay β₂", 0.999, "How slowly v follows the squared gradients."), eps},
                .state = {"m", "v"}};
    }
};

}  // namespace ravine
