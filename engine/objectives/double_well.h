// The double well: f = (x² − 1)² + c x + y².
//
// The potential of Landau's theory of phase transitions, with a tilt c. Without tilt both wells are equally deep; with it one
// is the better, and at |c| = 8/(3√3) ≈ 1.54 the other disappears.
#pragma once

#include <cmath>
#include <numbers>
#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct DoubleWell {
    double tilt;

    explicit DoubleWell(std::span<const double> params) : tilt(params[0]) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return square(square(x) - 1.0) + tilt * x + square(y);
    }

    /// y = 0 and 4x³ − 4x + c = 0. The deeper well lies on the side that the tilt lowers.
    std::vector<Minimum> minima() const {
        const double deep = std::copysign(root_from(1 + std::cbrt(std::abs(tilt) / 4), -std::abs(tilt)), -tilt);
        if (!std::isfinite(value(deep, 0.0))) return {};
        std::vector<Minimum> found{{deep, 0, value(deep, 0.0)}};
        if (std::abs(tilt) < 8 / (3 * std::numbers::sqrt3)) {
            const double shallow = std::copysign(root_from(1.0, std::abs(tilt)), tilt);
            found.push_back({shallow, 0, value(shallow, 0.0)});
        }
        return found;
    }

    static ObjectiveInfo info() {
        return {.id = "double-well",
                .name = "Double well",
                .formula = "(x² − 1)² + c x + y²",
                .notice =
                    "The near well is the shallow one: only a run with enough momentum carries over the pass between "
                    "them.",
                .source = "L. D. Landau's potential with a tilt",
                .domain = {-2, 2, -1.5, 1.5},
                .start = {1.8, 1.2},
                .params = {{.id = "c",
                            .name = "tilt c",
                            .standard = 0.3,
                            .min = -1,
                            .max = 1,
                            .help = "Lowers the left well (c > 0) or the right one (c < 0). At 0 they are equally deep."}},
                .traits = ObjectiveInfo::with_saddle | ObjectiveInfo::many_minima};
    }

private:
    /// The largest root of 4x³ − 4x + c, by Newton's method from above it. For x > 1/√3 the cubic is convex and grows: every
    /// iterate is closer and still above, until rounding stops it.
    static double root_from(double x, double c) {
        while (true) {
            const double next = x - (4 * x * (x * x - 1) + c) / (12 * x * x - 4);
            if (!(next < x && next > 1 / std::numbers::sqrt3)) return x;
            x = next;
        }
    }
};

}  // namespace ravine
