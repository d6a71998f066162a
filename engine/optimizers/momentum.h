// Gradient descent with momentum (the heavy ball): v ← μ v + (1−d) g; x ← x − η v. The first update takes v ← g.
//
// B. T. Polyak, "Some methods of speeding up the convergence of iteration methods" (1964); in the form of PyTorch's SGD.
// d is the dampening; with d = μ, v is an average of the gradients. Defaults: η 0.01, μ 0.9, d 0.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct Momentum {
    template <class T>
    struct Hyper {
        T lr, momentum, dampening;
        static constexpr auto slots() { return std::tuple{&Hyper::lr, &Hyper::momentum, &Hyper::dampening}; }
    };

    template <class T>
    struct State {
        T v;
        static constexpr auto slots() { return std::tuple{&State::v}; }
    };

    template <class T>
    static void update(const Hyper<T>& h, double t, Coordinate<T>& c, State<T>& s) {
        s.v = t == 1 ? c.g : h.momentum * s.v + (1.0 - h.dampening) * c.g;
        c.rate = h.lr;
        c.x = c.x - h.lr * s.v;
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& h, const SeenUpdate<State<double>>& u) {
        const RuleLine speed = u.t == 1             ? RuleLine{"v ← g", "the first update"}
                               : h.dampening == 0.0 ? RuleLine{"v ← μ v + g"}
                                                    : RuleLine{"v ← μ v + (1−d) g"};
        return {speed, {"x ← x − η v"}};
    }

    static OptimizerInfo info() {
        return {.id = "momentum",
                .name = "Momentum",
                .formula = "v ← μ v + (1−d) g; x ← x − η v",
                .notice = "Speed builds up along the valley and cancels across it, at the price of overshooting.",
                .source = "B. T. Polyak (1964), as in PyTorch's SGD",
                .params = {learning_rate(0.01, 1e-4, 1),
                           momentum_factor(0.9),
                           {.id = "dampening",
                            .name = "dampening d",
                            .standard = 0,
                            .min = 0,
                            .max = 1,
                            .help = "Weakens each new gradient by the factor 1 − d. Set equal to μ it turns v into an average.",
                            .sign = "d"}},
                .state = {"v"}};
    }
};

}  // namespace ravine
