// Adadelta: s ← ρ s + (1−ρ) g²; Δ = √(d + ε) / √(s + ε) · g; d ← ρ d + (1−ρ) Δ²; x ← x − η Δ.
//
// M. D. Zeiler, "ADADELTA: an adaptive learning rate method", arXiv:1212.5701 (2012); in the form of PyTorch, which adds η.
// Steps are measured in the size of earlier steps, so the unit of x does not matter. Defaults: η 1, ρ 0.9, ε 1e-6.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/averages.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct AdaDelta {
    template <class T>
    struct Hyper {
        T lr, rho, eps;
        static constexpr auto slots() { return std::tuple{&Hyper::lr, &Hyper::rho, &Hyper::eps}; }
    };

    template <class T>
    struct State {
        T s, d;
        static constexpr auto slots() { return std::tuple{&State::s, &State::d}; }
    };

    template <class T>
    static void update(const Hyper<T>& h, double /*t*/, Coordinate<T>& c, State<T>& s) {
        s.s = average(h.rho, s.s, c.g * c.g);
        const T ratio = sqrt(s.d + h.eps) / divisor(sqrt(s.s + h.eps));
        const T delta = ratio * c.g;
        s.d = average(h.rho, s.d, delta * delta);
        c.rate = h.lr * ratio;
        c.x = c.x - h.lr * delta;
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& h, const SeenUpdate<State<double>>& /*u*/) {
        return {{"s ← ρ s + (1−ρ) g²"},
                {"Δ = √(d + ε) / " + root_text(h.eps, "s + ε") + " · g"},
                {"d ← ρ d + (1−ρ) Δ²"},
                {"x ← x − η Δ"}};
    }

    static OptimizerInfo info() {
        Parameter eps = stabilizer();
        eps.standard = 1e-6;
        eps.help = "Starts the motion: the first steps are about √ε long. With 0 the run never leaves its start.";
        return {.id = "adadelta",
                .name = "Adadelta",
                .formula = "s ← ρ s + (1−ρ) g²; Δ = √(d + ε) / √(s + ε) · g; d ← ρ d + (1−ρ) Δ²; x ← x − η Δ",
                .notice = "No learning rate to choose: steps grow from the size of earlier steps, so it sets off very slowly.",
                .source = "M. D. Zeiler, arXiv:1212.5701 (2012), as in PyTorch",
                .params = {learning_rate(1, 1e-2, 100),
                           decay_factor("rho", "decay ρ", 0.9,
                                        "How slowly the averages of squared gradients and of squared steps forget."),
                           eps},
                .state = {"s", "d"}};
    }
};

}  // namespace ravine
