// Figure → SVG.
#pragma once

#include <string>

#include "app/paint/cairo_painter.h"

namespace ravine {

/// The file's text, the same for the same arguments: outlines, text as text in named fonts, and images of `scale` pixels a
/// logical pixel where the figure has surfaces. Throws std::runtime_error with one sentence.
std::string svg_of(const Figure& figure, const CairoFonts& fonts, float scale);

}  // namespace ravine
