// Which typeface each part of a line of text is set in, for files that name their fonts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/paint/cairo_painter.h"

namespace ravine {

/// The face of the text's role, or the one that has the signs which it lacks.
enum class Typeface { of_role, signs };

struct TextRun {
    Typeface typeface = Typeface::of_role;
    std::string text;  ///< UTF-8 without what XML does not hold
};

struct TextLine {
    std::vector<TextRun> runs;
    double width = 0;  ///< in ems, as the Cairo painter sets it
};

TextLine text_line(const CairoFonts& fonts, std::string_view text, Face face);

}  // namespace ravine
