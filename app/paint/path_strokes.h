// Trajectories and curves as strokes and marks.
#pragma once

#include "app/paint/canvas.h"

namespace ravine {

void draw_path(Canvas& canvas, const Path& path);

}  // namespace ravine
