#include "engine/batches.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

#include "engine/counter_random.h"

namespace ravine {
namespace {

constexpr std::uint64_t first_draw = std::uint64_t{1} << 32U;

/// Fisher and Yates's shuffle as far as place `end`: later places are of no interest.
void shuffle(std::uint64_t stream, std::size_t end, std::span<int> samples) {
    std::iota(samples.begin(), samples.end(), 0);
    for (std::size_t k = 0; k < end; ++k) {
        const std::uint64_t ahead = below(samples.size() - k, mixed(stream ^ (first_draw + k)));
        std::swap(samples[k], samples[k + static_cast<std::size_t>(ahead)]);
    }
}

}  // namespace

std::span<const int> batch_of(std::uint64_t seed, std::uint64_t run, std::uint64_t step, int batch, std::span<int> samples) {
    if (samples.empty()) return {};
    const auto size = static_cast<std::size_t>(std::clamp(batch, 1, static_cast<int>(samples.size())));
    const std::size_t batches = (samples.size() + size - 1) / size;
    const std::size_t from = static_cast<std::size_t>(step % batches) * size;
    const std::size_t end = std::min(from + size, samples.size());
    shuffle(stream_of(seed, run, step / batches), end, samples);
    return samples.subspan(from, end - from);
}

}  // namespace ravine
