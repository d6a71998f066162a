// The three-hump camel: f = 2x² − 1.05x⁴ + x⁶/6 + xy + y².
//
// Formula as in Surjanovic & Bingham. One global minimum at the origin and a local one on each side, where a run can get stuck.
#pragma once

#include <cmath>
#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct ThreeHumpCamel {
    explicit ThreeHumpCamel(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        const T x2 = square(x);
        const T x4 = square(x2);
        return 2.0 * x2 - 1.05 * x4 + x4 * x2 / 6.0 + x * y + square(y);
    }

    /// Stationary points have y = −x/2 and x (x⁴ − 4.2 x² + 3.5) = 0; the larger root of x² is the side valley.
    std::vector<Minimum> minima() const {
        const double x = std::sqrt((4.2 + std::sqrt(3.64)) / 2);
        const double f = value(x, -x / 2);
        return {{0, 0, 0}, {-x, x / 2, f}, {x, -x / 2, f}};
    }

    static ObjectiveInfo info() {
        return {.id = "three-hump-camel",
                .name = "Three-hump camel",
                .formula = "2x² − 1.05x⁴ + x⁶/6 + xy + y²",
                .notice = "The side valleys are traps: it takes momentum, or noise, to get over the hump into the middle.",
                .source = "Surjanovic & Bingham, Virtual Library of Simulation Experiments",
                .domain = {-2.4, 2.4, -2.4, 2.4},
                .start = {-2, 2},
                .params = {},
                .traits = ObjectiveInfo::with_saddle | ObjectiveInfo::many_minima};
    }
};

}  // namespace ravine
