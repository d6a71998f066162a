// Random bits that are counted rather than drawn: pure functions of (seed, run, step), so that a run can be computed again from
// any step, in any order and on any number of threads.
#pragma once

#include <cstdint>

namespace ravine {

/// The output function of SplitMix64 (G. Steele, D. Lea, C. Flood 2014): every input bit affects every output bit.
constexpr std::uint64_t mixed(std::uint64_t z) {
    z += 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

/// The stream of one step of one run. Its numbers are mixed(stream ^ k): gaussian() uses k = 1 and 2, batch_of() those from 2^32.
constexpr std::uint64_t stream_of(std::uint64_t seed, std::uint64_t run, std::uint64_t step) {
    return mixed(mixed(mixed(seed) ^ run) ^ step);
}

/// In (0, 1], so that its logarithm is finite.
constexpr double unit_of(std::uint64_t bits) { return static_cast<double>((bits >> 11U) + 1) * 0x1p-53; }

/// In 0 .. n − 1, for 0 < n < 2^32; each within n / 2^32 equally likely.
constexpr std::uint64_t below(std::uint64_t n, std::uint64_t bits) { return ((bits >> 32U) * n) >> 32U; }

}  // namespace ravine
