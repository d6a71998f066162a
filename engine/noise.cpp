#include "engine/noise.h"

#include <cmath>
#include <numbers>

#include "engine/counter_random.h"

namespace ravine {

Point gaussian(std::uint64_t seed, std::uint64_t run, std::uint64_t step) {
    const std::uint64_t stream = stream_of(seed, run, step);
    const double radius = std::sqrt(-2 * std::log(unit_of(mixed(stream ^ 1U))));  // Box and Muller (1958)
    const double angle = 2 * std::numbers::pi * unit_of(mixed(stream ^ 2U));
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

}  // namespace ravine
