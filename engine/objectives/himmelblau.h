// Himmelblau's function: f = (x² + y − 11)² + (x + y² − 7)².
//
// D. M. Himmelblau, "Applied Nonlinear Programming" (1972). Four minima of equal depth around a hill: which one is reached
// depends on the start and on the optimizer.
#pragma once

#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct Himmelblau {
    explicit Himmelblau(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return square(square(x) + y - 11.0) + square(x + square(y) - 7.0);
    }

    std::vector<Minimum> minima() const {
        return {{3, 2, 0},
                {-2.8051180869527448, 3.1313125182505730, 0},
                {-3.7793102533777469, -3.2831859912861694, 0},
                {3.5844283403304917, -1.8481265269644034, 0}};
    }

    static ObjectiveInfo info() {
        return {.id = "himmelblau",
                .name = "Himmelblau's function",
                .formula = "(x² + y − 11)² + (x + y² − 7)²",
                .notice = "Four equally good minima: a small change of the start or of the optimizer decides which is reached.",
                .source = "D. M. Himmelblau, Applied Nonlinear Programming (1972)",
                .domain = {-5, 5, -5, 5},
                .start = {-0.5, -0.5},
                .params = {},
                .traits = ObjectiveInfo::with_saddle | ObjectiveInfo::many_minima};
    }
};

}  // namespace ravine
