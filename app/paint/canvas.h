// What figures are painted on: a few ways to leave marks, which pixels, PDF and SVG have in common. Lengths are logical pixels.
#pragma once

#include <functional>
#include <optional>
#include <variant>

#include "app/figure/figure.h"
#include "app/paint/image.h"
#include "app/paint/outline.h"

namespace ravine {

/// A colour, or one that runs into another along a line.
struct Ink {
    Color color;
    struct Fade {
        Pixel from, to;
        Color end;
    };
    std::optional<Fade> fade = {};
};

struct Stroke {
    Ink ink;
    float width = 1;
    float dash = 0, gap = 0;  ///< 0: solid
    float begin = 0;          ///< how far into its dashes the line begins
    enum class Cap { butt, round } cap = Cap::butt;
    enum class Join { miter, round } join = Join::miter;
};

class Canvas {
public:
    /// How an image is drawn where its pixels are not the canvas's.
    enum class Sampling { nearest, smooth };

    /// What images are made of.
    using ImageOf = std::variant<Field, Surface>;

    virtual ~Canvas() = default;

    virtual void fill(const Outline& outline, Color color) = 0;  ///< what its lines wind about
    virtual void stroke(const Outline& outline, const Stroke& stroke) = 0;
    /// `size` is that of an em.
    virtual void text(const Text& text, float size) = 0;
    /// What `make` gives. Where one canvas after another shows an equal `of` in the same way, it may be kept from the last one.
    virtual void image(const ImageOf& of, const std::function<Image()>& make, const Rect& rect, Sampling sampling) = 0;
    /// Until `unclip` nothing is drawn outside of `rect`. Clips nest.
    virtual void clip(const Rect& rect) = 0;
    virtual void unclip() = 0;
};

}  // namespace ravine
