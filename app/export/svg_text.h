// Lines of text as SVG's <text>: the fonts by their names, then what comes near to them; as wide as the Cairo painter sets them.
#pragma once

#include <string>

#include "app/paint/cairo_painter.h"

namespace ravine {

/// The style sheet that the texts of a file share.
std::string svg_text_style();

/// `size` is that of an em. Nothing for a text without signs.
std::string svg_text(const Text& text, float size, const CairoFonts& fonts);

}  // namespace ravine
