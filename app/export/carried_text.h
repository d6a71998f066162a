// A session's text as pictures hold it: packed by zlib in PNG and PDF files, and nowhere without a limit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "app/session/session_json.h"

namespace ravine {

/// A picture's text is not larger: as a session's file.
inline constexpr std::size_t largest_carried_text = std::size_t{1} << 20U;

/// The same bytes for the same text.
std::string packed(std::string_view text);

/// The text at the beginning of `bytes`; what follows it does not matter. No more than largest_carried_text is unpacked. Throws
/// UnreadableSession.
std::string unpacked(std::string_view bytes);

/// What unpacked throws where the text is larger.
UnreadableSession carried_text_is_too_large();

}  // namespace ravine
