// Goldstein and Price's function: the product of two polynomials of fourth degree, each 1 or 30 plus a square times a
// quadratic.
//
// A. A. Goldstein, J. F. Price, "On descent from local minima", Mathematics of Computation 25 (1971); formula as in Surjanovic
// & Bingham. Its values spread over six orders of magnitude within the domain; all four minima have rational coordinates.
#pragma once

#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct GoldsteinPrice {
    explicit GoldsteinPrice(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        const T xx = square(x), xy = x * y, yy = square(y);
        const T first = 1.0 + square(x + y + 1.0) * (19.0 - 14.0 * x + 3.0 * xx - 14.0 * y + 6.0 * xy + 3.0 * yy);
        const T second = 30.0 + square(2.0 * x - 3.0 * y) * (18.0 - 32.0 * x + 12.0 * xx + 48.0 * y - 36.0 * xy + 27.0 * yy);
        return first * second;
    }

    std::vector<Minimum> minima() const { return {{0, -1, 3}, {-0.6, -0.4, 30}, {1.8, 0.2, 84}, {1.2, 0.8, 840}}; }

    static ObjectiveInfo info() {
        return {.id = "goldstein-price",
                .name = "Goldstein-Price function",
                .formula =
                    "(1 + (x + y + 1)² (19 − 14x + 3x² − 14y + 6xy + 3y²)) (30 + (2x − 3y)² (18 − 32x + 12x² + 48y − 36xy "
                    "+ 27y²))",
                .notice =
                    "Slopes range from nearly nothing to hundreds of thousands: a plain gradient step that suits the "
                    "middle explodes at the edge.",
                .source = "A. A. Goldstein, J. F. Price, Mathematics of Computation 25 (1971)",
                .domain = {-2, 2, -2, 2},
                .start = {-1.3, 0.6},
                .params = {},
                .traits = ObjectiveInfo::with_saddle | ObjectiveInfo::many_minima};
    }
};

}  // namespace ravine
