// A level grid as colours: what shaders/field.frag does on the GPU, stated once more for files.
//
// For each sample, with b its level and g the length of the gradient of b in levels per device pixel (central differences of the
// neighbouring samples, one-sided at the edges of the grid and beside samples that f does not define):
//
//   n = floor(b + ½)                                    the nearest isoline
//   d = (b − n) / g                                     how far beyond it the sample is, in pixels
//   band(k) = colors((k + ½ − lowest) / (highest − lowest))        between the isolines k and k + 1
//   c = mix(band(n − 1), band(n), clamp(d + ½, 0, 1))   an edge that is one pixel wide
//   c = mix(c, colors((b − lowest) / (highest − lowest)), smoothstep(0.35, 0.7, g))    too dense for bands: no steps
//   coverage = clamp(width / 2 + ½ − |d|, 0, 1) · (1 − smoothstep(0.15, 0.35, g))      too dense for isolines: none
//   c = mix(c, line, coverage · line.a)
//
// colors(t) interpolates linearly between the 256 colours, clamped. Where g = 0, d is infinite with the sign of b − n, and 0
// there counts as positive; the coverage is then 0. Samples without a level get `undefined` with a 45° hatch: lighter where
// (column + row) mod 12 < 1.5, in device pixels at scale 1 (twice as wide at scale 2).
#pragma once

#include "app/paint/cairo_painter.h"

namespace ravine {

/// One pixel per sample, on all cores. `ratio` is device pixels per logical pixel.
Image field_image(const LevelGrid& grid, const FieldStyle& style, float ratio);

}  // namespace ravine
