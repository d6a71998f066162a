// The graph of f as pixels: what shaders/surface.vert and surface.frag do on the GPU, stated once more for files.
//
// For each pixel that a triangle covers in part, at its middle, with b its level and g the length of the gradient of b in levels
// per device pixel (constant within a triangle): bands and isolines as field_image.h says, where the coverage of lines is at
// least that of the rim. Then
//
//   rim = clamp(width + ½ − r, 0, 1), r how far the pixel is from the ground's edge, in pixels: a line twice as strong
//   from above:  c · (0.56 + 0.54 · max(n · lamp, 0))      n the normal between those of the corners, lamp before the camera
//   from below:  mix(c, underside, 0.72)
//   on the floor: floor_line with alpha · coverage of the isolines, nothing else
//
// A pixel is the mean of four samples, each with the colour of the nearest triangle there.
#pragma once

#include "app/figure/figure.h"
#include "app/paint/image.h"

namespace ravine {

/// In pixels: its rectangle at `scale`, one or more a side.
struct SurfaceSize {
    int width = 0, height = 0;
};
SurfaceSize surface_size(const Surface& surface, float scale);

/// The surface's rectangle at `scale` device pixels a logical pixel, on all cores. Transparent where nothing of it is.
Image surface_image(const Surface& surface, float scale);

}  // namespace ravine
