#include "app/paint/cairo_painter.h"

#include <cmath>

#include <fmt/format.h>

#include "app/paint/cairo_canvas.h"
#include "app/paint/figure_painter.h"

namespace ravine {
namespace {

constexpr int largest_side = 16384;

}  // namespace

Image paint_image(const Figure& figure, const CairoFonts& fonts, float scale) {
    const double width = std::round(static_cast<double>(figure.width) * scale),
                 height = std::round(static_cast<double>(figure.height) * scale);
    if (!(width >= 1 && height >= 1 && width <= largest_side && height <= largest_side))
        throw PaintError(fmt::format("a picture is 1 to {} pixels a side, not {} × {}", largest_side, width, height));
    const CairoSurface surface = new_image_surface(static_cast<int>(width), static_cast<int>(height));
    CairoCanvas canvas(surface.get(), fonts, static_cast<double>(scale));
    paint_figure(figure, canvas, {scale, Detail::Fields::pixels});
    canvas.check();
    return image_from(surface.get());
}

}  // namespace ravine
