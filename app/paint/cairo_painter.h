// Figure → file. Cairo draws it on the CPU: no window, no OpenGL, the same bytes every time.
#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>

#include "app/figure/figure.h"
#include "app/figure/type.h"
#include "app/paint/image.h"

namespace ravine {

struct PaintError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The fonts that files are written with. Throws PaintError where a font file is missing.
class CairoFonts final : public TextMetrics {
public:
    explicit CairoFonts(const std::filesystem::path& folder);
    ~CairoFonts() override;
    float width(std::string_view text, TextRole role) const override;

    struct Faces;
    const Faces& faces() const { return *faces_; }

private:
    std::unique_ptr<Faces> faces_;
};

/// Paints at `scale` device pixels per logical pixel. At most 16,384 pixels a side (PaintError).
Image paint_image(const Figure& figure, const CairoFonts& fonts, float scale);

}  // namespace ravine
