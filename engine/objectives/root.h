// Functions of a square root that stay finite, with their derivatives, where its argument is 0.
#pragma once

#include "engine/dual.h"

namespace ravine {

/// √u for u ≥ 0, with derivatives 0 at u = 0. There f has a kink or a cusp, and 0 is what symmetry suggests.
template <class T>
T root(const T& u) {
    const auto at_zero = u == T(0.0);
    return choose(at_zero, T(0.0), sqrt(choose(at_zero, T(1.0), u)));
}

/// cos √z for z ≥ 0: a smooth function of z, whose derivatives √z itself would spoil at 0. Below 1 it is Taylor's series; the
/// first term left out is below 1e-21.
template <class T>
T cos_of_root(const T& z) {
    const auto near_zero = z < T(1.0);
    T series(1.0);
    for (int k = 10; k > 0; --k) series = 1.0 - series * z * (1.0 / (2 * k * (2 * k - 1)));
    return choose(near_zero, series, cos(sqrt(choose(near_zero, T(1.0), z))));
}

}  // namespace ravine
