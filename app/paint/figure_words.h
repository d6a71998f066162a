// What a figure says of itself, for those who hear it read or look for it.
#pragma once

#include <string>

#include "app/paint/cairo_painter.h"

namespace ravine {

/// Its title; "Ravine" where it has none. UTF-8 without what XML does not hold, as is the description.
std::string title_of(const Figure& figure, const CairoFonts& fonts);
/// Its formula, its caption and its headings, one sentence or name after the other.
std::string description_of(const Figure& figure, const CairoFonts& fonts);

}  // namespace ravine
