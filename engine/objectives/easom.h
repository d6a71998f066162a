// Easom's function: f = −cos x · cos y · exp(−(x − π)² − (y − π)²).
//
// E. E. Easom, "A survey of global optimization techniques", University of Louisville (1990); formula as in Surjanovic &
// Bingham. A single narrow hole at (π, π) in a plain that is flat to the last digit; of its full domain, [−100, 100]², the
// view shows what is not flat. Four dents in the rim, less than 1e-4 deep, are minima too.
#pragma once

#include <array>
#include <numbers>
#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct Easom {
    explicit Easom(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return join(of_x(x), of_y(y));
    }
    template <class T>
    static std::array<T, 2> of_x(const T& v) {
        return {square(v - std::numbers::pi), cos(v)};
    }
    template <class T>
    static std::array<T, 2> of_y(const T& v) {
        return of_x(v);
    }
    template <class T>
    static T join(const std::array<T, 2>& x, const std::array<T, 2>& y) {
        return -(x[1] * y[1] * exp(-(x[0] + y[0])));
    }

    /// The dents in the rim by Newton's method with 40 digits.
    std::vector<Minimum> minima() const {
        const double pi = std::numbers::pi;
        const double low = 1.304995450437667516, high = 4.978189856741918961, f = -8.110223891570065929e-5;
        return {{pi, pi, -1}, {low, low, f}, {low, high, f}, {high, low, f}, {high, high, f}};
    }

    static ObjectiveInfo info() {
        return {.id = "easom",
                .name = "Easom's function",
                .formula = "−cos x · cos y · exp(−(x − π)² − (y − π)²)",
                .notice =
                    "Away from the hole the gradient is as good as zero: steps in proportion to it stand still, and only "
                    "normalised steps walk on.",
                .source = "E. E. Easom (1990); Surjanovic & Bingham, Virtual Library of Simulation Experiments",
                .domain = {-1, 7, -1, 7},
                .start = {1.65, 4.25},
                .params = {},
                .traits = ObjectiveInfo::with_saddle | ObjectiveInfo::many_minima};
    }
};

}  // namespace ravine
