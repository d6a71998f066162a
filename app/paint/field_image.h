// A level grid as colours: what shaders/field.frag does on the GPU, stated once more for files.
//
// For each sample, with b its level and g the length of the gradient of b in levels per device pixel (central differences of the
// neighbouring samples, one-sided at the edges of the grid; b itself stands in for a neighbour that f does not define; at least
// 1e-6):
//
//   n = floor(b + ½)                                    the nearest isoline
//   d = (b − n) / g                                     how far beyond it the sample is, in pixels
//   band(k) = the colour nearest to (k + ½ − lowest) / (highest − lowest)          between the isolines k and k + 1
//   c = mix(band(n − 1), band(n), clamp(d + ½, 0, 1))   an edge that is one pixel wide
//   t = relief · (∂b/∂column + ∂b/∂row) / √2            the slope away from the light at the upper left
//   c = mix(c, white or black, 0.22 · |t| / √(1 + t²))   lit where t > 0
//   coverage = clamp(width / 2 + ½ − |d|, 0, 1) · (1 − smoothstep(0.35, 0.7, g))   too dense for isolines: none
//   c = mix(c, line, coverage · line.a)
//
// Samples without a level get `undefined` with a 45° hatch: darker in the second half of (column + row) mod 12.
#pragma once

#include "app/figure/figure.h"
#include "app/paint/image.h"

namespace ravine {

/// One pixel per sample, on all cores. `scale`: samples per logical pixel, which the lengths of the style are in.
Image field_image(const LevelGrid& grid, const FieldStyle& style, float scale);

// The same for those who draw the bands as outlines.
inline constexpr int hatch_period = 12;     ///< samples
inline constexpr float hatch_shade = 0.8F;  ///< what the darker stripes are multiplied by

/// Of the band between the isolines k and k + 1.
Color band_color(const LevelGrid& grid, const FieldStyle& style, float k);
/// g at a sample; 0 where it has no level.
float steepness(const LevelGrid& grid, int i, int j);
/// How strong isolines are where g is this: 1 − smoothstep(0.35, 0.7, g).
float isoline_calm(float steepness);
/// The relief by itself, to lie over bands: black or white, translucent.
Image relief_image(const LevelGrid& grid, const FieldStyle& style, float scale);

}  // namespace ravine
