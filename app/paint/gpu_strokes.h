// The strokes of fields on the GPU: all at once, into the field's picture.
#pragma once

#include <filesystem>

#include "app/figure/figure.h"
#include "app/gl/objects.h"
#include "app/gl/shader.h"

namespace ravine {

class GpuStrokes {
public:
    explicit GpuStrokes(const std::filesystem::path& shaders);

    /// Draws into the framebuffer that is bound: a picture of `size` pixels whose first row is the top one, `scale` pixels per
    /// logical pixel.
    void draw(const FieldStrokes& strokes, Pixel size, float scale) const;

private:
    gl::Shader line_;
};

}  // namespace ravine
