// Schaffer's function N. 2: f = ½ + (sin²(x² − y²) − ½) / (1 + 0.001 (x² + y²))².
//
// J. D. Schaffer, "Some Experiments in Machine Learning Using Vector Evaluated Genetic Algorithms" (1984); formula as in
// Surjanovic & Bingham. Hyperbolic ripples, finer and finer outwards; of its full domain, [−100, 100]², the view shows the
// middle. The origin is the only minimum on the diagonals, where four gutters meet that hardly descend.
#pragma once

#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct Schaffer2 {
    explicit Schaffer2(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        const T ripples = square(sin(square(x) - square(y)));
        return 0.5 + (ripples - 0.5) / square(1.0 + 0.001 * (square(x) + square(y)));
    }

    std::vector<Minimum> minima() const { return {{0, 0, 0}}; }

    static ObjectiveInfo info() {
        return {.id = "schaffer-2",
                .name = "Schaffer's function N. 2",
                .formula = "½ + (sin²(x² − y²) − ½) / (1 + 0.001 (x² + y²))²",
                .notice =
                    "Once in a gutter the path crawls: along its floor the surface falls a thousand times more gently "
                    "than across.",
                .source = "J. D. Schaffer (1984); Surjanovic & Bingham, Virtual Library of Simulation Experiments",
                .domain = {-4, 4, -4, 4},
                .start = {2.3, 1.2},
                .params = {},
                .traits = ObjectiveInfo::many_minima};
    }
};

}  // namespace ravine
