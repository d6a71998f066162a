// Graphs of f on the GPU: each is drawn once into a texture and copied from there until it is turned or changes.
#pragma once

#include <filesystem>
#include <list>
#include <memory>
#include <optional>

#include "app/figure/surface_mesh.h"
#include "app/gl/objects.h"
#include "app/gl/shader.h"
#include "app/paint/gpu_frame.h"
#include "app/paint/gpu_pictures.h"

namespace ravine {

class GpuSurfaces {
public:
    GpuSurfaces(const std::filesystem::path& shaders, const GpuPictures& pictures);

    /// Drops what the last frame neither drew nor kept.
    void begin_frame();
    /// The picture of this surface is needed later, even if this frame does not draw it.
    void keep(const Surface& surface);
    /// Draws into the framebuffer that is bound.
    void draw(const Surface& surface, const Frame& frame);

private:
    struct Uploaded {
        std::shared_ptr<const SurfaceMesh> mesh;
        gl::VertexArray attributes;
        gl::Buffer vertices, triangles;  ///< the graph's, and behind them the floor's
        bool used = true;
    };
    struct Drawn {
        Surface surface;
        float scale;
        gl::Framebuffer picture;
        bool used = true;
    };
    const Uploaded& uploaded(const std::shared_ptr<const SurfaceMesh>& mesh);
    const Drawn& drawn(const Surface& surface, float scale);
    void render(const Surface& surface, float scale);

    gl::Shader surface_;
    const GpuPictures& pictures_;
    std::optional<gl::SampledFramebuffer> canvas_;  ///< what the last surface was drawn on
    std::list<Uploaded> meshes_;
    std::list<Drawn> cache_;
};

}  // namespace ravine
