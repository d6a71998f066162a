// The saddle: f = x² − y². The gradient vanishes at the origin, which is no minimum, and f has no lower bound.
//
// Started on the ridge y = 0 a run converges to the saddle; a little beside it, it lingers there and then falls off.
#pragma once

#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct Saddle {
    explicit Saddle(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return square(x) - square(y);
    }

    std::vector<Minimum> minima() const { return {}; }

    static ObjectiveInfo info() {
        return {
            .id = "saddle",
            .name = "Saddle",
            .formula = "x² − y²",
            .notice = "Started almost on the ridge, who leaves the saddle first? Rates per coordinate make a tiny slope count.",
            .source = "The simplest saddle point",
            .domain = {-1.5, 1.5, -1.5, 1.5},
            .start = {-1.2, 0.001},
            .params = {},
            .traits = ObjectiveInfo::with_saddle};
    }
};

}  // namespace ravine
