// Marker shapes as outlines.
#pragma once

#include "app/paint/canvas.h"

namespace ravine {

void draw_marker(Canvas& canvas, const Marker& marker);

}  // namespace ravine
