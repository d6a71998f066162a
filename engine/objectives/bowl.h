// The bowl: f = x² + y², equally steep in every direction.
//
// Gradient descent runs straight to the middle; what an optimizer adds can be seen without any disturbance.
#pragma once

#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct Bowl {
    explicit Bowl(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return square(x) + square(y);
    }

    std::vector<Minimum> minima() const { return {{0, 0, 0}}; }

    static ObjectiveInfo info() {
        return {.id = "bowl",
                .name = "Round bowl",
                .formula = "x² + y²",
                .notice = "Every direction is equally steep, so gradient descent heads straight for the minimum.",
                .source = "The sphere function in two dimensions",
                .domain = {-1, 1, -1, 1},
                .start = {-0.8, 0.55},
                .params = {},
                .traits = ObjectiveInfo::convex};
    }
};

}  // namespace ravine
