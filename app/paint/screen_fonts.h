// The fonts of the window: one for each text role, baked for the scale at hand.
#pragma once

#include <array>
#include <filesystem>

#include <imgui.h>

#include "app/figure/type.h"

namespace ravine {

class ScreenFonts final : public TextMetrics {
public:
    /// Loads the faces into the atlas of the current ImGui context, replacing what was there; `scale` is pixels per unit.
    /// Throws PaintError where a font file is missing. The caller has the renderer take the new font texture.
    ScreenFonts(const std::filesystem::path& folder, float scale);

    ImFont* font(TextRole role) const { return faces_[index(role)].font; }
    /// The size that ImGui draws this role at: from the face's ascent to its descent, in pixels.
    float pixels(TextRole role) const { return faces_[index(role)].pixels; }
    /// From the top of a line to its baseline, in pixels.
    float ascent(TextRole role) const;
    float scale() const { return scale_; }
    float width(std::string_view text, TextRole role) const override;
    /// The top of a line of text whose baseline is at `y`, on a whole pixel.
    float top_of(TextRole role, float y) const;

private:
    struct Sized {
        ImFont* font = nullptr;
        float pixels = 0;
    };
    static constexpr std::size_t index(TextRole role) { return static_cast<std::size_t>(role); }

    std::array<Sized, 6> faces_;
    float scale_;
};

}  // namespace ravine
