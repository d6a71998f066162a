#include "app/export/svg_text.h"

#include <iterator>
#include <numbers>
#include <string_view>

#include <fmt/format.h>

#include "app/export/svg_values.h"
#include "app/paint/text_runs.h"

namespace ravine {
namespace {

/// Attributes and no classes: programs that read no style sheets find the fonts all the same.
std::string_view font_of(Face face) {
    switch (face) {
        case Face::sans:
            return "font-family=\"Inter, Helvetica, Arial, sans-serif\"";
        case Face::sans_semibold:
            return "font-family=\"Inter, Helvetica, Arial, sans-serif\" font-weight=\"600\"";
        case Face::mono:
            return "font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\"";
    }
    return "";
}

constexpr std::string_view signs = "font-family=\"DejaVu Sans, Cambria Math, sans-serif\" font-weight=\"400\"";

std::string_view anchor_of(Align align) {
    switch (align) {
        case Align::left:
            return "";
        case Align::center:
            return " text-anchor=\"middle\"";
        case Align::right:
            return " text-anchor=\"end\"";
    }
    return "";
}

}  // namespace

std::string svg_text_style() { return "text{white-space:pre;font-kerning:none;font-variant-ligatures:none}"; }

std::string svg_text(const Text& text, float size, const CairoFonts& fonts) {
    const Face face = face_of(text.role);
    const TextLine line = text_line(fonts, text.text, face);
    if (line.runs.empty()) return {};
    const std::string x = svg_number(static_cast<double>(text.at.x)), y = svg_number(static_cast<double>(text.at.y));
    std::string out = fmt::format("<text xml:space=\"preserve\" x=\"{}\" y=\"{}\" {} font-size=\"{}\"", x, y, font_of(face),
                                  svg_number(static_cast<double>(size)));
    out += anchor_of(text.align);
    out += svg_color("fill", text.color);
    // Where the fonts are others, the room is what it was.
    if (line.width > 0) out += fmt::format(" textLength=\"{}\"", svg_number(line.width * static_cast<double>(size)));
    if (text.angle != 0)
        out += fmt::format(" transform=\"rotate({} {} {})\"",
                           svg_number(static_cast<double>(text.angle) * 180 / std::numbers::pi), x, y);
    out += '>';
    for (const TextRun& run : line.runs) {
        const std::string words = svg_escaped(run.text);
        out += run.typeface == Typeface::of_role ? words : fmt::format("<tspan {}>{}</tspan>", signs, words);
    }
    return out + "</text>\n";
}

}  // namespace ravine
