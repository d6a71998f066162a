// Paths and markers on the GPU. A path is uploaded once; playing it back changes a uniform.
#pragma once

#include <filesystem>
#include <memory>
#include <unordered_map>

#include "app/gl/objects.h"
#include "app/gl/shader.h"
#include "app/paint/gpu_frame.h"

namespace ravine {

class GpuPaths {
public:
    explicit GpuPaths(const std::filesystem::path& shaders);

    /// Drops what the last frame neither drew nor kept.
    void begin_frame();
    /// The buffers of this path are needed later, even if this frame does not draw it.
    void keep(const Path& path);
    /// Draws at least what is within `clip` (device pixels of the target, y down).
    void draw(const Path& path, const Rect& clip, const Frame& frame);
    void draw(const Marker& marker, const Frame& frame);

private:
    struct Uploaded {
        std::shared_ptr<const PixelPath> path;
        gl::VertexArray segments, marks;
        gl::Buffer segment_buffer, mark_buffer;
        bool used = true;
    };
    Uploaded& uploaded(const std::shared_ptr<const PixelPath>& path);
    void need_quads(std::size_t count);
    void draw_lines(const Path& path, const Uploaded& entry, const Rect& box, const Frame& frame);
    void draw_marks(const Path& path, const Uploaded& entry, const Rect& box, const Frame& frame);
    void use_marker(const Marker& look, float reveal, float fade, const Frame& frame);

    gl::Shader line_, marker_;
    gl::VertexArray no_attributes_;
    gl::Buffer quads_;  ///< corner numbers of quads, two triangles each
    std::size_t quad_capacity_ = 0;
    std::unordered_map<const PixelPath*, Uploaded> cache_;
};

}  // namespace ravine
