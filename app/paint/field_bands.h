// A field as bands and isolines.
#pragma once

#include "app/paint/canvas.h"

namespace ravine {

/// Whether it shows heights as bands. Others show a colour for each cell.
bool has_bands(const Field& field);

/// Draws bands, relief and isolines, and hatches what is not defined. Draws nothing, and returns false, where there would be too
/// many lines for a drawing.
bool draw_bands(Canvas& canvas, const Field& field);

}  // namespace ravine
