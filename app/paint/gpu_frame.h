// Where the GPU painters draw: a target in device pixels and the figure's place in it.
#pragma once

#include "app/figure/figure.h"
#include "app/gl/shader.h"

namespace ravine {

struct Frame {
    Pixel origin;     ///< of the figure, device pixels from the target's top left
    Pixel target;     ///< size of the target, device pixels
    float scale = 1;  ///< device pixels per logical pixel
};

/// How carefully a surface is drawn. A draft is for as long as it moves: one sample a pixel, every second row and column of the
/// mesh.
enum class Detail { full, draft };

/// Restricts drawing to `clip` (device pixels, y down).
void set_clip(const Rect& clip, const Frame& frame);

inline void set(const gl::Shader& shader, const char* uniform, Color c) { shader.set(uniform, c.r, c.g, c.b, c.a); }

}  // namespace ravine
