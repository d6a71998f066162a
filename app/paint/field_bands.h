// A field as bands and isolines.
#pragma once

#include "app/paint/canvas.h"

namespace ravine {

/// Draws bands, relief and isolines, and hatches what is not defined. Draws nothing, and returns false, where there would be too
/// many lines for a drawing.
bool draw_bands(Canvas& canvas, const Field& field);

}  // namespace ravine
