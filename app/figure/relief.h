// Light on a field as if it were a landscape. shaders/field.frag does the same.
#pragma once

#include <cmath>

#include "app/figure/color.h"

namespace ravine {

/// `away`: how far the ground rises per pixel to the right plus how far per pixel down, in pixels: light comes from the upper
/// left.
inline Color in_relief(Color c, float away) {
    constexpr float light = 0.22F;
    const float rise = std::sqrt(0.5F) * away;
    const float lit = light * rise / std::sqrt(1 + rise * rise);
    return mix(c, lit > 0 ? Color{1, 1, 1, 1} : Color{0, 0, 0, 1}, std::abs(lit));
}

}  // namespace ravine
