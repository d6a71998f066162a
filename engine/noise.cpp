#include "engine/noise.h"

#include <cmath>
#include <numbers>

namespace ravine {
namespace {

/// The output function of SplitMix64 (G. Steele, D. Lea, C. Flood 2014): every input bit affects every output bit.
std::uint64_t mixed(std::uint64_t z) {
    z += 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

/// In (0, 1], so that its logarithm is finite.
double unit(std::uint64_t bits) { return static_cast<double>((bits >> 11U) + 1) * 0x1p-53; }

}  // namespace

Point gaussian(std::uint64_t seed, std::uint64_t run, std::uint64_t step) {
    const std::uint64_t key = mixed(mixed(mixed(seed) ^ run) ^ step);
    const double radius = std::sqrt(-2 * std::log(unit(mixed(key ^ 1U))));  // Box and Muller (1958)
    const double angle = 2 * std::numbers::pi * unit(mixed(key ^ 2U));
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

}  // namespace ravine
