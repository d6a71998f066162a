// Matyas' function: f = 0.26 (x² + y²) − 0.48 xy.
//
// J. Matyas, "Random optimization", Automation and Remote Control 26 (1965); formula as in Surjanovic & Bingham. A convex
// valley along the diagonal x = y with condition number 25: the axes of x and y are of no help.
#pragma once

#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct Matyas {
    explicit Matyas(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return 0.26 * (square(x) + square(y)) - 0.48 * (x * y);
    }

    std::vector<Minimum> minima() const { return {{0, 0, 0}}; }

    static ObjectiveInfo info() {
        return {.id = "matyas",
                .name = "Matyas' function",
                .formula = "0.26 (x² + y²) − 0.48 xy",
                .notice =
                    "The valley lies along the diagonal, where a rate per coordinate cannot tell the steep direction from "
                    "the flat one.",
                .source = "J. Matyas (1965); Surjanovic & Bingham, Virtual Library of Simulation Experiments",
                .domain = {-10, 10, -10, 10},
                .start = {9, -1},
                .params = {},
                .traits = ObjectiveInfo::convex | ObjectiveInfo::ravine_shaped};
    }
};

}  // namespace ravine
