// Session → PNG: what the Export button and Ctrl+E do.
#pragma once

#include <filesystem>

#include "app/figure/compose.h"
#include "app/paint/cairo_painter.h"
#include "app/session/simulation.h"

namespace ravine {

struct PictureSize {
    int width = 1600, height = 900;  ///< logical pixels
    float scale = 1;                 ///< device pixels per logical pixel
};

/// Composes the session as a document and writes it as PNG. Throws std::runtime_error with one sentence.
void write_picture(const Session& session, const Runs& runs, const PictureSize& size, const CairoFonts& fonts,
                   const std::filesystem::path& file);

/// A name that says what the picture shows and is not taken in `folder`: "rosenbrock-adagrad-rmsprop-step120.png".
std::filesystem::path free_picture_name(const Session& session, const std::filesystem::path& folder);
/// The same for a map of its runs: "rosenbrock-map.png".
std::filesystem::path free_map_name(const Session& session, const std::filesystem::path& folder);

}  // namespace ravine
