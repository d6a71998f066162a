#include "app/export/map_picture.h"

#include "app/export/png.h"

namespace ravine {

void write_map_picture(const MapView& view, const PictureSize& size, const CairoFonts& fonts, const std::filesystem::path& file) {
    const auto width = static_cast<float>(size.width), height = static_cast<float>(size.height);
    const Figure figure = compose_map(
        view, {.width = width, .height = height, .unit = document_unit(width, height), .pixel_ratio = size.scale}, fonts);
    write_png(paint_image(figure, fonts, size.scale), size.scale, file);
}

}  // namespace ravine
