#include "app/paint/cairo_painter.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <cairo.h>
#include <fmt/format.h>

#include "app/paint/cairo_fonts.h"
#include "app/paint/cairo_paths.h"
#include "app/paint/cairo_shapes.h"
#include "app/paint/field_image.h"
#include "app/paint/surface_image.h"
#include "app/paint/upright.h"

namespace ravine {
namespace {

constexpr int largest_side = 16384;

using Canvas = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

Canvas new_canvas(int width, int height) {
    Canvas s(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height), &cairo_surface_destroy);
    if (cairo_surface_status(s.get()) != CAIRO_STATUS_SUCCESS)
        throw PaintError(fmt::format("there is not enough memory for a picture of {} × {} pixels", width, height));
    return s;
}

/// Pixels in Cairo's order, their colours multiplied by their alpha.
Canvas canvas_of(const Image& image) {
    Canvas s = new_canvas(image.width, image.height);
    cairo_surface_flush(s.get());
    unsigned char* data = cairo_image_surface_get_data(s.get());
    const int stride = cairo_image_surface_get_stride(s.get());
    const std::uint8_t* from = image.rgba.data();
    for (int j = 0; j < image.height; ++j) {
        unsigned char* row = data + static_cast<std::ptrdiff_t>(j) * stride;
        for (int i = 0; i < image.width; ++i, from += 4) {
            const std::uint32_t alpha = from[3];
            const auto channel = [&](int k) { return (from[k] * alpha + 127) / 255; };
            const std::uint32_t pixel = alpha << 24U | channel(0) << 16U | channel(1) << 8U | channel(2);
            std::memcpy(row + static_cast<std::ptrdiff_t>(i) * 4, &pixel, 4);
        }
    }
    cairo_surface_mark_dirty(s.get());
    return s;
}

void set_dash(cairo_t* cr, float dash, float gap) {
    const double pattern[] = {static_cast<double>(dash), static_cast<double>(gap)};
    cairo_set_dash(cr, pattern, dash > 0 && gap > 0 ? 2 : 0, 0);
}

class Painter {
public:
    Painter(const Figure& figure, const CairoFonts& fonts, cairo_t* cr, float scale)
        : figure_(figure), fonts_(fonts), cr_(cr), scale_(scale) {}

    void paint() {
        for (const Group& group : figure_.groups) {
            cairo_save(cr_);
            const Rect& c = group.clip;
            cairo_rectangle(cr_, c.x0, c.y0, c.width(), c.height());
            cairo_clip(cr_);
            for (const Primitive& p : group.primitives) std::visit([this](const auto& shape) { draw(shape); }, p);
            cairo_restore(cr_);
        }
    }

private:
    void draw(const FillRect& r) {
        set_color(cr_, r.color);
        rounded_rectangle(cr_, r.rect, r.radius);
        cairo_fill(cr_);
    }

    void draw(const StrokeRect& r) {
        set_color(cr_, r.color);
        set_dash(cr_, 0, 0);
        cairo_set_line_width(cr_, r.width);
        cairo_set_line_join(cr_, CAIRO_LINE_JOIN_MITER);
        rounded_rectangle(cr_, r.rect, r.radius);
        cairo_stroke(cr_);
    }

    void draw(const Lines& l) {
        if (l.points.size() < 2) return;
        cairo_new_path(cr_);
        const bool upright = is_upright(l);
        for (const Pixel& p : l.points) {
            // A hairline between two rows of pixels would be grey on both: it moves onto one.
            cairo_line_to(cr_, upright ? on_pixel(p.x, l.width) : static_cast<double>(p.x),
                          upright ? on_pixel(p.y, l.width) : static_cast<double>(p.y));
        }
        set_color(cr_, l.color);
        set_dash(cr_, l.dash, l.gap);
        cairo_set_line_width(cr_, l.width);
        cairo_set_line_cap(cr_, CAIRO_LINE_CAP_BUTT);
        cairo_stroke(cr_);
    }

    /// Where the middle of an axis-parallel line of this width covers whole device pixels.
    double on_pixel(float v, float width) const {
        const long pixels = std::lround(width * scale_);
        const double device = static_cast<double>(v) * scale_;
        return (pixels % 2 != 0 ? std::floor(device) + 0.5 : std::round(device)) / scale_;
    }

    void draw(const Polygon& p) {
        cairo_new_path(cr_);
        for (const Pixel& corner : p.corners) cairo_line_to(cr_, static_cast<double>(corner.x), static_cast<double>(corner.y));
        cairo_close_path(cr_);
        set_color(cr_, p.color);
        cairo_fill(cr_);
    }

    void draw(const Text& t) {
        cairo_save(cr_);
        cairo_translate(cr_, static_cast<double>(t.at.x), static_cast<double>(t.at.y));
        cairo_rotate(cr_, static_cast<double>(t.angle));
        const SetText set = set_text(fonts_.faces(), t.text, face_of(t.role));
        const double size = static_cast<double>(text_size(t.role) * figure_.unit);
        const double shift = t.align == Align::left ? 0 : t.align == Align::center ? set.width / 2 : set.width;
        set_color(cr_, t.color);
        for (GlyphRun run : set.runs) {
            for (cairo_glyph_t& g : run.glyphs) {
                g.x = (g.x - shift) * size;
                g.y = 0;
            }
            cairo_set_font_face(cr_, run.face);
            cairo_set_font_size(cr_, size);
            cairo_show_glyphs(cr_, run.glyphs.data(), static_cast<int>(run.glyphs.size()));
        }
        cairo_restore(cr_);
    }

    void draw(const Marker& m) { draw_marker(cr_, m); }

    void draw(const Field& f) {
        if (!f.grid || !f.style || f.grid->level.empty()) return;
        const float samples_per_pixel = static_cast<float>(f.grid->columns) / f.rect.width();
        const Canvas surface = canvas_of(field_image(*f.grid, *f.style, samples_per_pixel));
        cairo_save(cr_);
        cairo_translate(cr_, f.rect.x0, f.rect.y0);
        const double sx = static_cast<double>(f.rect.width()) / f.grid->columns,
                     sy = static_cast<double>(f.rect.height()) / f.grid->rows;
        cairo_scale(cr_, sx, sy);
        cairo_set_source_surface(cr_, surface.get(), 0, 0);
        // One sample per device pixel is copied as it is; another resolution is smoothed.
        const bool exact = std::abs(sx * scale_ - 1) < 1e-3 && std::abs(sy * scale_ - 1) < 1e-3;
        cairo_pattern_set_filter(cairo_get_source(cr_), exact ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
        cairo_pattern_set_extend(cairo_get_source(cr_), CAIRO_EXTEND_PAD);
        cairo_rectangle(cr_, 0, 0, f.grid->columns, f.grid->rows);
        cairo_fill(cr_);
        cairo_restore(cr_);
        if (f.strokes) draw(*f.strokes, f.rect);
    }

    void draw(const Surface& s) {
        if (!s.mesh || !s.style) return;
        const Canvas canvas = canvas_of(surface_image(s, scale_));
        cairo_save(cr_);
        cairo_translate(cr_, s.rect.x0, s.rect.y0);
        cairo_scale(cr_, 1 / static_cast<double>(scale_), 1 / static_cast<double>(scale_));
        cairo_set_source_surface(cr_, canvas.get(), 0, 0);
        cairo_pattern_set_filter(cairo_get_source(cr_), CAIRO_FILTER_NEAREST);
        cairo_paint(cr_);
        cairo_restore(cr_);
    }

    void draw(const FieldStrokes& strokes, const Rect& field) {
        cairo_save(cr_);
        rounded_rectangle(cr_, field, 0);
        cairo_clip(cr_);
        cairo_translate(cr_, static_cast<double>(field.x0), static_cast<double>(field.y0));
        set_dash(cr_, 0, 0);
        cairo_set_line_cap(cr_, CAIRO_LINE_CAP_BUTT);
        cairo_set_line_width(cr_, static_cast<double>(strokes.width));
        for (const FieldStrokes::Set& set : strokes.sets) {
            set_color(cr_, set.color);
            for (const FieldStrokes::Stroke& s : set.strokes) {
                cairo_new_path(cr_);
                cairo_move_to(cr_, static_cast<double>(s.from.x), static_cast<double>(s.from.y));
                cairo_line_to(cr_, static_cast<double>(s.to.x), static_cast<double>(s.to.y));
                cairo_stroke(cr_);
            }
        }
        cairo_restore(cr_);
    }

    void draw(const Path& p) { draw_path(cr_, p); }

    const Figure& figure_;
    const CairoFonts& fonts_;
    cairo_t* cr_;
    float scale_;
};

Image image_from(cairo_surface_t* surface) {
    cairo_surface_flush(surface);
    Image image{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}};
    image.rgba.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    std::uint8_t* to = image.rgba.data();
    for (int j = 0; j < image.height; ++j) {
        const unsigned char* row = data + static_cast<std::ptrdiff_t>(j) * stride;
        for (int i = 0; i < image.width; ++i, to += 4) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, row + static_cast<std::ptrdiff_t>(i) * 4, 4);
            const std::uint32_t alpha = pixel >> 24U;
            const auto channel = [&](unsigned shift) {
                const std::uint32_t c = pixel >> shift & 255U;
                return static_cast<std::uint8_t>(alpha == 255 || alpha == 0 ? c : std::min(255U, (c * 255 + alpha / 2) / alpha));
            };
            to[0] = channel(16);
            to[1] = channel(8);
            to[2] = channel(0);
            to[3] = static_cast<std::uint8_t>(alpha);
        }
    }
    return image;
}

}  // namespace

Image paint_image(const Figure& figure, const CairoFonts& fonts, float scale) {
    const double width = std::round(static_cast<double>(figure.width) * scale),
                 height = std::round(static_cast<double>(figure.height) * scale);
    if (!(width >= 1 && height >= 1 && width <= largest_side && height <= largest_side))
        throw PaintError(fmt::format("a picture is 1 to {} pixels a side, not {} × {}", largest_side, width, height));
    const Canvas surface = new_canvas(static_cast<int>(width), static_cast<int>(height));
    const Context cr(cairo_create(surface.get()), &cairo_destroy);
    const std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)> options(cairo_font_options_create(),
                                                                                               &cairo_font_options_destroy);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(cr.get(), options.get());
    cairo_scale(cr.get(), static_cast<double>(scale), static_cast<double>(scale));
    Painter(figure, fonts, cr.get(), scale).paint();
    if (cairo_status(cr.get()) != CAIRO_STATUS_SUCCESS)
        throw PaintError(fmt::format("Cairo could not draw the picture: {}", cairo_status_to_string(cairo_status(cr.get()))));
    return image_from(surface.get());
}

}  // namespace ravine
