// Booth's function: f = (x + 2y − 7)² + (2x + y − 5)².
//
// Formula as in Surjanovic & Bingham. A tilted elliptic bowl: convex, with condition number 9 along the diagonals.
#pragma once

#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct Booth {
    explicit Booth(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return square(x + 2.0 * y - 7.0) + square(2.0 * x + y - 5.0);
    }

    std::vector<Minimum> minima() const { return {{1, 3, 0}}; }

    static ObjectiveInfo info() {
        return {.id = "booth",
                .name = "Booth's function",
                .formula = "(x + 2y − 7)² + (2x + y − 5)²",
                .notice = "The bowl is oval along the diagonal, so the gradient points beside the minimum and the path bends.",
                .source = "Surjanovic & Bingham, Virtual Library of Simulation Experiments",
                .domain = {-10, 10, -10, 10},
                .start = {-8, 2},
                .params = {},
                .traits = ObjectiveInfo::convex};
    }
};

}  // namespace ravine
