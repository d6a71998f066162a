// Session → picture file: what the Export button, Ctrl+E and `ravine render` do. Every picture carries its session
// (app/export/carried_session.h), so that it opens again.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "app/figure/compose.h"
#include "app/paint/cairo_painter.h"
#include "app/session/simulation.h"

namespace ravine {

enum class PictureFormat { png, svg, pdf };

/// The extensions, in the order of the enumerators.
inline constexpr std::array<std::string_view, 3> picture_extensions{".png", ".svg", ".pdf"};
/// By the file's extension, whatever its case.
std::optional<PictureFormat> picture_format(const std::filesystem::path& file);

struct PictureSettings {
    int width = 1600, height = 900;  ///< logical pixels; 96 of them are an inch
    float scale = 1;  ///< pixels of a PNG per logical pixel, 1..8; the resolution of what vector files hold as pixels
    FigureRequest::Ground ground = FigureRequest::Ground::theme;
    bool operator==(const PictureSettings&) const = default;
};

/// The figure of a document of this size.
FigureRequest document_request(const PictureSettings& settings);

/// The whole file: the same bytes for the same arguments. Throws std::runtime_error with one sentence.
std::string picture(const Session& session, const Runs& runs, const PictureSettings& settings, PictureFormat format,
                    const CairoFonts& fonts);

/// The same for a figure that was composed already; without a session the file carries none.
std::string picture(const Figure& figure, float scale, PictureFormat format, const Session* session, const CairoFonts& fonts);

/// Writes the file that its extension asks for: the old one or the whole new one is there afterwards. Throws std::runtime_error
/// with one sentence.
void write_picture(const Session& session, const Runs& runs, const PictureSettings& settings, const CairoFonts& fonts,
                   const std::filesystem::path& file);

/// A name that says what the picture shows and is not taken in `folder`: "rosenbrock-adagrad-rmsprop-step120.png".
std::filesystem::path free_picture_name(const Session& session, const std::filesystem::path& folder,
                                        std::string_view extension = ".png");
/// The same for a map of its runs: "rosenbrock-map.png".
std::filesystem::path free_map_name(const Session& session, const std::filesystem::path& folder,
                                    std::string_view extension = ".png");

}  // namespace ravine
