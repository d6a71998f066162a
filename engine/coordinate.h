// What an update rule sees of a run: one coordinate of the point at a time.
#pragma once

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

/// `d`, kept away from 0: where no gradient was ever seen and ε is 0, 0 / 0 would be the step. With this it is 0.
template <class T>
T divisor(const T& d) {
    return choose(d == T(0.0), T(1e-300), d);
}

}  // namespace ravine
