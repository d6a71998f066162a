// Griewank's function in two dimensions: f = 1 + (x² + y²)/4000 − cos x · cos(y/√2).
//
// A. O. Griewank, "Generalized descent for global optimization", Journal of Optimization Theory and Applications 34 (1981). On
// its full domain, [−600, 600]², it looks like a bowl; the view shows the middle, where the bowl is too flat to matter and
// each dent seems as good as the next.
#pragma once

#include <array>
#include <numbers>
#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct Griewank {
    explicit Griewank(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return join(of_x(x), of_y(y));
    }
    template <class T>
    static std::array<T, 2> of_x(const T& x) {
        return {square(x), cos(x)};
    }
    template <class T>
    static std::array<T, 2> of_y(const T& y) {
        return {square(y), cos(y * (1 / std::numbers::sqrt2))};
    }
    template <class T>
    static T join(const std::array<T, 2>& x, const std::array<T, 2>& y) {
        return 1.0 + (x[0] + y[0]) * (1.0 / 4000) - x[1] * y[1];
    }

    /// The global one and the four around it, by Newton's method with 40 digits; there are thousands more farther out.
    std::vector<Minimum> minima() const {
        const double x = 3.140022633895539848, y = 4.438444480920714073, f = 0.00739604033411508274;
        return {{0, 0, 0}, {x, y, f}, {-x, y, f}, {x, -y, f}, {-x, -y, f}};
    }

    static ObjectiveInfo info() {
        return {.id = "griewank",
                .name = "Griewank's function",
                .formula = "1 + (x² + y²)/4000 − cos x · cos(y/√2)",
                .notice =
                    "The dents differ by less than a hundredth in depth: nothing local tells a path that a better one is "
                    "next door.",
                .source = "A. O. Griewank, Journal of Optimization Theory and Applications 34 (1981)",
                .domain = {-10, 10, -10, 10},
                .start = {-6.8, 2.2},
                .params = {},
                .traits = ObjectiveInfo::with_saddle | ObjectiveInfo::many_minima};
    }
};

}  // namespace ravine
