#include "app/export/png.h"

#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <png.h>

#include "app/session/paths.h"

namespace ravine {
namespace {

constexpr double dots_per_metre = 96 / 0.0254;

void append(png_structp png, png_bytep data, png_size_t size) {
    static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), size);
}

void ignore(png_structp /*png*/) {}

void note(png_structp png, png_const_charp message) {
    *static_cast<std::string*>(png_get_error_ptr(png)) = message;
    png_longjmp(png, 1);
}

void no_warning(png_structp /*png*/, png_const_charp /*message*/) {}

bool opaque(const Image& image) {
    for (std::size_t i = 3; i < image.rgba.size(); i += 4)
        if (image.rgba[i] != 255) return false;
    return true;
}

/// Rows of red, green and blue alone, where nothing shines through: a smaller file.
std::vector<std::uint8_t> without_alpha(const Image& image) {
    std::vector<std::uint8_t> out;
    out.reserve(image.rgba.size() / 4 * 3);
    for (std::size_t i = 0; i < image.rgba.size(); i += 4)
        out.insert(out.end(), image.rgba.begin() + static_cast<std::ptrdiff_t>(i),
                   image.rgba.begin() + static_cast<std::ptrdiff_t>(i) + 3);
    return out;
}

struct Job {
    png_uint_32 width, height, dots;
    int color_type;
    std::vector<png_const_bytep> rows;
    std::string bytes, error;
};

/// libpng leaves by longjmp: nothing in here needs a destructor.
bool encode(Job& job) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &job.error, note, no_warning);
    if (png == nullptr) return false;
    png_infop info = png_create_info_struct(png);
    if (info == nullptr || setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_set_write_fn(png, &job.bytes, append, ignore);
    png_set_IHDR(png, info, job.width, job.height, 8, job.color_type, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    png_set_pHYs(png, info, job.dots, job.dots, PNG_RESOLUTION_METER);
    png_set_compression_level(png, 6);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
    png_write_info(png, info);
    for (const png_const_bytep row : job.rows) png_write_row(png, row);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return true;
}

}  // namespace

std::string png_of(const Image& image, float scale) {
    const bool plain = opaque(image);
    const std::vector<std::uint8_t> rgb = plain ? without_alpha(image) : std::vector<std::uint8_t>();
    const std::vector<std::uint8_t>& pixels = plain ? rgb : image.rgba;
    Job job{static_cast<png_uint_32>(image.width),
            static_cast<png_uint_32>(image.height),
            static_cast<png_uint_32>(std::lround(dots_per_metre * static_cast<double>(scale))),
            plain ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA,
            {},
            {},
            {}};
    const std::size_t stride = static_cast<std::size_t>(image.width) * (plain ? 3 : 4);
    for (std::size_t j = 0; j < static_cast<std::size_t>(image.height); ++j) job.rows.push_back(pixels.data() + j * stride);
    if (!encode(job)) throw std::runtime_error(fmt::format("cannot make a PNG picture: {}", job.error));
    return std::move(job.bytes);
}

void write_png(const Image& image, float scale, const std::filesystem::path& file) {
    write_atomically(file, png_of(image, scale));
}

}  // namespace ravine
