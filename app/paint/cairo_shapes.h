// Marker shapes as Cairo paths.
#pragma once

#include <cairo.h>

#include "app/figure/figure.h"

namespace ravine {

void draw_marker(cairo_t* cr, const Marker& marker);
void draw_mark(cairo_t* cr, Pixel at, Shape shape, float size, Color fill, Color edge, float edge_width);

void set_color(cairo_t* cr, Color c);
void rounded_rectangle(cairo_t* cr, const Rect& rect, float radius);

}  // namespace ravine
