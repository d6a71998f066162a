// SVG as a canvas.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "app/paint/cairo_painter.h"
#include "app/paint/canvas.h"

namespace ravine {

class SvgCanvas final : public Canvas {
public:
    /// `page`: what the file shows; clips as large as that are none.
    SvgCanvas(const CairoFonts& fonts, const Rect& page);

    void fill(const Outline& outline, Color color) override;
    void stroke(const Outline& outline, const Stroke& stroke) override;
    void text(const Text& text, float size) override;
    void image(const ImageOf& of, const std::function<Image()>& make, const Rect& rect, Sampling sampling) override;
    void clip(const Rect& rect) override;
    void unclip() override;

    /// The elements of what was painted, all clips taken back.
    const std::string& body() const { return body_; }

private:
    /// The paint attribute of an ink, after its gradient where it has one.
    std::string ink_of(const Ink& ink);

    const CairoFonts& fonts_;
    Rect page_;
    std::string body_;
    enum class Clip { page, part };
    std::vector<Clip> clips_;
    std::map<std::tuple<float, float, float, float>, std::size_t> parts_;  ///< the clip paths that are in the file, by number
    std::size_t gradients_ = 0;
};

}  // namespace ravine
