// The random start of published tutorials that use NumPy.
#pragma once

#include <cstdint>

#include "engine/geometry.h"

namespace ravine {

/// The point that `numpy.random.RandomState(seed).rand(2)` gives, stretched from the unit square to `box`:
/// with [−1, 1]² it is `-1 + rand(2) * 2`. NumPy's legacy generator is MT19937 with 53-bit doubles.
Point numpy_start(std::uint32_t seed, Box box);

}  // namespace ravine
