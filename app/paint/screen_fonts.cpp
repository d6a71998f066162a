#include "app/paint/screen_fonts.h"

#include <cmath>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "app/paint/cairo_painter.h"

namespace ravine {

namespace {

// What the interface and the formulas are written with. ImGui keeps the pointer.
constexpr std::array<ImWchar, 21> text_ranges = {0x0020, 0x007E, 0x00A0, 0x017F,  // Latin, with names and hats
                                                 0x0302, 0x0302,                  // a hat on any letter
                                                 0x0391, 0x03C9,                  // Greek
                                                 0x1D43, 0x1D6A,                  // raised and lowered letters
                                                 0x2010, 0x2044,                  // dashes, quotation marks, ellipsis
                                                 0x2070, 0x209C,                  // raised and lowered
                                                 0x2190, 0x2193,                  // arrows
                                                 0x2202, 0x2265,                  // ∂ ∇ ∑ − √ ∞ ≈ ≤ ≥
                                                 0x22C5, 0x22EF, 0};

std::string existing(const std::filesystem::path& folder, std::string_view name) {
    const std::filesystem::path file = folder / name;
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) {
        throw PaintError(fmt::format("the font '{}' is missing; install ravine again", file.string()));
    }
    return file.string();
}

// Newer versions of ImGui rasterize glyphs when they are first drawn; older ones want them all at once, and keep sizes in the
// font.
#if IMGUI_VERSION_NUM >= 19200
void build(ImFontAtlas&) {}
float ascent_of(ImFont* font, float pixels) { return font->GetFontBaked(pixels)->Ascent; }
#else
void build(ImFontAtlas& atlas) { atlas.Build(); }
float ascent_of(ImFont* font, float pixels) { return font->Ascent * pixels / font->FontSize; }
#endif

// ImGui takes the height from ascent to descent for the size, figures take the em: this is the ratio of the two, by face.
float line_heights_per_em(Face face) { return face == Face::mono ? 1.164F : 1.21F; }

}  // namespace

ScreenFonts::ScreenFonts(const std::filesystem::path& folder, float scale) : scale_(scale) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    const std::string fallback = existing(folder, fallback_font_file());
    std::map<std::pair<Face, float>, Sized> made;
    for (std::size_t i = 0; i < faces_.size(); ++i) {
        const auto role = static_cast<TextRole>(i);
        const Face face = face_of(role);
        // Half pixels keep roles apart that differ little, and let equal ones share.
        const float em = std::round(text_size(role) * scale * 2) / 2;
        Sized& sized = made[{face, em}];
        if (sized.font == nullptr) {
            ImFontConfig config;
            config.OversampleH = 2;
            config.OversampleV = 1;
            sized.pixels = em * line_heights_per_em(face);
            const std::string file = existing(folder, font_file(face));
            sized.font = atlas.AddFontFromFileTTF(file.c_str(), sized.pixels, &config, text_ranges.data());
            config.MergeMode = true;
            atlas.AddFontFromFileTTF(fallback.c_str(), em * line_heights_per_em(Face::mono), &config, text_ranges.data());
        }
        faces_[i] = sized;
    }
    build(atlas);
    ImGui::GetIO().FontDefault = font(TextRole::body);
}

float ScreenFonts::width(std::string_view text, TextRole role) const {
    if (text.empty()) return 0;  // ImGui takes an end that is null for "to the terminating zero"
    return font(role)->CalcTextSizeA(pixels(role), 1e9F, 0, text.data(), text.data() + text.size()).x / scale_;
}

float ScreenFonts::ascent(TextRole role) const { return ascent_of(font(role), pixels(role)); }

float ScreenFonts::top_of(TextRole role, float y) const { return std::round(y - ascent(role)); }

}  // namespace ravine
