// Styblinski and Tang's function: f = ½ (x⁴ − 16x² + 5x + y⁴ − 16y² + 5y).
//
// M. A. Styblinski, T.-S. Tang, "Experiments in nonconvex optimization", Neural Networks 3 (1990). A sum of one double well
// per coordinate: four minima, of which only the one with both coordinates negative is global.
#pragma once

#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct StyblinskiTang {
    explicit StyblinskiTang(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return 0.5 * (well(x) + well(y));
    }

    /// Coordinates are roots of 4x³ − 32x + 5, by Newton's method with 40 digits.
    std::vector<Minimum> minima() const {
        const double deep = -2.903534027771177095, shallow = 2.746802770990836992;
        const double two_deep = -78.332331407542830928, mixed = -64.195612359055358071, two_shallow = -50.058893310567885214;
        return {{deep, deep, two_deep}, {deep, shallow, mixed}, {shallow, deep, mixed}, {shallow, shallow, two_shallow}};
    }

    static ObjectiveInfo info() {
        return {.id = "styblinski-tang",
                .name = "Styblinski-Tang function",
                .formula = "½ (x⁴ − 16x² + 5x + y⁴ − 16y² + 5y)",
                .notice =
                    "Each coordinate falls into one of two wells by itself; from just beyond the hilltop both choose the "
                    "wrong one.",
                .source = "M. A. Styblinski, T.-S. Tang, Neural Networks 3 (1990)",
                .domain = {-5, 5, -5, 5},
                .start = {0.6, 0.3},
                .params = {},
                .traits = ObjectiveInfo::with_saddle | ObjectiveInfo::many_minima};
    }

private:
    template <class T>
    static T well(const T& a) {
        const T a2 = square(a);
        return square(a2) - 16.0 * a2 + 5.0 * a;
    }
};

}  // namespace ravine
