// Map → picture file: what `ravine map -o FILE.png` does.
#pragma once

#include <filesystem>

#include "app/export/picture.h"
#include "app/figure/map_figure.h"

namespace ravine {

/// The session that the map was made from goes into the file. Throws std::runtime_error with one sentence.
void write_map_picture(const MapView& view, const PictureSettings& settings, const CairoFonts& fonts,
                       const std::filesystem::path& file);

}  // namespace ravine
