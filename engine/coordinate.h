// What an update rule sees of a run: one coordinate of the point at a time.
#pragma once

#include <array>
#include <span>
#include <tuple>

#include "engine/scalar.h"

namespace ravine {

/// A rule moves `x`, and leaves in `rate` the factor between the gradient (or the average that stands in its place) and the step.
template <class T>
struct Coordinate {
    T x;     ///< position; to be moved
    T g;     ///< gradient, clipped and with weight decay already
    T rate;  ///< effective rate; to be written
};

/// A hyperparameter that is mostly 0, which switches a part of the rule off: `on` is false where it is 0 in all lanes. Kernels
/// have a loop for either case, in which `on` is a constant.
template <class T>
struct Switched {
    T value;
    bool on;
};

/// What a joint rule sees: both coordinates of one lane.
struct JointPoint {
    std::array<double, 2> x;     ///< position; to be moved
    std::array<double, 2> g;     ///< gradient, noise and mini-batch included
    std::array<double, 2> rate;  ///< effective rates, −Δx / g, 0 where g is 0; to be written
    double f;                    ///< the full objective at x
};

/// `d` ≥ 0, kept away from 0: where no gradient was ever seen and ε is 0, 0 / 0 would be the step. With this it is 0.
template <class T>
T divisor(const T& d) {
    return greater_of(T(1e-300), d);
}

}  // namespace ravine
