// Writes pictures as PNG.
#pragma once

#include <filesystem>
#include <string>

#include "app/paint/cairo_painter.h"

namespace ravine {

/// The file's bytes. `scale` is recorded as resolution (96 dpi at 1). Throws std::runtime_error with a sentence.
std::string png_of(const Image& image, float scale);

/// Writes the whole file or leaves the old one. `scale` is recorded as resolution (96 dpi at 1). Throws std::runtime_error with
/// a sentence that names the file.
void write_png(const Image& image, float scale, const std::filesystem::path& file);

}  // namespace ravine
