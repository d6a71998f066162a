// Figure → canvas: the same for pixels, PDF and SVG.
#pragma once

#include "app/paint/canvas.h"

namespace ravine {

struct Detail {
    float scale = 1;  ///< pixels per logical pixel: of the picture, or of what a picture without pixels holds as an image
    /// How fields come out: sample by sample, or as the outlines of their bands.
    enum class Fields { pixels, outlines } fields = Fields::pixels;
};

void paint_figure(const Figure& figure, Canvas& canvas, const Detail& detail);

}  // namespace ravine
