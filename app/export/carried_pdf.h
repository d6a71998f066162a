// The session's text in a PDF file: an attached file, which any viewer can save.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ravine {

bool begins_as_pdf(std::string_view bytes);

/// The file rewritten, with no dates and an identifier that its content gives: the same bytes for the same arguments. Throws
/// std::runtime_error where `pdf` is no PDF file.
std::string pdf_with_text(std::string_view pdf, std::string_view text);

/// Nothing where the file carries none. Throws UnreadableSession where it is damaged.
std::optional<std::string> text_in_pdf(std::string_view pdf);

}  // namespace ravine
