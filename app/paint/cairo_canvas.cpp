#include "app/paint/cairo_canvas.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "app/paint/cairo_fonts.h"

namespace ravine {
namespace {

/// Pixels in Cairo's order, their colours multiplied by their alpha.
CairoSurface surface_of(const Image& image) {
    CairoSurface s = new_image_surface(image.width, image.height);
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

void set_color(cairo_t* cr, Color c) {
    cairo_set_source_rgba(cr, static_cast<double>(c.r), static_cast<double>(c.g), static_cast<double>(c.b),
                          static_cast<double>(c.a));
}

void add_stop(cairo_pattern_t* pattern, double at, Color c) {
    cairo_pattern_add_color_stop_rgba(pattern, at, static_cast<double>(c.r), static_cast<double>(c.g), static_cast<double>(c.b),
                                      static_cast<double>(c.a));
}

void set_ink(cairo_t* cr, const Ink& ink) {
    if (!ink.fade) return set_color(cr, ink.color);
    const Ink::Fade& fade = *ink.fade;
    cairo_pattern_t* pattern = cairo_pattern_create_linear(static_cast<double>(fade.from.x), static_cast<double>(fade.from.y),
                                                           static_cast<double>(fade.to.x), static_cast<double>(fade.to.y));
    add_stop(pattern, 0, ink.color);
    add_stop(pattern, 1, fade.end);
    cairo_set_source(cr, pattern);
    cairo_pattern_destroy(pattern);
}

void set_path(cairo_t* cr, const Outline& outline) {
    cairo_new_path(cr);
    for (const Outline::Piece& p : outline.pieces) {
        switch (p.kind) {
            case Outline::Piece::Kind::move:
                cairo_move_to(cr, p.at.x, p.at.y);
                break;
            case Outline::Piece::Kind::line:
                cairo_line_to(cr, p.at.x, p.at.y);
                break;
            case Outline::Piece::Kind::arc:
                cairo_arc(cr, p.at.x, p.at.y, p.radius, p.from, p.to);
                break;
            case Outline::Piece::Kind::close:
                cairo_close_path(cr);
                break;
        }
    }
}

/// Nothing is hinted: a picture has the same shapes at every scale.
void set_font_options(cairo_t* cr) {
    const std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)> options(cairo_font_options_create(),
                                                                                               &cairo_font_options_destroy);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(cr, options.get());
}

}  // namespace

CairoSurface new_image_surface(int width, int height) {
    CairoSurface s(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height), &cairo_surface_destroy);
    if (cairo_surface_status(s.get()) != CAIRO_STATUS_SUCCESS)
        throw PaintError(fmt::format("there is not enough memory for a picture of {} × {} pixels", width, height));
    return s;
}

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

CairoCanvas::CairoCanvas(cairo_surface_t* surface, const CairoFonts& fonts, double scale)
    : cr_(cairo_create(surface), &cairo_destroy), fonts_(fonts) {
    set_font_options(cr_.get());
    cairo_scale(cr_.get(), scale, scale);
}

void CairoCanvas::fill(const Outline& outline, Color color) {
    set_path(cr_.get(), outline);
    set_color(cr_.get(), color);
    cairo_fill(cr_.get());
}

void CairoCanvas::stroke(const Outline& outline, const Stroke& stroke) {
    cairo_t* cr = cr_.get();
    set_path(cr, outline);
    set_ink(cr, stroke.ink);
    const double pattern[] = {static_cast<double>(stroke.dash), static_cast<double>(stroke.gap)};
    cairo_set_dash(cr, pattern, stroke.dash > 0 && stroke.gap > 0 ? 2 : 0, static_cast<double>(stroke.begin));
    cairo_set_line_cap(cr, stroke.cap == Stroke::Cap::round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cr, stroke.join == Stroke::Join::round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_set_line_width(cr, static_cast<double>(stroke.width));
    cairo_stroke(cr);
}

void CairoCanvas::text(const Text& text, float em) {
    cairo_t* cr = cr_.get();
    const double size = static_cast<double>(em);
    const SetText set = set_text(fonts_.faces(), text.text, face_of(text.role));
    const double shift = text.align == Align::left ? 0 : text.align == Align::center ? set.width / 2 : set.width;
    cairo_save(cr);
    cairo_translate(cr, static_cast<double>(text.at.x), static_cast<double>(text.at.y));
    cairo_rotate(cr, static_cast<double>(text.angle));
    set_color(cr, text.color);
    for (GlyphRun run : set.runs) {
        for (cairo_glyph_t& g : run.glyphs) {
            g.x = (g.x - shift) * size;
            g.y = 0;
        }
        cairo_set_font_face(cr, run.face);
        cairo_set_font_size(cr, size);
        // What the glyphs spell goes with them, so that text in a PDF can be searched and copied.
        cairo_show_text_glyphs(cr, run.text.data(), static_cast<int>(run.text.size()), run.glyphs.data(),
                               static_cast<int>(run.glyphs.size()), run.clusters.data(), static_cast<int>(run.clusters.size()),
                               cairo_text_cluster_flags_t{});
    }
    cairo_restore(cr);
}

void CairoCanvas::image(const ImageOf& /*of*/, const std::function<Image()>& make, const Rect& rect, Sampling sampling) {
    const Image image = make();
    cairo_t* cr = cr_.get();
    const CairoSurface surface = surface_of(image);
    cairo_save(cr);
    cairo_translate(cr, static_cast<double>(rect.x0), static_cast<double>(rect.y0));
    cairo_scale(cr, static_cast<double>(rect.width()) / image.width, static_cast<double>(rect.height()) / image.height);
    cairo_set_source_surface(cr, surface.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr), sampling == Sampling::nearest ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
    cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
    cairo_rectangle(cr, 0, 0, image.width, image.height);
    cairo_fill(cr);
    cairo_restore(cr);
}

void CairoCanvas::clip(const Rect& c) {
    cairo_save(cr_.get());
    cairo_rectangle(cr_.get(), static_cast<double>(c.x0), static_cast<double>(c.y0), static_cast<double>(c.width()),
                    static_cast<double>(c.height()));
    cairo_clip(cr_.get());
}

void CairoCanvas::unclip() { cairo_restore(cr_.get()); }

void CairoCanvas::check() const {
    if (cairo_status(cr_.get()) != CAIRO_STATUS_SUCCESS)
        throw PaintError(fmt::format("Cairo could not draw the picture: {}", cairo_status_to_string(cairo_status(cr_.get()))));
}

}  // namespace ravine
