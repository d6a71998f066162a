#include "app/figure/sheet.h"

#include <algorithm>
#include <cmath>

namespace ravine {
namespace {

float luminance(Color c) {
    const auto linear = [](float v) { return v <= 0.04045F ? v / 12.92F : std::pow((v + 0.055F) / 1.055F, 2.4F); };
    return 0.2126F * linear(c.r) + 0.7152F * linear(c.g) + 0.0722F * linear(c.b);
}

}  // namespace

float contrast_ratio(Color a, Color b) {
    const float la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05F) / (std::min(la, lb) + 0.05F);
}

float Sheet::snapped(float v) const { return std::round(v * pixel_ratio) / pixel_ratio; }

float Sheet::hairline(float n) const { return std::max(1.0F, std::round(n * unit * pixel_ratio)) / pixel_ratio; }

float Sheet::baseline(TextRole role, float y0, float y1) const {
    return snapped((y0 + y1) / 2 + cap_height * units(text_size(role)) / 2);
}

Group& Sheet::new_group(const Rect& clip) const {
    figure.groups.push_back({clip, {}});
    return figure.groups.back();
}

float Sheet::step_of(int i) const { return std::clamp(step, 0.0F, static_cast<float>(run(i).last())); }

Color Sheet::legible(Color c, Color ground) const {
    // Lines and dots need 3:1.
    for (int k = 0; k < 20 && contrast_ratio(c, ground) < 3; ++k) c = mix(c, theme.text, 0.06F);
    return c;
}

Color Sheet::ink_of(int i) const { return legible(pen_of(i).color, theme.window); }

std::string shortened(const Sheet& sheet, const std::string& text, TextRole role, float width) {
    if (sheet.width(text, role) <= width) return text;
    const std::string ellipsis = "…";
    std::string kept = text;
    while (!kept.empty()) {
        // A whole sign of UTF-8 at a time, and no space before the ellipsis.
        while (!kept.empty() && (static_cast<unsigned char>(kept.back()) & 0xC0U) == 0x80U) kept.pop_back();
        if (!kept.empty()) kept.pop_back();
        while (!kept.empty() && kept.back() == ' ') kept.pop_back();
        if (!kept.empty() && sheet.width(kept + ellipsis, role) <= width) return kept + ellipsis;
    }
    return sheet.width(ellipsis, role) <= width ? ellipsis : "";
}

}  // namespace ravine
