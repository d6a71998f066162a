// Fields on canvases: as pixels (field_image.h), or as what those show: bands as filled outlines, one over the other from low to
// high, and isolines on them.
#pragma once

#include "app/paint/figure_painter.h"

namespace ravine {

void draw_field(Canvas& canvas, const Field& field, const Detail& detail);

}  // namespace ravine
