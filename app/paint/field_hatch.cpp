#include "app/paint/field_hatch.h"

#include <array>

#include "app/paint/field_image.h"

namespace ravine {

void draw_hatch(Canvas& canvas, const Field& field) {
    const Color& u = field.style->undefined;
    const double period = static_cast<double>(hatch_period) * static_cast<double>(field.rect.width()) / field.grid->columns;
    const double x0 = field.rect.x0, y0 = field.rect.y0, height = field.rect.height(),
                 length = static_cast<double>(field.rect.width()) + height;
    Outline stripes;
    for (double at = period / 2; at < length; at += period)
        stripes.add_polygon(std::array<Point, 4>{Point{x0 + at, y0}, Point{x0 + at + period / 2, y0},
                                                 Point{x0 + at + period / 2 - height, y0 + height},
                                                 Point{x0 + at - height, y0 + height}});
    canvas.fill(rectangle(field.rect), u.with_alpha(1));
    canvas.fill(stripes, {u.r * hatch_shade, u.g * hatch_shade, u.b * hatch_shade, 1});
}

}  // namespace ravine
