// The session's text in a PNG file: a packed iTXt chunk with a keyword of our own, right after the header.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ravine {

/// Whether these are the first bytes of a PNG file, be it damaged.
bool begins_as_png(std::string_view bytes);

/// Throws std::runtime_error where `png` does not begin as a PNG file does.
std::string png_with_text(std::string_view png, std::string_view text);

/// Nothing where a whole PNG file carries none. What comes after the text is not looked at. Throws UnreadableSession where the
/// file is damaged before that.
std::optional<std::string> text_in_png(std::string_view png);

}  // namespace ravine
