#include "tests/app/small_pictures.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <cairo.h>
#include <zlib.h>

#include "app/export/carried_session.h"

namespace ravine {
namespace {

cairo_status_t append(void* to, const unsigned char* data, unsigned size) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
}

void draw(cairo_surface_t* surface) {
    cairo_t* pen = cairo_create(surface);
    cairo_set_source_rgb(pen, 0.2, 0.4, 0.6);
    cairo_move_to(pen, 4, 4);
    cairo_line_to(pen, 28, 20);
    cairo_stroke(pen);
    cairo_destroy(pen);
}

template <class Create>
std::string vector_file(const Create& create) {
    std::string bytes;
    cairo_surface_t* surface = create(append, &bytes, 32, 24);
    draw(surface);
    cairo_surface_destroy(surface);
    return bytes;
}

std::string four_bytes(std::uint32_t value) {
    return {static_cast<char>(value >> 24U), static_cast<char>(value >> 16U & 0xFFU), static_cast<char>(value >> 8U & 0xFFU),
            static_cast<char>(value & 0xFFU)};
}

}  // namespace

std::string small_png() {
    std::string bytes;
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 32, 24);
    draw(surface);
    cairo_surface_write_to_png_stream(surface, append, &bytes);
    cairo_surface_destroy(surface);
    return bytes;
}

std::string small_svg() { return vector_file(cairo_svg_surface_create_for_stream); }
std::string small_pdf() { return vector_file(cairo_pdf_surface_create_for_stream); }

const std::array<Carrier, 3>& carriers() {
    static const std::array<Carrier, 3> all{{
        {"png", small_png, png_with_session},
        {"svg", small_svg, svg_with_session},
        {"pdf", small_pdf, pdf_with_session},
    }};
    return all;
}

std::string chunk(const std::string& type, const std::string& data) {
    const std::string body = type + data;
    const auto sum = ::crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
    return four_bytes(static_cast<std::uint32_t>(data.size())) + body + four_bytes(static_cast<std::uint32_t>(sum));
}

std::string packed_zeros(std::size_t bytes) {
    const std::string zeros(bytes, '\0');
    uLongf size = ::compressBound(static_cast<uLong>(bytes));
    std::string out(size, '\0');
    ::compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(zeros.data()),
               static_cast<uLong>(bytes));
    out.resize(size);
    return out;
}

}  // namespace ravine
