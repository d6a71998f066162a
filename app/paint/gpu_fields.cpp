#include "app/paint/gpu_fields.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/paint/color_table.h"

namespace ravine {

void set_clip(const Rect& clip, const Frame& frame) {
    const int x0 = static_cast<int>(std::max(0.0F, clip.x0));
    const int y0 = static_cast<int>(std::max(0.0F, frame.target.y - clip.y1));
    glEnable(GL_SCISSOR_TEST);
    glScissor(x0, y0, std::max(0, static_cast<int>(clip.x1) - x0), std::max(0, static_cast<int>(frame.target.y - clip.y0) - y0));
}

GpuFields::GpuFields(const std::filesystem::path& shaders, const GpuPictures& pictures)
    : strokes_(shaders), shader_(shaders, "field"), pictures_(pictures) {}

void GpuFields::begin_frame() {
    cache_.remove_if([](const Colored& c) { return !c.used; });
    for (Colored& c : cache_) c.used = false;
}

void GpuFields::keep(const Field& field) {
    for (Colored& c : cache_) c.used = c.used || c.shows(field);
}

const GpuFields::Colored& GpuFields::colored(const Field& field, float scale) {
    for (Colored& c : cache_) {
        if (c.shows(field) && c.scale == scale) {
            c.used = true;
            return c;
        }
    }
    const LevelGrid& grid = *field.grid;
    const FieldStyle& style = *field.style;
    const auto bytes = color_table(style.colors);
    glActiveTexture(GL_TEXTURE1);
    const gl::Texture colors(256, 1, gl::Texture::Format::rgba8, bytes.data());
    glActiveTexture(GL_TEXTURE0);
    const gl::Texture levels(grid.columns, grid.rows, gl::Texture::Format::level32f, grid.level.data());
    cache_.push_back({field.grid, field.style, field.strokes, scale, gl::Framebuffer(grid.columns, grid.rows), true});
    glBindTexture(GL_TEXTURE_2D, levels.name());

    GLint target = 0;
    std::array<GLint, 4> viewport{};
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target);
    glGetIntegerv(GL_VIEWPORT, viewport.data());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, cache_.back().picture.name());
    glViewport(0, 0, grid.columns, grid.rows);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_BLEND);
    shader_.use();
    shader_.set("levels", 0);
    shader_.set("colors", 1);
    shader_.set("lowest", grid.lowest);
    shader_.set("highest", grid.highest);
    shader_.set("line_width", style.line_width * scale);
    shader_.set("relief", style.relief * scale);
    set(shader_, "line_color", style.line);
    set(shader_, "undefined_color", style.undefined);
    glBindVertexArray(no_attributes_.name());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    if (field.strokes != nullptr) {
        strokes_.draw(*field.strokes, {static_cast<float>(grid.columns), static_cast<float>(grid.rows)}, scale);
    }
    glEnable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, static_cast<GLuint>(target));
    glViewport(viewport[0], viewport[1], viewport[2], viewport[3]);
    return cache_.back();
}

void GpuFields::draw(const Field& field, const Frame& frame) {
    if (field.grid == nullptr || field.grid->columns <= 0 || field.grid->rows <= 0) return;
    const gl::Texture& picture = colored(field, frame.scale).picture.texture();
    const Rect& r = field.rect;
    const auto x = [&](float v) { return std::round(frame.origin.x + v * frame.scale); };
    const auto y = [&](float v) { return std::round(frame.origin.y + v * frame.scale); };
    glDisable(GL_BLEND);
    pictures_.draw(picture, {x(r.x0), y(r.y0), x(r.x1), y(r.y1)}, Rows::top_first, frame);
}

}  // namespace ravine
