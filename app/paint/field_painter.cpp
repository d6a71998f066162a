#include "app/paint/field_painter.h"

#include <cmath>

#include "app/paint/field_bands.h"
#include "app/paint/field_cells.h"
#include "app/paint/field_image.h"

namespace ravine {
namespace {

void draw_samples(Canvas& canvas, const Field& f, float scale) {
    const float samples_per_pixel = static_cast<float>(f.grid->columns) / f.rect.width();
    const auto is_exact = [scale](int samples, float length) {
        return std::abs(length * scale / static_cast<float>(samples) - 1) < 1e-3F;
    };
    // One sample per device pixel is copied as it is; another resolution is smoothed.
    const bool exact = is_exact(f.grid->columns, f.rect.width()) && is_exact(f.grid->rows, f.rect.height());
    canvas.image(
        f, [&] { return field_image(*f.grid, *f.style, samples_per_pixel); }, f.rect,
        exact ? Canvas::Sampling::nearest : Canvas::Sampling::smooth);
}

void draw_strokes(Canvas& canvas, const FieldStrokes& strokes, const Rect& field) {
    canvas.clip(field);
    const auto placed = [&](Pixel p) { return Point{static_cast<double>(field.x0 + p.x), static_cast<double>(field.y0 + p.y)}; };
    for (const FieldStrokes::Set& set : strokes.sets) {
        Outline outline;
        for (const FieldStrokes::Stroke& s : set.strokes) {
            outline.move_to(placed(s.from));
            outline.line_to(placed(s.to));
        }
        canvas.stroke(outline, {{set.color}, strokes.width});
    }
    canvas.unclip();
}

}  // namespace

void draw_field(Canvas& canvas, const Field& field, const Detail& detail) {
    if (!field.grid || !field.style || field.grid->level.empty()) return;
    if (detail.fields == Detail::Fields::outlines && has_cells(*field.grid))
        draw_cells(canvas, field);
    else if (detail.fields == Detail::Fields::pixels || !draw_bands(canvas, field))
        draw_samples(canvas, field, detail.scale);
    if (field.strokes) draw_strokes(canvas, *field.strokes, field.rect);
}

}  // namespace ravine
