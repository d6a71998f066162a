// The stripes where a field has no value.
#pragma once

#include "app/paint/canvas.h"

namespace ravine {

/// All over the field's rectangle, as field_image.h says: what has a value is painted over it.
void draw_hatch(Canvas& canvas, const Field& field);

}  // namespace ravine
