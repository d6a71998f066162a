// Trajectories and curves as Cairo strokes.
#pragma once

#include <cairo.h>

#include "app/figure/figure.h"

namespace ravine {

void draw_path(cairo_t* cr, const Path& path);

}  // namespace ravine
