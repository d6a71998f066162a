// The elliptic valley: f = ½ (x′² + κ y′²) in axes turned by an angle: x′ = x cos α + y sin α, y′ = −x sin α + y cos α.
//
// κ is the condition number. Methods with a rate per coordinate undo κ while the valley lies along an axis, and lose that as it
// turns.
#pragma once

#include <cmath>
#include <numbers>
#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

struct Ellipse {
    double kappa, cosine, sine;

    explicit Ellipse(std::span<const double> params)
        : kappa(params[0]), cosine(std::cos(params[1] * radians)), sine(std::sin(params[1] * radians)) {}

    template <class T>
    T value(const T& x, const T& y) const {
        const T along = x * cosine + y * sine;
        const T across = y * cosine - x * sine;
        return 0.5 * (square(along) + kappa * square(across));
    }

    /// With κ = 0 a whole line is minimal and the origin stands for it; below 0 there is no minimum.
    std::vector<Minimum> minima() const {
        if (kappa < 0) return {};
        return {{0, 0, 0}};
    }

    static ObjectiveInfo info() {
        return {
            .id = "ellipse",
            .name = "Elliptic valley",
            .formula = "½ (x′² + κ y′²), axes turned by α",
            .notice =
                "One learning rate must serve a steep and a flat direction; turn the valley and rates per coordinate "
                "no longer help.",
            .source = "A quadratic with condition number κ",
            .domain = {-2, 2, -2, 2},
            .start = {-1.7, 0.6},
            .params = {{.id = "kappa",
                        .name = "condition κ",
                        .standard = 20,
                        .min = 1,
                        .max = 1000,
                        .scale = Scale::log,
                        .help = "How many times steeper the valley's walls are than its floor. 1 is a round bowl."},
                       {.id = "angle",
                        .name = "angle α",
                        .standard = 0,
                        .min = -90,
                        .max = 90,
                        .help = "Turns the valley, in degrees; at 0 it lies along the x axis. A rate per coordinate can even out "
                                "steep and flat only while each has an axis to itself: turned, both coordinates are steep."}},
            .traits = ObjectiveInfo::convex | ObjectiveInfo::ravine_shaped};
    }

private:
    static constexpr double radians = std::numbers::pi / 180;
};

}  // namespace ravine
