// Arithmetic that many rules share: running averages, and steps that depend on a sign only.
#pragma once

#include "engine/scalar.h"

namespace ravine {

/// β old + (1−β) now. β is the share of what was.
template <class T>
T average(const T& beta, const T& old, const T& now) {
    return beta * old + (1.0 - beta) * now;
}

/// −1, 0 or 1; NaN for NaN.
template <class T>
T sign_of(const T& a) {
    return choose(a > T(0.0), T(1.0), choose(a < T(0.0), T(-1.0), a));
}

/// The factor that turns `a` into a step of length `size` in its direction: size / |a|, finite however small `a` is; 0 where it
/// is 0.
template <class T>
T rate_of_sign(const T& size, const T& a) {
    return choose(a == T(0.0), T(0.0), smaller_of(size / abs(a), T(1e300)));
}

}  // namespace ravine
