// Numbers, colours, path data and text as SVG writes them.
#pragma once

#include <string>
#include <string_view>

#include "app/figure/color.h"
#include "app/paint/outline.h"

namespace ravine {

/// With two decimals at most: "12.5", ".25", "-3".
std::string svg_number(double value);
/// ` fill="#rrggbb"`, and ` fill-opacity=".5"` where the colour is translucent. `name` is fill, stroke or stop-color.
std::string svg_color(std::string_view name, Color color);
/// For `d`. Rounded to two decimals; what is rounded away does not add up along the outline.
std::string svg_path(const Outline& outline);
/// With what XML keeps for itself spelled out.
std::string svg_escaped(std::string_view text);

}  // namespace ravine
