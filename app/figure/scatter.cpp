#include "app/figure/scatter.h"

#include <cstdint>

#include "app/figure/thinning.h"
#include "engine/counter_random.h"

namespace ravine {

std::vector<Pixel> scattered(float width, float height, float apart) {
    const float across = width - apart, down = height - apart;
    if (across <= 0 || down <= 0) return {};
    // So many are tried that hardly a gap is left where one more would fit.
    constexpr double tries_per_place = 24;
    const auto tries = static_cast<std::uint64_t>(tries_per_place *
                                                  (1 + static_cast<double>(width / apart) * static_cast<double>(height / apart)));
    Thinning thinning({0, 0, width, height}, apart);
    std::vector<Pixel> out;
    for (std::uint64_t k = 0; k < tries; ++k) {
        const auto along = [&](std::uint64_t which) { return static_cast<float>(unit_of(mixed(2 * k + which))); };
        const Pixel p{apart / 2 + across * along(0), apart / 2 + down * along(1)};
        if (thinning.accept(p.x, p.y)) out.push_back(p);
    }
    return out;
}

}  // namespace ravine
