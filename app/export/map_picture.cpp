#include "app/export/map_picture.h"

#include <stdexcept>

#include <fmt/format.h>

#include "app/session/nearest.h"
#include "app/session/paths.h"

namespace ravine {

void write_map_picture(const MapView& view, const PictureSettings& settings, const CairoFonts& fonts,
                       const std::filesystem::path& file) {
    const std::optional<PictureFormat> format = picture_format(file);
    if (!format)
        throw std::runtime_error(
            fmt::format("cannot write {}: expected a name that ends in .png, .svg or .pdf", in_quotes(file.string())));
    const Figure figure = compose_map(view, document_request(settings), fonts);
    write_atomically(file, picture(figure, settings.scale, *format, &view.session, fonts));
}

}  // namespace ravine
