// The six-hump camel: f = (4 − 2.1x² + x⁴/3) x² + xy + (4y² − 4) y².
//
// L. C. W. Dixon, G. P. Szegő, "Towards Global Optimisation 2" (1978); formula as in Surjanovic & Bingham. f(−x, −y) = f(x,
// y), so its six minima come in pairs, two of them global.
#pragma once

#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct SixHumpCamel {
    explicit SixHumpCamel(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        const T x2 = square(x), y2 = square(y);
        return (4.0 - 2.1 * x2 + square(x2) / 3.0) * x2 + x * y + (4.0 * y2 - 4.0) * y2;
    }

    /// Roots of the gradient by Newton's method with 40 digits.
    std::vector<Minimum> minima() const {
        std::vector<Minimum> pairs;
        for (const Minimum& m : {Minimum{0.089842013100318062, -0.712656403020739634, -1.031628453489877350},
                                 Minimum{1.703606714969980849, -0.796083568672625119, -0.215463824383717638},
                                 Minimum{1.607104752920197230, 0.568651454884131371, 2.104250310311258275}}) {
            pairs.push_back(m);
            pairs.push_back({-m.x, -m.y, m.f});
        }
        return pairs;
    }

    static ObjectiveInfo info() {
        return {.id = "six-hump-camel",
                .name = "Six-hump camel",
                .formula = "(4 − 2.1x² + x⁴/3) x² + xy + (4y² − 4) y²",
                .notice =
                    "Two of six valleys are the deepest; which valley a path ends in depends on how far its first steps "
                    "carry.",
                .source = "L. C. W. Dixon, G. P. Szegő, Towards Global Optimisation 2 (1978)",
                .domain = {-2, 2, -1.2, 1.2},
                .start = {1.8, 1.05},
                .params = {},
                .traits = ObjectiveInfo::with_saddle | ObjectiveInfo::many_minima};
    }
};

}  // namespace ravine
