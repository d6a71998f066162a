// Lévy's function N. 13: f = sin²(3πx) + (x − 1)² (1 + sin²(3πy)) + (y − 1)² (1 + sin²(2πy)).
//
// Formula as in Surjanovic & Bingham. A bowl around (1, 1) under ripples that grow steeper away from it. Of the local minima
// only the global one counts as known.
#pragma once

#include <array>
#include <numbers>
#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct Levy13 {
    explicit Levy13(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return join(of_x(x), of_y(y));
    }
    template <class T>
    static std::array<T, 2> of_x(const T& x) {
        return {square(sin(3 * std::numbers::pi * x)), square(x - 1.0)};
    }
    template <class T>
    static std::array<T, 2> of_y(const T& y) {
        const double pi = std::numbers::pi;
        return {1.0 + square(sin(3 * pi * y)), square(y - 1.0) * (1.0 + square(sin(2 * pi * y)))};
    }
    template <class T>
    static T join(const std::array<T, 2>& x, const std::array<T, 2>& y) {
        return x[0] + x[1] * y[0] + y[1];
    }

    std::vector<Minimum> minima() const { return {{1, 1, 0}}; }

    static ObjectiveInfo info() {
        return {.id = "levy-13",
                .name = "Lévy's function N. 13",
                .formula = "sin²(3πx) + (x − 1)² (1 + sin²(3πy)) + (y − 1)² (1 + sin²(2πy))",
                .notice =
                    "From afar a bowl, close up ripples: small steps get caught in the first ripple, large ones never "
                    "settle.",
                .source = "Surjanovic & Bingham, Virtual Library of Simulation Experiments",
                .domain = {-10, 10, -10, 10},
                .start = {-6.2, 7.4},
                .params = {},
                .traits = ObjectiveInfo::with_saddle | ObjectiveInfo::many_minima};
    }
};

}  // namespace ravine
