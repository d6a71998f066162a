#include "tests/e2e/png_file.h"

#include <stdexcept>

#include <png.h>

namespace ravine_test {

Picture read_png(const std::filesystem::path& file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&image, file.c_str()) == 0) throw std::runtime_error(image.message);
    image.format = PNG_FORMAT_RGBA;
    Picture picture{image.width, image.height, {}};
    picture.pixels.resize(std::size_t{image.width} * image.height);
    if (png_image_finish_read(&image, nullptr, picture.pixels.data(), 0, nullptr) == 0) throw std::runtime_error(image.message);
    return picture;
}

std::size_t differing(const Picture& a, const Picture& b, const Cut& part) {
    std::size_t count = 0;
    for (unsigned y = part.y0; y < part.y1; ++y)
        for (unsigned x = part.x0; x < part.x1; ++x) {
            const std::size_t at = static_cast<std::size_t>(y) * a.width + x;
            if (a.pixels.at(at) != b.pixels.at(at)) ++count;
        }
    return count;
}

}  // namespace ravine_test
