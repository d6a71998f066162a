#include "app/paint/cairo_fonts.h"

#include <array>
#include <system_error>
#include <unordered_map>
#include <utility>

#include <cairo-ft.h>
#include <fmt/format.h>
#include <ft2build.h>
#include FT_FREETYPE_H

namespace ravine {
namespace {

/// Shared by the faces: Cairo may keep a face in its cache for longer than we keep ours.
using Library = std::shared_ptr<FT_LibraryRec_>;

Library start_freetype() {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) throw PaintError("cannot start FreeType");
    return {library, &FT_Done_FreeType};
}

struct LoadedFace {
    Library library;
    FT_Face face = nullptr;

    LoadedFace(const Library& l, const std::filesystem::path& file) : library(l) {
        std::error_code error;
        if (!std::filesystem::is_regular_file(file, error))
            throw PaintError(
                fmt::format("the font file {} is missing: build the target ravine_data or install ravine again", file.string()));
        if (FT_New_Face(library.get(), file.c_str(), 0, &face) != 0 || face->units_per_EM == 0)
            throw PaintError(fmt::format("cannot read {} as a font", file.string()));
    }
    LoadedFace(const LoadedFace&) = delete;
    LoadedFace& operator=(const LoadedFace&) = delete;
    ~LoadedFace() {
        if (face != nullptr) FT_Done_Face(face);
    }
};

struct Glyph {
    unsigned long index = 0;  ///< 0: the face lacks it
    double advance = 0;       ///< in ems
};

/// A face with a memory for the advances of its signs.
class FontFace {
public:
    FontFace(const Library& library, const std::filesystem::path& file) : loaded_(new LoadedFace(library, file)) {
        static const cairo_user_data_key_t key{};
        cairo_ = cairo_ft_font_face_create_for_ft_face(loaded_->face, FT_LOAD_NO_HINTING);
        const auto release = [](void* p) { delete static_cast<LoadedFace*>(p); };
        if (cairo_font_face_set_user_data(cairo_, &key, loaded_, release) != CAIRO_STATUS_SUCCESS) {
            cairo_font_face_destroy(cairo_);
            delete loaded_;
            throw PaintError(fmt::format("Cairo cannot use {}", file.string()));
        }
    }
    FontFace(const FontFace&) = delete;
    FontFace& operator=(const FontFace&) = delete;
    ~FontFace() { cairo_font_face_destroy(cairo_); }

    cairo_font_face_t* cairo() const { return cairo_; }

    Glyph glyph(char32_t sign) {
        if (const auto it = glyphs_.find(sign); it != glyphs_.end()) return it->second;
        Glyph g;
        const FT_UInt index = FT_Get_Char_Index(loaded_->face, sign);
        if (index != 0 && FT_Load_Glyph(loaded_->face, index, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP) == 0)
            g = {index, static_cast<double>(loaded_->face->glyph->metrics.horiAdvance) / loaded_->face->units_per_EM};
        glyphs_.emplace(sign, g);
        return g;
    }

private:
    LoadedFace* loaded_;  ///< owned by cairo_
    cairo_font_face_t* cairo_ = nullptr;
    std::unordered_map<char32_t, Glyph> glyphs_;
};

constexpr char32_t unreadable = 0xFFFD;

/// The next code point of `text` from `at` on; what is not UTF-8 gives U+FFFD, a byte at a time.
char32_t next_sign(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at++);
    if (first < 0x80) return first;
    const int more = first >= 0xF0 && first < 0xF5 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
    if (more == 0 || first >= 0xF5 || at + static_cast<std::size_t>(more) > text.size()) return unreadable;
    char32_t sign = first & (0x3FU >> more);
    for (int k = 0; k < more; ++k) {
        const unsigned char c = byte(at + static_cast<std::size_t>(k));
        if ((c & 0xC0U) != 0x80U) return unreadable;
        sign = sign << 6U | (c & 0x3FU);
    }
    at += static_cast<std::size_t>(more);
    return sign;
}

/// What a text may say in a file: no control characters, and no numbers that are no signs.
char32_t allowed(char32_t sign) {
    const bool is_none = sign < 0x20 || (sign >= 0xD800 && sign < 0xE000) || sign == 0xFFFE || sign == 0xFFFF || sign > 0x10FFFF;
    return is_none ? unreadable : sign;
}

/// Appends a sign and tells how many bytes it has.
int append(std::string& text, char32_t sign) {
    const auto byte = [&](char32_t b) { text.push_back(static_cast<char>(static_cast<unsigned char>(b))); };
    const auto tail = [&](unsigned shift) { byte(0x80U | (sign >> shift & 0x3FU)); };
    if (sign < 0x80) return byte(sign), 1;
    if (sign < 0x800) return byte(0xC0U | sign >> 6U), tail(0), 2;
    if (sign < 0x10000) return byte(0xE0U | sign >> 12U), tail(6), tail(0), 3;
    return byte(0xF0U | sign >> 18U), tail(12), tail(6), tail(0), 4;
}

}  // namespace

struct CairoFonts::Faces {
    Library library = start_freetype();
    // Setting text fills the memories of the faces; what it gives does not change.
    mutable std::array<FontFace, 3> faces;
    mutable FontFace fallback;

    explicit Faces(const std::filesystem::path& folder)
        : faces{{{library, folder / font_file(Face::sans)},
                 {library, folder / font_file(Face::sans_semibold)},
                 {library, folder / font_file(Face::mono)}}},
          fallback(library, folder / fallback_font_file()) {}
};

CairoFonts::CairoFonts(const std::filesystem::path& folder) : faces_(std::make_unique<Faces>(folder)) {}
CairoFonts::~CairoFonts() = default;

float CairoFonts::width(std::string_view text, TextRole role) const {
    return static_cast<float>(set_text(*faces_, text, face_of(role)).width) * text_size(role);
}

SetText set_text(const CairoFonts::Faces& faces, std::string_view text, Face face) {
    SetText out;
    FontFace& own = faces.faces[static_cast<std::size_t>(face)];
    for (std::size_t at = 0; at < text.size();) {
        const char32_t sign = next_sign(text, at);
        FontFace* from = &own;
        Typeface typeface = Typeface::of_role;
        Glyph glyph = own.glyph(sign);
        if (glyph.index == 0) {
            from = &faces.fallback;
            typeface = Typeface::signs;
            glyph = from->glyph(sign);
        }
        if (out.runs.empty() || out.runs.back().face != from->cairo()) out.runs.push_back({from->cairo(), typeface, {}, {}, {}});
        GlyphRun& run = out.runs.back();
        run.glyphs.push_back({glyph.index, out.width, 0});
        run.clusters.push_back({append(run.text, allowed(sign)), 1});
        out.width += glyph.advance;
    }
    return out;
}

TextLine text_line(const CairoFonts& fonts, std::string_view text, Face face) {
    SetText set = set_text(fonts.faces(), text, face);
    TextLine line{{}, set.width};
    for (GlyphRun& run : set.runs) line.runs.push_back({run.typeface, std::move(run.text)});
    return line;
}

}  // namespace ravine
