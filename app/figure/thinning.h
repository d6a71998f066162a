// Keeps marks apart.
#pragma once

#include <cmath>
#include <cstdint>
#include <unordered_map>

#include "app/figure/axes.h"

namespace ravine {

/// Accepts points that are no nearer than `spacing` (> 0) to any that it has accepted before.
class Thinning {
public:
    explicit Thinning(float spacing) : spacing_(spacing) {}

    bool accept(float x, float y) {
        const std::int64_t i = cell(x), j = cell(y);
        for (std::int64_t di = -1; di <= 1; ++di)
            for (std::int64_t dj = -1; dj <= 1; ++dj) {
                const auto [begin, end] = accepted_.equal_range(key(i + di, j + dj));
                for (auto it = begin; it != end; ++it)
                    if (std::hypot(it->second.x - x, it->second.y - y) < spacing_) return false;
            }
        accepted_.emplace(key(i, j), Pixel{x, y});
        return true;
    }

private:
    std::int64_t cell(float v) const { return static_cast<std::int64_t>(std::floor(v / spacing_)); }
    static std::int64_t key(std::int64_t i, std::int64_t j) { return i * 1'000'003 + j; }

    float spacing_;
    std::unordered_multimap<std::int64_t, Pixel> accepted_;
};

}  // namespace ravine
