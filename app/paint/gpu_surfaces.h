// Graphs of f on the GPU: each is drawn once into a texture and copied from there until it is turned or changes. While it is
// being turned it may be a draft, which software OpenGL draws several times as fast.
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

    /// Drops what the last frame neither drew nor kept. `now` in seconds; without it nothing is a draft.
    void begin_frame(std::optional<double> now);
    /// The picture of this surface is needed later, even if this frame does not draw it. Says how it is to be drawn.
    Detail keep(const Surface& surface);
    /// Draws into the framebuffer that is bound.
    void draw(const Surface& surface, Detail detail, const Frame& frame);
    /// Whether a picture that is needed is a draft.
    bool has_drafts() const;

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
        Detail detail;
        gl::Framebuffer picture;
        bool used = true;
    };
    Detail detail_of(const Surface& surface);
    const Uploaded& uploaded(const std::shared_ptr<const SurfaceMesh>& mesh);
    const Drawn& drawn(const Surface& surface, Detail detail, float scale);
    void draw_full(Drawn& entry);
    void draw_draft(Drawn& entry);
    void render(const Drawn& entry);

    gl::Shader surface_;
    const GpuPictures& pictures_;
    std::list<Uploaded> meshes_;
    std::list<Drawn> cache_;
    std::optional<double> now_;
    double moved_at_ = 0;  ///< when a surface was last seen otherwise than before
};

}  // namespace ravine
