#include "engine/numpy_start.h"

#include <random>

namespace ravine {

Point numpy_start(std::uint32_t seed, Box box) {
    std::mt19937 generator(seed);
    const auto unit = [&generator] {
        const auto high = static_cast<double>(generator() >> 5U);  // 27 bits
        const auto low = static_cast<double>(generator() >> 6U);   // 26 bits
        return (high * 67108864.0 + low) / 9007199254740992.0;
    };
    const double u = unit(), v = unit();
    return {box.x0 + u * box.width(), box.y0 + v * box.height()};
}

}  // namespace ravine
