// softplus(z) = log(1 + exp z), the cross-entropy of one sample with margin −z, and its slope, the logistic function. Neither
// overflows: exp is only taken of numbers that are not above 0.
#pragma once

#include "engine/dual.h"

namespace ravine {

template <class T>
struct Softplus {
    T value, slope;
};

template <class T>
Softplus<T> softplus_with_slope(const T& z) {
    const T e = exp(-abs(z));
    const T sum = 1.0 + e;
    return {greater_of(z, T(0.0)) + log(sum), choose(z > T(0.0), T(1.0), e) / sum};
}
template <class T>
Softplus<Dual<T>> softplus_with_slope(const Dual<T>& z) {
    const Softplus<T> at = softplus_with_slope(z.v);
    return {chain(z, at.value, at.slope), chain(z, at.slope, at.slope * (1.0 - at.slope))};
}

template <class T>
T softplus(const T& z) {
    return softplus_with_slope(z).value;
}

}  // namespace ravine
