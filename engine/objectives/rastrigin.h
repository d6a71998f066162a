// Rastrigin's function: f = 20 + x² − 10 cos(2πx) + y² − 10 cos(2πy).
//
// L. A. Rastrigin, "Systems of Extremal Control" (1974). A bowl under a regular grid of dents: about a hundred local minima
// in the domain, close to the points with whole coordinates. Only the global one counts as known.
#pragma once

#include <array>
#include <numbers>
#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct Rastrigin {
    explicit Rastrigin(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return join(of_x(x), of_y(y));
    }
    template <class T>
    static std::array<T, 1> of_x(const T& v) {
        return {square(v) - 10.0 * cos(2 * std::numbers::pi * v)};
    }
    template <class T>
    static std::array<T, 1> of_y(const T& v) {
        return of_x(v);
    }
    template <class T>
    static T join(const std::array<T, 1>& x, const std::array<T, 1>& y) {
        return 20.0 + x[0] + y[0];
    }

    std::vector<Minimum> minima() const { return {{0, 0, 0}}; }

    static ObjectiveInfo info() {
        return {.id = "rastrigin",
                .name = "Rastrigin's function",
                .formula = "20 + x² − 10 cos(2πx) + y² − 10 cos(2πy)",
                .notice = "Dents everywhere: following the gradient leads into the nearest dent, seldom into the deepest.",
                .source = "L. A. Rastrigin, Systems of Extremal Control (1974)",
                .domain = {-5.12, 5.12, -5.12, 5.12},
                .start = {-2.6, 3.4},
                .params = {},
                .traits = ObjectiveInfo::with_saddle | ObjectiveInfo::many_minima};
    }
};

}  // namespace ravine
