// The session inside a picture: PNG, SVG and PDF files hold it as text, and open again as what they show.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/session/session.h"

namespace ravine {

/// The file's bytes with the session in them.
std::string png_with_session(std::string_view png, const Session& session);
std::string svg_with_session(std::string_view svg, const Session& session);
std::string pdf_with_session(std::string_view pdf, const Session& session);

/// Whether these bytes are a PNG, SVG or PDF file by their beginning.
bool is_picture(std::string_view bytes);

/// The session that a picture carries; nothing where it carries none. Throws UnreadableSession with one sentence for a picture
/// that is damaged, or a session that cannot be read. Whatever the bytes, at most 64 MiB are looked at and no more than a few
/// times as many are allocated.
std::optional<Session> session_in_picture(std::string_view bytes);

}  // namespace ravine
