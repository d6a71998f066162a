#include "app/paint/pdf_painter.h"

#include <cairo-pdf.h>

#include "app/paint/cairo_canvas.h"
#include "app/paint/figure_painter.h"
#include "app/paint/figure_words.h"

namespace ravine {
namespace {

constexpr double points_per_pixel = 72.0 / 96.0;
/// A file says when it was made; the same figure makes the same file.
constexpr const char* always = "2000-01-01T00:00:00Z";

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::string paint_pdf(const Figure& figure, const CairoFonts& fonts, float scale) {
    if (!(figure.width > 0 && figure.height > 0)) throw PaintError("a page needs a width and a height above 0");
    std::string bytes;
    {
        const CairoSurface surface(
            cairo_pdf_surface_create_for_stream(append, &bytes, static_cast<double>(figure.width) * points_per_pixel,
                                                static_cast<double>(figure.height) * points_per_pixel),
            &cairo_surface_destroy);
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, always);
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Ravine");
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, title_of(figure, fonts).c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_SUBJECT, description_of(figure, fonts).c_str());
        CairoCanvas canvas(surface.get(), fonts, points_per_pixel);
        paint_figure(figure, canvas, {scale, Detail::Fields::outlines});
        canvas.check();
        cairo_surface_finish(surface.get());
        if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
            throw PaintError("there is not enough memory for a PDF of this figure");
    }
    return bytes;
}

}  // namespace ravine
