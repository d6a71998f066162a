// Map → PNG: what `ravine map -o FILE.png` does.
#pragma once

#include <filesystem>

#include "app/export/picture.h"
#include "app/figure/map_figure.h"

namespace ravine {

/// Throws std::runtime_error with one sentence.
void write_map_picture(const MapView& view, const PictureSize& size, const CairoFonts& fonts, const std::filesystem::path& file);

}  // namespace ravine
