// Cairo's surfaces as canvases: pixels and PDF pages.
#pragma once

#include <memory>

#include <cairo.h>

#include "app/paint/cairo_painter.h"
#include "app/paint/canvas.h"

namespace ravine {

using CairoSurface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

/// Throws PaintError where memory does not suffice.
CairoSurface new_image_surface(int width, int height);
/// The pixels of an image surface.
Image image_from(cairo_surface_t* surface);

class CairoCanvas final : public Canvas {
public:
    /// `scale`: units of the surface in a logical pixel.
    CairoCanvas(cairo_surface_t* surface, const CairoFonts& fonts, double scale);

    void fill(const Outline& outline, Color color) override;
    void stroke(const Outline& outline, const Stroke& stroke) override;
    void text(const Text& text, float size) override;
    void image(const ImageOf& of, const std::function<Image()>& make, const Rect& rect, Sampling sampling) override;
    void clip(const Rect& rect) override;
    void unclip() override;

    /// Throws PaintError where something could not be drawn.
    void check() const;

private:
    std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cr_;
    const CairoFonts& fonts_;
};

}  // namespace ravine
