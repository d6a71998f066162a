// Type: which face and size each text role has, and how wide a text is.
#pragma once

#include <string_view>

#include "app/figure/figure.h"

namespace ravine {

enum class Face { sans, sans_semibold, mono };

/// File names under the fonts folder: the face first, then what stands in for signs it lacks.
std::string_view font_file(Face face);
std::string_view fallback_font_file();

Face face_of(TextRole role);
/// Em size in units.
float text_size(TextRole role);
/// Height of a capital letter in ems: centres text on a line.
inline constexpr float cap_height = 0.727F;

/// Measures text for whoever composes. Each painter has one for its own fonts.
class TextMetrics {
public:
    virtual ~TextMetrics() = default;
    /// Advance width of one line in units (that is, at unit 1).
    virtual float width(std::string_view text, TextRole role) const = 0;
};

}  // namespace ravine
