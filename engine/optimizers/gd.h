// Gradient descent: x ← x − η g.
//
// A. Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées" (1847).
// Default η 0.01.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct GradientDescent {
    template <class T>
    struct Hyper {
        T lr;
        static constexpr auto slots() { return std::tuple{&Hyper::lr}; }
    };

    template <class T>
    struct State {
        static constexpr auto slots() { return std::tuple{}; }
    };

    template <class T>
    static void update(const Hyper<T>& h, double /*t*/, Coordinate<T>& c, State<T>& /*s*/) {
        c.rate = h.lr;
        c.x = c.x - h.lr * c.g;
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& /*h*/, const SeenUpdate<State<double>>& /*u*/) {
        return {{"x ← x − η g"}};
    }

    static OptimizerInfo info() {
        return {.id = "gd",
                .name = "Gradient descent",
                .formula = "x ← x − η g",
                .notice = "One rate for all directions: too small for the flat one, or too large for the steep one.",
                .source = "A. Cauchy (1847)",
                .params = {learning_rate(0.01, 1e-4, 1)},
                .state = {}};
    }
};

}  // namespace ravine
