// Gaussian noise for gradients, counted rather than drawn: a pure function of (seed, run, step). A run can therefore be computed
// again from any step, in any order and on any number of threads.
#pragma once

#include <cstdint>

#include "engine/geometry.h"

namespace ravine {

/// Two independent numbers from the normal distribution with mean 0 and standard deviation 1.
Point gaussian(std::uint64_t seed, std::uint64_t run, std::uint64_t step);

}  // namespace ravine
