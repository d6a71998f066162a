// Ackley's function: f = 20 − 20 exp(−0.2 √(½(x² + y²))) + e − exp(½(cos 2πx + cos 2πy)).
//
// D. H. Ackley, "A Connectionist Machine for Genetic Hillclimbing" (1987). Dents on a funnel whose tip is a cone: at the
// global minimum f has a kink, and the slope does not fade on the way to it.
#pragma once

#include <array>
#include <numbers>
#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"
#include "engine/objectives/root.h"

namespace ravine {

struct Ackley {
    explicit Ackley(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return join(of_x(x), of_y(y));
    }
    template <class T>
    static std::array<T, 2> of_x(const T& v) {
        return {square(v), cos(2 * std::numbers::pi * v)};
    }
    template <class T>
    static std::array<T, 2> of_y(const T& v) {
        return of_x(v);
    }
    template <class T>
    static T join(const std::array<T, 2>& x, const std::array<T, 2>& y) {
        const T distance = root(0.5 * (x[0] + y[0]));
        const T dents = 0.5 * (x[1] + y[1]);
        return 20.0 * (1.0 - exp(-0.2 * distance)) + std::numbers::e * (1.0 - exp(dents - 1.0));
    }

    /// Of the local minima only the global one counts as known.
    std::vector<Minimum> minima() const { return {{0, 0, 0}}; }

    static ObjectiveInfo info() {
        return {.id = "ackley",
                .name = "Ackley's function",
                .formula = "20 − 20 exp(−0.2 √(½(x² + y²))) + e − exp(½(cos 2πx + cos 2πy))",
                .notice =
                    "The funnel ends in a sharp tip: with a constant learning rate a path that finds it jumps to and fro "
                    "across it.",
                .source = "D. H. Ackley, A Connectionist Machine for Genetic Hillclimbing (1987)",
                .domain = {-5, 5, -5, 5},
                .start = {2.7, 3.4},
                .params = {},
                .traits = ObjectiveInfo::with_saddle | ObjectiveInfo::many_minima | ObjectiveInfo::non_smooth};
    }
};

}  // namespace ravine
