#include "app/export/svg.h"

#include <stdexcept>

#include <fmt/format.h>

#include "app/export/svg_canvas.h"
#include "app/export/svg_text.h"
#include "app/export/svg_values.h"
#include "app/paint/figure_painter.h"
#include "app/paint/figure_words.h"

namespace ravine {

std::string svg_of(const Figure& figure, const CairoFonts& fonts, float scale) {
    if (!(figure.width > 0 && figure.height > 0)) throw std::runtime_error("an SVG picture needs a width and a height above 0");
    SvgCanvas canvas(fonts, {0, 0, figure.width, figure.height});
    paint_figure(figure, canvas, {scale, Detail::Fields::outlines});
    const std::string width = svg_number(static_cast<double>(figure.width)),
                      height = svg_number(static_cast<double>(figure.height));
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{0}\" height=\"{1}\" "
        "viewBox=\"0 0 {0} {1}\" stroke-miterlimit=\"10\" role=\"img\" aria-labelledby=\"ravine-title ravine-desc\">\n"
        "<title id=\"ravine-title\">{2}</title>\n<desc id=\"ravine-desc\">{3}</desc>\n<style>{4}</style>\n{5}</svg>\n",
        width, height, svg_escaped(title_of(figure, fonts)), svg_escaped(description_of(figure, fonts)), svg_text_style(),
        canvas.body());
}

}  // namespace ravine
