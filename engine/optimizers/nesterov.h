// Nesterov's accelerated gradient: v ← μ v + g; x ← x − η (g + μ v).
//
// Y. Nesterov, "A method of solving a convex programming problem with convergence rate O(1/k²)" (1983); in the form of
// PyTorch's SGD, after I. Sutskever et al. (2013). Defaults: η 0.01, μ 0.9.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct Nesterov {
    template <class T>
    struct Hyper {
        T lr, momentum;
        static constexpr auto slots() { return std::tuple{&Hyper::lr, &Hyper::momentum}; }
    };

    template <class T>
    struct State {
        T v;
        static constexpr auto slots() { return std::tuple{&State::v}; }
    };

    template <class T>
    static void update(const Hyper<T>& h, double /*t*/, Coordinate<T>& c, State<T>& s) {
        s.v = h.momentum * s.v + c.g;
        c.rate = h.lr;
        c.x = c.x - h.lr * (c.g + h.momentum * s.v);
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& /*h*/, const SeenUpdate<State<double>>& /*u*/) {
        return {{"v ← μ v + g"}, {"x ← x − η (g + μ v)"}};
    }

    static OptimizerInfo info() {
        return {.id = "nesterov",
                .name = "Nesterov momentum",
                .formula = "v ← μ v + g; x ← x − η (g + μ v)",
                .notice = "Momentum that looks one step ahead: it brakes earlier and swings less.",
                .source = "Y. Nesterov (1983), as in PyTorch's SGD",
                .params = {learning_rate(0.01, 1e-4, 1), momentum_factor(0.9)},
                .state = {"v"}};
    }
};

}  // namespace ravine
