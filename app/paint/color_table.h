// A colormap as bytes, for a texture.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>

#include "app/figure/color.h"

namespace ravine {

/// Opaque RGBA, one after the other.
inline std::array<std::uint8_t, 1024> color_table(const std::array<Color, 256>& colors) {
    std::array<std::uint8_t, 1024> bytes{};
    const auto byte = [](float v) { return static_cast<std::uint8_t>(std::lround(v * 255)); };
    for (std::size_t i = 0; i < colors.size(); ++i) {
        bytes[4 * i] = byte(colors[i].r);
        bytes[4 * i + 1] = byte(colors[i].g);
        bytes[4 * i + 2] = byte(colors[i].b);
        bytes[4 * i + 3] = 255;
    }
    return bytes;
}

}  // namespace ravine
