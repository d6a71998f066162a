// The faces behind CairoFonts, for the painter that draws with them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <cairo.h>

#include "app/paint/cairo_painter.h"
#include "app/paint/text_runs.h"

namespace ravine {

/// Signs of one face that follow each other on a line.
struct GlyphRun {
    cairo_font_face_t* face = nullptr;
    Typeface typeface = Typeface::of_role;
    std::vector<cairo_glyph_t> glyphs;           ///< x in ems from the beginning of the line, y 0
    std::string text;                            ///< what they spell, in UTF-8 that XML and Cairo accept
    std::vector<cairo_text_cluster_t> clusters;  ///< one a glyph
};

struct SetText {
    std::vector<GlyphRun> runs;
    double width = 0;  ///< in ems
};

/// Sets one line: signs that the role's face lacks come from the fallback face. Advances are those of the design, not of a pixel
/// grid, so that a line has the same shape at every scale.
SetText set_text(const CairoFonts::Faces& faces, std::string_view text, Face face);

}  // namespace ravine
