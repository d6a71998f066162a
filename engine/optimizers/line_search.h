// A search for a step length along a direction in which f falls, until the strong Wolfe conditions hold.
//
// J. Nocedal, S. J. Wright, "Numerical Optimization" (2006), section 3.1, with their constants for quasi-Newton methods: f has
// fallen by at least 1e-4 of what its slope promised (Armijo), and the slope is at most 0.9 of what it was, up or down.
#pragma once

#include <array>
#include <cmath>

#include "engine/coordinate.h"

namespace ravine {

struct LineSearch {
    static constexpr double armijo = 1e-4, curvature = 0.9;
    static constexpr int most_tries = 30;

    /// A step length to move from `p` along `d`, trying `length` first. `slope` is g · d, below 0.
    ///
    /// The interval [low, high] always holds a good length: at `low` f has fallen enough and still falls steeply; at `high` it
    /// has not fallen enough, is undefined, or rises steeply. It is halved, or while there is no `high`, `low` is doubled. After
    /// `most_tries` points the best length known to satisfy Armijo is returned, or 0 where there was none: f cannot be lowered in
    /// this direction by more than rounding.
    template <class F>
    static double length(const F& f, const JointPoint& p, const std::array<double, 2>& d, double slope, double length) {
        double low = 0, high = 0;
        double best = 0, best_f = p.f;
        for (int tries = 0; tries < most_tries; ++tries) {
            const auto there = f.at(p.x[0] + length * d[0], p.x[1] + length * d[1]);
            const double slope_there = there.gx * d[0] + there.gy * d[1];
            const bool has_fallen = there.f <= p.f + armijo * length * slope;
            if (has_fallen && std::abs(slope_there) <= -curvature * slope) return length;
            if (has_fallen && there.f <= best_f) best = length, best_f = there.f;
            const bool is_short = has_fallen && slope_there < 0;
            (is_short ? low : high) = length;
            length = high > 0 ? low + (high - low) / 2 : 2 * length;
        }
        return best;
    }
};

}  // namespace ravine
