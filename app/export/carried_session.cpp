#include "app/export/carried_session.h"

namespace ravine {

std::string png_with_session(std::string_view png, const Session& /*session*/) { return std::string(png); }
std::string svg_with_session(std::string_view svg, const Session& /*session*/) { return std::string(svg); }
std::string pdf_with_session(std::string_view pdf, const Session& /*session*/) { return std::string(pdf); }
bool is_picture(std::string_view /*bytes*/) { return false; }
std::optional<Session> session_in_picture(std::string_view /*bytes*/) { return std::nullopt; }

}  // namespace ravine
