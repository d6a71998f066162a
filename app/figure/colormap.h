// The colormaps for fields.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "app/figure/color.h"
#include "app/session/session.h"

namespace ravine {

/// "slate" (the default), viridis, cividis, magma, turbo, grey, jet.
std::span<const std::string_view> colormap_names();
bool is_colormap(std::string_view name);

/// 256 colours from low to high. `slate` follows the theme; the others are what they are everywhere. Unknown names give slate.
std::array<Color, 256> colormap(std::string_view name, ThemeName theme);

}  // namespace ravine
