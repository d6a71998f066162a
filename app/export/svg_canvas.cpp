#include "app/export/svg_canvas.h"

#include <cstdint>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "app/export/png.h"
#include "app/export/svg_text.h"
#include "app/export/svg_values.h"

namespace ravine {
namespace {

std::string number(float v) { return svg_number(static_cast<double>(v)); }

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve(bytes.size() / 3 * 4 + 4);
    const auto byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::uint32_t three = byte(i) << 16U | byte(i + 1) << 8U | byte(i + 2);
        for (unsigned k = 0; k < 4; ++k) out.push_back(i + k > bytes.size() ? '=' : digits[three >> (18U - 6U * k) & 63U]);
    }
    return out;
}

/// The attribute is for those who do not know what the style says.
constexpr std::string_view sharp = " image-rendering=\"optimizeSpeed\" style=\"image-rendering:pixelated\"";

std::string stop(int at, Color c) { return fmt::format("<stop offset=\"{}\"{}/>", at, svg_color("stop-color", c)); }

}  // namespace

SvgCanvas::SvgCanvas(const CairoFonts& fonts, const Rect& page) : fonts_(fonts), page_(page) {}

void SvgCanvas::fill(const Outline& outline, Color color) {
    if (outline.pieces.empty() || color.a <= 0) return;
    body_ += fmt::format("<path d=\"{}\"{}/>\n", svg_path(outline), svg_color("fill", color));
}

std::string SvgCanvas::ink_of(const Ink& ink) {
    if (!ink.fade) return svg_color("stroke", ink.color);
    const Ink::Fade& fade = *ink.fade;
    const std::string id = fmt::format("ravine-fade{}", ++gradients_);
    body_ += fmt::format(
        "<linearGradient id=\"{}\" gradientUnits=\"userSpaceOnUse\" x1=\"{}\" y1=\"{}\" x2=\"{}\" "
        "y2=\"{}\">{}{}</linearGradient>\n",
        id, number(fade.from.x), number(fade.from.y), number(fade.to.x), number(fade.to.y), stop(0, ink.color),
        stop(1, fade.end));
    return fmt::format(" stroke=\"url(#{})\"", id);
}

void SvgCanvas::stroke(const Outline& outline, const Stroke& stroke) {
    if (outline.pieces.empty() || stroke.width <= 0 || (!stroke.ink.fade && stroke.ink.color.a <= 0)) return;
    const std::string ink = ink_of(stroke.ink);
    std::string look = fmt::format(" stroke-width=\"{}\"", number(stroke.width));
    if (stroke.cap == Stroke::Cap::round) look += " stroke-linecap=\"round\"";
    if (stroke.join == Stroke::Join::round) look += " stroke-linejoin=\"round\"";
    if (stroke.dash > 0 && stroke.gap > 0) {
        look += fmt::format(" stroke-dasharray=\"{} {}\"", number(stroke.dash), number(stroke.gap));
        if (stroke.begin != 0) look += fmt::format(" stroke-dashoffset=\"{}\"", number(stroke.begin));
    }
    body_ += fmt::format("<path d=\"{}\" fill=\"none\"{}{}/>\n", svg_path(outline), ink, look);
}

void SvgCanvas::text(const Text& text, float size) { body_ += svg_text(text, size, fonts_); }

void SvgCanvas::image(const ImageOf& /*of*/, const std::function<Image()>& make, const Rect& r, Sampling sampling) {
    const Image image = make();
    if (image.width < 1 || image.height < 1) return;
    body_ += fmt::format(
        "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\"{} "
        "xlink:href=\"data:image/png;base64,{}\"/>\n",
        number(r.x0), number(r.y0), number(r.width()), number(r.height()),
        sampling == Sampling::nearest ? sharp : std::string_view(), base64(png_of(image, 1)));
}

void SvgCanvas::clip(const Rect& r) {
    const bool all = r.x0 <= page_.x0 && r.y0 <= page_.y0 && r.x1 >= page_.x1 && r.y1 >= page_.y1;
    clips_.push_back(all ? Clip::page : Clip::part);
    if (all) return;
    const auto [part, is_new] = parts_.try_emplace({r.x0, r.y0, r.x1, r.y1}, parts_.size() + 1);
    if (is_new)
        body_ +=
            fmt::format("<clipPath id=\"ravine-clip{}\"><path d=\"{}\"/></clipPath>\n", part->second, svg_path(rectangle(r)));
    body_ += fmt::format("<g clip-path=\"url(#ravine-clip{})\">\n", part->second);
}

void SvgCanvas::unclip() {
    if (clips_.back() == Clip::part) body_ += "</g>\n";
    clips_.pop_back();
}

}  // namespace ravine
