// The pyramid: f = |x| + κ |y|.
//
// The simplest function with kinks: the slope is the same everywhere but for its sign, so it says nothing about how far away
// the minimum is. At a kink the derivative is 0, the middle of the subdifferential.
#pragma once

#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct Absolute {
    double kappa;

    explicit Absolute(std::span<const double> params) : kappa(params[0]) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return abs(x) + kappa * abs(y);
    }

    /// With κ = 0 a whole line is minimal and the origin stands for it; below 0 there is no minimum.
    std::vector<Minimum> minima() const {
        if (kappa < 0) return {};
        return {{0, 0, 0}};
    }

    static ObjectiveInfo info() {
        return {.id = "absolute",
                .name = "Pyramid",
                .formula = "|x| + κ |y|",
                .notice =
                    "The slope never fades towards the minimum: with a constant learning rate the path ends in a zigzag "
                    "as wide as its steps.",
                .source = "The l1 norm with condition κ",
                .domain = {-2, 2, -2, 2},
                .start = {-1.7, 1.3},
                .params = {{.id = "kappa",
                            .name = "condition κ",
                            .standard = 3,
                            .min = 1,
                            .max = 100,
                            .scale = Scale::log,
                            .help = "How many times steeper f is along y than along x."}},
                .traits = ObjectiveInfo::convex | ObjectiveInfo::non_smooth};
    }
};

}  // namespace ravine
