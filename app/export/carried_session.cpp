#include "app/export/carried_session.h"

#include "app/export/carried_pdf.h"
#include "app/export/carried_png.h"
#include "app/export/carried_svg.h"
#include "app/session/session_json.h"

namespace ravine {
namespace {

constexpr std::size_t largest_picture = std::size_t{64} << 20U;

std::optional<std::string> text_in_picture(std::string_view bytes) {
    if (bytes.size() > largest_picture) throw UnreadableSession("the picture is larger than 64 MiB");
    if (begins_as_png(bytes)) return text_in_png(bytes);
    if (begins_as_pdf(bytes)) return text_in_pdf(bytes);
    if (begins_as_svg(bytes)) return text_in_svg(bytes);
    return std::nullopt;
}

}  // namespace

std::string png_with_session(std::string_view png, const Session& session) { return png_with_text(png, to_json(session)); }
std::string svg_with_session(std::string_view svg, const Session& session) { return svg_with_text(svg, to_json(session)); }
std::string pdf_with_session(std::string_view pdf, const Session& session) { return pdf_with_text(pdf, to_json(session)); }

bool is_picture(std::string_view bytes) { return begins_as_png(bytes) || begins_as_pdf(bytes) || begins_as_svg(bytes); }

std::optional<Session> session_in_picture(std::string_view bytes) {
    const std::optional<std::string> text = text_in_picture(bytes);
    if (!text) return std::nullopt;
    return session_from_json(*text);
}

}  // namespace ravine
