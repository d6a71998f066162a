// Fields on the GPU: each is coloured once into a texture and copied from there until it changes.
#pragma once

#include <filesystem>
#include <list>
#include <memory>

#include "app/gl/objects.h"
#include "app/gl/shader.h"
#include "app/paint/gpu_frame.h"
#include "app/paint/gpu_pictures.h"
#include "app/paint/gpu_strokes.h"

namespace ravine {

class GpuFields {
public:
    GpuFields(const std::filesystem::path& shaders, const GpuPictures& pictures);

    /// Drops what the last frame neither drew nor kept.
    void begin_frame();
    /// The picture of this field is needed later, even if this frame does not draw it.
    void keep(const Field& field);
    /// Draws into the framebuffer that is bound.
    void draw(const Field& field, const Frame& frame);

private:
    struct Colored {
        std::shared_ptr<const LevelGrid> grid;
        std::shared_ptr<const FieldStyle> style;
        std::shared_ptr<const FieldStrokes> strokes;
        float scale;
        gl::Framebuffer picture;
        bool used;

        bool shows(const Field& field) const { return grid == field.grid && style == field.style && strokes == field.strokes; }
    };
    const Colored& colored(const Field& field, float scale);

    GpuStrokes strokes_;
    gl::Shader shader_;
    gl::VertexArray no_attributes_;
    const GpuPictures& pictures_;
    std::list<Colored> cache_;
};

}  // namespace ravine
