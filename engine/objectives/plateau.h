// The plateau: f = ¼ r²/(1 + r²) + ½ (tanh(k (r² − 1)) + tanh k), r² = x² + y².
//
// A nearly flat shelf outside the unit circle, a cliff along it, and a round bowl within. Cliffs like this one make gradients
// explode in recurrent networks: R. Pascanu, T. Mikolov, Y. Bengio, "On the difficulty of training recurrent neural networks"
// (2013). The formula is made for this program.
#pragma once

#include <cmath>
#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct Plateau {
    double steepness, height;

    explicit Plateau(std::span<const double> params) : steepness(params[0]), height(std::tanh(params[0])) {}

    template <class T>
    T value(const T& x, const T& y) const {
        const T r2 = square(x) + square(y);
        return 0.25 * (r2 / (1.0 + r2)) + 0.5 * (tanh(steepness * (r2 - 1.0)) + height);
    }

    /// f grows with r for every k ≥ 0; below 0 the cliff leads up to the middle.
    std::vector<Minimum> minima() const {
        if (steepness < 0) return {};
        return {{0, 0, 0}};
    }

    static ObjectiveInfo info() {
        return {.id = "plateau",
                .name = "Plateau and cliff",
                .formula = "¼ r²/(1 + r²) + ½ (tanh(k (r² − 1)) + tanh k), r² = x² + y²",
                .notice =
                    "On the shelf steps in proportion to the gradient crawl; at the cliff the same learning rate throws "
                    "the path far across the bowl.",
                .source = "Made for Ravine after the cliffs of R. Pascanu, T. Mikolov, Y. Bengio (2013)",
                .domain = {-2.5, 2.5, -2.5, 2.5},
                .start = {1.5, 1.1},
                .params = {{.id = "k",
                            .name = "steepness k",
                            .standard = 8,
                            .min = 1,
                            .max = 20,
                            .scale = Scale::log,
                            .help = "How abrupt the cliff is: the slope at its middle is about k."}}};
    }
};

}  // namespace ravine
