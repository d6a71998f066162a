// Figure → PDF: one page, as large as the figure.
#pragma once

#include <string>

#include "app/paint/cairo_painter.h"

namespace ravine {

/// The file's bytes, the same for the same arguments: outlines, text with its fonts in it, and images of `scale` pixels a logical
/// pixel where the figure has surfaces. 96 logical pixels are an inch. Throws PaintError.
std::string paint_pdf(const Figure& figure, const CairoFonts& fonts, float scale);

}  // namespace ravine
