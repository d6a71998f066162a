// Branin's function: f = (y − 5.1x²/(4π²) + 5x/π − 6)² + 10 (1 − 1/(8π)) cos x + 10.
//
// F. H. Branin, "Widely convergent method for finding multiple solutions of simultaneous nonlinear equations", IBM Journal of
// Research and Development 16 (1972); constants as in Surjanovic & Bingham. Three minima of equal depth lie along a curved
// valley.
#pragma once

#include <array>
#include <numbers>
#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct Branin {
    explicit Branin(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return join(of_x(x), of_y(y));
    }
    template <class T>
    static std::array<T, 3> of_x(const T& x) {
        const double pi = std::numbers::pi;
        return {(5.1 / (4 * pi * pi)) * square(x), (5 / pi) * x, (10 * (1 - 1 / (8 * pi))) * cos(x)};
    }
    template <class T>
    static std::array<T, 1> of_y(const T& y) {
        return {y};
    }
    template <class T>
    static T join(const std::array<T, 3>& x, const std::array<T, 1>& y) {
        return square(y[0] - x[0] + x[1] - 6.0) + x[2] + 10.0;
    }

    /// The square vanishes where cos x = −1.
    std::vector<Minimum> minima() const {
        const double pi = std::numbers::pi, f = 10 / (8 * pi);
        return {{-pi, 12.275, f}, {pi, 2.275, f}, {3 * pi, 2.475, f}};
    }

    static ObjectiveInfo info() {
        return {.id = "branin",
                .name = "Branin's function",
                .formula = "(y − 5.1x²/(4π²) + 5x/π − 6)² + 10 (1 − 1/(8π)) cos x + 10",
                .notice =
                    "Three equally deep minima along one bent valley: the walls decide where the valley is met, and that "
                    "decides the winner.",
                .source = "F. H. Branin, IBM Journal of Research and Development 16 (1972)",
                .domain = {-5, 10, 0, 15},
                .start = {2.5, 12},
                .params = {},
                .traits = ObjectiveInfo::with_saddle | ObjectiveInfo::many_minima};
    }
};

}  // namespace ravine
