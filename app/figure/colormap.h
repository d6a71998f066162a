// The colormaps for fields.
#pragma once

#include <array>
#include <string_view>

#include "app/figure/color.h"
#include "app/session/view.h"

namespace ravine {

/// 256 colours from low to high of one of `colormap_ids`. `slate` follows the theme; the others are what they are everywhere.
/// Unknown names give slate.
std::array<Color, 256> colormap(std::string_view name, ThemeName theme);

}  // namespace ravine
