// The session's text in an SVG file: a <metadata> element with an id of our own, right after the root's start.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ravine {

/// Whether the first element is <svg>.
bool begins_as_svg(std::string_view bytes);

/// Throws std::runtime_error where `svg` does not begin as an SVG file does.
std::string svg_with_text(std::string_view svg, std::string_view text);

/// Nothing where a well-formed SVG file carries none. What comes after the text is not looked at. Throws UnreadableSession where
/// the file is damaged before that, or nested deeper than 256 elements.
std::optional<std::string> text_in_svg(std::string_view svg);

}  // namespace ravine
