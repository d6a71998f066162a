// What other programs show of our files.
#pragma once

#include <string>
#include <string_view>

#include "app/paint/cairo_painter.h"

namespace ravine_test {

/// As librsvg draws it at 96 dpi; an empty picture where it finds a mistake.
ravine::Image seen_svg(std::string_view svg);
/// As Poppler draws the first page at 96 dpi; an empty picture where it finds a mistake.
ravine::Image seen_pdf(std::string_view pdf);
/// The words that Poppler finds in a PDF.
std::string words_in_pdf(std::string_view pdf);

}  // namespace ravine_test
