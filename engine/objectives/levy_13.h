// Lévy's function N. 13: f = sin²(3πx) + (x − 1)² (1 + sin²(3πy)) + (y − 1)² (1 + sin²(2πy)).
//
// Formula as in Surjanovic & Bingham. A bowl around (1, 1) under ripples that grow steeper away from it. Of the local minima
// only the global one counts as known.
#pragma once

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
        const double pi = std::numbers::pi;
        const T across_x = 1.0 + square(sin(3 * pi * y)), across_y = 1.0 + square(sin(2 * pi * y));
        return square(sin(3 * pi * x)) + square(x - 1.0) * across_x + square(y - 1.0) * across_y;
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
