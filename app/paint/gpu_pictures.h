// Pictures that lie in textures, drawn one texel a pixel. A copy between framebuffers would be simpler to ask for, but each makes
// software OpenGL finish and begin the picture anew, twice.
#pragma once

#include <filesystem>

#include "app/gl/objects.h"
#include "app/gl/shader.h"
#include "app/paint/gpu_frame.h"

namespace ravine {

enum class Rows { top_first, bottom_first };

class GpuPictures {
public:
    explicit GpuPictures(const std::filesystem::path& shaders) : shader_(shaders, "picture") {}

    /// Draws `picture` over the rectangle `at` (device pixels of the target, y down), blending as OpenGL's state says.
    void draw(const gl::Texture& picture, const Rect& at, Rows rows, const Frame& frame) const;

private:
    gl::Shader shader_;
    gl::VertexArray no_attributes_;
};

}  // namespace ravine
