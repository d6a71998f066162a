#include "app/figure/surface_mesh.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ravine {

float SurfaceMesh::height_at(float x, float y) const {
    const float u = (x / half_x + 1) / 2 * static_cast<float>(columns - 1);
    const float v = (y / half_y + 1) / 2 * static_cast<float>(rows - 1);
    constexpr float edge = 1e-3F;
    if (!(u >= -edge && v >= -edge && u <= static_cast<float>(columns - 1) + edge && v <= static_cast<float>(rows - 1) + edge))
        return NAN;
    const int i = std::clamp(static_cast<int>(u), 0, columns - 2), j = std::clamp(static_cast<int>(v), 0, rows - 2);
    const float s = std::clamp(u - static_cast<float>(i), 0.0F, 1.0F), t = std::clamp(v - static_cast<float>(j), 0.0F, 1.0F);
    const std::array<float, 4> weights{(1 - s) * (1 - t), s * (1 - t), (1 - s) * t, s * t};
    const std::array<float, 4> heights{at(i, j).z, at(i + 1, j).z, at(i, j + 1).z, at(i + 1, j + 1).z};
    float sum = 0, total = 0;
    for (std::size_t k = 0; k < 4; ++k) {
        if (std::isnan(heights[k])) continue;
        // A corner that is alone counts even where the point lies on the opposite side.
        const float weight = weights[k] + 1e-9F;
        sum += weight * heights[k];
        total += weight;
    }
    return total > 0 ? sum / total : NAN;
}

}  // namespace ravine
