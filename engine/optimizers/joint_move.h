// How a rule that moves both coordinates at once takes its step.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include "engine/coordinate.h"

namespace ravine {

/// Adds `step` to the position and writes the effective rates −step / g: finite, and 0 where g is 0.
inline void move(JointPoint& p, const std::array<double, 2>& step) {
    for (std::size_t i = 0; i < 2; ++i) {
        p.x[i] += step[i];
        const double rate = -step[i] / p.g[i];
        p.rate[i] = std::isfinite(rate) ? rate : 0;
    }
}

}  // namespace ravine
