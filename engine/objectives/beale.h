// Beale's function: f = (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)².
//
// E. M. L. Beale, "On an iterative method for finding a local minimum of a function of more than one variable" (1958);
// formula as in Surjanovic & Bingham. Flat in the middle, with sharp peaks at the corners of its domain.
#pragma once

#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct Beale {
    explicit Beale(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        const T y2 = square(y);
        return square(1.5 - x + x * y) + square(2.25 - x + x * y2) + square(2.625 - x + x * y2 * y);
    }

    std::vector<Minimum> minima() const { return {{3, 0.5, 0}}; }

    static ObjectiveInfo info() {
        return {.id = "beale",
                .name = "Beale's function",
                .formula = "(1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²",
                .notice =
                    "Gradients differ a thousandfold between the flat middle and the corners: one learning rate "
                    "cannot suit both.",
                .source = "E. M. L. Beale (1958); Surjanovic & Bingham, Virtual Library of Simulation Experiments",
                .domain = {-4.5, 4.5, -4.5, 4.5},
                .start = {0.5, -1.5},
                .params = {},
                .traits = ObjectiveInfo::ravine_shaped | ObjectiveInfo::with_saddle};
    }
};

}  // namespace ravine
