// Rosenbrock's valley: f = (a − x)² + b (y − x²)².
//
// H. H. Rosenbrock, "An automatic method for finding the greatest or least value of a function", The Computer Journal 3 (1960).
// The minimum (a, a²) lies in a flat curved valley between steep walls: finding the valley is easy, following it is not.
#pragma once

#include <cmath>
#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct Rosenbrock {
    double a, b;

    explicit Rosenbrock(std::span<const double> params) : a(params[0]), b(params[1]) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return square(a - x) + b * square(y - square(x));
    }

    /// With b = 0 the whole line x = a is minimal and (a, a²) stands for it; below 0 f has no lower bound.
    std::vector<Minimum> minima() const {
        if (b < 0 || !std::isfinite(a * a)) return {};
        return {{a, a * a, 0}};
    }

    static ObjectiveInfo info() {
        return {.id = "rosenbrock",
                .name = "Rosenbrock valley",
                .formula = "(a − x)² + b (y − x²)²",
                .notice = "The valley is found within a few steps; walking along its flat floor takes all the rest.",
                .source = "H. H. Rosenbrock, The Computer Journal 3 (1960)",
                .domain = {-2, 2, -1, 3},
                .start = {-1.5, 2},
                .params = {{.id = "a",
                            .name = "a",
                            .standard = 1,
                            .min = -1.5,
                            .max = 1.5,
                            .help = "Where along the valley the minimum lies: at (a, a²)."},
                           {.id = "b",
                            .name = "b",
                            .standard = 100,
                            .min = 1,
                            .max = 1000,
                            .scale = Scale::log,
                            .help = "How steep the walls are. Small values make the valley gentle and the way short."}},
                .traits = ObjectiveInfo::ravine_shaped};
    }
};

}  // namespace ravine
