// McCormick's function: f = sin(x + y) + (x − y)² − 1.5x + 2.5y + 1.
//
// G. P. McCormick, "Computability of global solutions to factorable nonconvex programs", Mathematical Programming 10 (1976);
// formula as in Surjanovic & Bingham. A wavy gutter along x = y that has no lower bound in the plane: each dent down the
// gutter is π deeper than the last. The minima are those within the domain.
#pragma once

#include <numbers>
#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct McCormick {
    explicit McCormick(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return sin(x + y) + square(x - y) - 1.5 * x + 2.5 * y + 1.0;
    }

    /// Where x − y = 1 and cos(x + y) = −½.
    std::vector<Minimum> minima() const {
        const double third = std::numbers::pi / 3, wave = std::numbers::pi, half_root_3 = std::numbers::sqrt3 / 2;
        return {{0.5 - third, -0.5 - third, -half_root_3 - third},
                {0.5 - third + wave, -0.5 - third + wave, wave - half_root_3 - third}};
    }

    static ObjectiveInfo info() {
        return {.id = "mccormick",
                .name = "McCormick's function",
                .formula = "sin(x + y) + (x − y)² − 1.5x + 2.5y + 1",
                .notice =
                    "A run that overshoots the deepest dent leaves the window: farther down the gutter there are deeper "
                    "ones without end.",
                .source = "G. P. McCormick, Mathematical Programming 10 (1976)",
                .domain = {-1.5, 4, -3, 4},
                .start = {3.2, -2},
                .params = {},
                .traits = ObjectiveInfo::with_saddle | ObjectiveInfo::many_minima};
    }
};

}  // namespace ravine
