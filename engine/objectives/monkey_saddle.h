// The monkey saddle: f = x³ − 3xy².
//
// Three valleys and three ridges meet at the origin (two for the legs, one for the tail). Gradient and Hessian both vanish
// there, so second derivatives cannot tell what kind of point it is. f has no lower bound.
#pragma once

#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct MonkeySaddle {
    explicit MonkeySaddle(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return x * square(x) - 3.0 * (x * square(y));
    }

    std::vector<Minimum> minima() const { return {}; }

    static ObjectiveInfo info() {
        return {.id = "monkey-saddle",
                .name = "Monkey saddle",
                .formula = "x³ − 3xy²",
                .notice =
                    "The way to the saddle gets flatter and flatter: plain gradient steps shrink to nothing long before "
                    "they can fall off.",
                .source = "The simplest degenerate saddle point",
                .domain = {-1.5, 1.5, -1.5, 1.5},
                .start = {1.2, 0.02},
                .params = {},
                .traits = ObjectiveInfo::with_saddle};
    }
};

}  // namespace ravine
