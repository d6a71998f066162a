// Colours: sRGB components 0..1, alpha not multiplied in.
#pragma once

#include <cstdint>

namespace ravine {

struct Color {
    float r = 0, g = 0, b = 0, a = 1;

    constexpr Color with_alpha(float alpha) const { return {r, g, b, alpha}; }
    bool operator==(const Color&) const = default;
};

/// rgb(0x12151C)
constexpr Color rgb(std::uint32_t hex, float alpha = 1) {
    return {static_cast<float>(hex >> 16 & 255U) / 255.0F, static_cast<float>(hex >> 8 & 255U) / 255.0F,
            static_cast<float>(hex & 255U) / 255.0F, alpha};
}

constexpr Color mix(Color a, Color b, float t) {
    return {a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t, a.a + (b.a - a.a) * t};
}

}  // namespace ravine
