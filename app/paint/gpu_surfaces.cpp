#include "app/paint/gpu_surfaces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "app/paint/color_table.h"

namespace ravine {

namespace {

using Vertex = SurfaceMesh::Vertex;

/// How long a surface has to stand still before it is drawn in full.
constexpr double calm = 0.1;  // seconds

void attribute(GLuint location, GLint size, std::size_t offset) {
    glEnableVertexAttribArray(location);
    glVertexAttribPointer(location, size, GL_FLOAT, GL_FALSE, sizeof(Vertex), reinterpret_cast<const void*>(offset));
}

/// The rectangle in device pixels; it lies between them.
struct Pixels {
    int x0, y0, x1, y1;
    int width() const { return std::max(x1 - x0, 1); }
    int height() const { return std::max(y1 - y0, 1); }
};

Pixels pixels_of(const Rect& rect, Pixel origin, float scale) {
    const auto at = [&](float start, float v) { return static_cast<int>(std::lround(start + v * scale)); };
    return {at(origin.x, rect.x0), at(origin.y, rect.y0), at(origin.x, rect.x1), at(origin.y, rect.y1)};
}

/// What the target and its state are while something else is drawn.
class Aside {
public:
    Aside() {
        glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target_);
        glGetIntegerv(GL_VIEWPORT, viewport_.data());
        glDisable(GL_SCISSOR_TEST);
        glDisable(GL_BLEND);
        glEnable(GL_DEPTH_TEST);
        glDepthFunc(GL_LESS);
        glDepthMask(GL_TRUE);
        glFrontFace(GL_CCW);
    }
    ~Aside() {
        glDisable(GL_DEPTH_TEST);
        glEnable(GL_SCISSOR_TEST);
        glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(target_));
        glViewport(viewport_[0], viewport_[1], viewport_[2], viewport_[3]);
    }
    Aside(const Aside&) = delete;
    Aside& operator=(const Aside&) = delete;
    Aside(Aside&&) = delete;
    Aside& operator=(Aside&&) = delete;

private:
    GLint target_ = 0;
    std::array<GLint, 4> viewport_{};
};

}  // namespace

GpuSurfaces::GpuSurfaces(const std::filesystem::path& shaders, const GpuPictures& pictures)
    : surface_(shaders, "surface"), pictures_(pictures) {}

void GpuSurfaces::begin_frame(std::optional<double> now) {
    now_ = now;
    cache_.remove_if([](const Drawn& d) { return !d.used; });
    meshes_.remove_if([](const Uploaded& m) { return !m.used; });
    for (Drawn& d : cache_) d.used = false;
    for (Uploaded& m : meshes_) m.used = false;
}

Detail GpuSurfaces::keep(const Surface& surface) {
    for (Uploaded& m : meshes_) m.used = m.used || m.mesh == surface.mesh;
    const Detail detail = detail_of(surface);
    for (Drawn& d : cache_) d.used = d.used || (d.surface == surface && d.detail == detail);
    return detail;
}

Detail GpuSurfaces::detail_of(const Surface& surface) {
    const auto is_drawn = [&](Detail detail) {
        return std::ranges::any_of(cache_, [&](const Drawn& d) { return d.surface == surface && d.detail == detail; });
    };
    const bool seen = std::ranges::any_of(cache_, [&](const Drawn& d) { return d.surface.mesh == surface.mesh; });
    if (!now_ || !seen || is_drawn(Detail::full)) return Detail::full;
    if (!is_drawn(Detail::draft)) moved_at_ = *now_;
    return *now_ - moved_at_ < calm ? Detail::draft : Detail::full;
}

bool GpuSurfaces::has_drafts() const {
    return std::ranges::any_of(cache_, [](const Drawn& d) { return d.used && d.detail == Detail::draft; });
}

const GpuSurfaces::Uploaded& GpuSurfaces::uploaded(const std::shared_ptr<const SurfaceMesh>& mesh) {
    for (Uploaded& m : meshes_) {
        if (m.mesh == mesh) {
            m.used = true;
            return m;
        }
    }
    Uploaded& entry = meshes_.emplace_back();
    entry.mesh = mesh;
    entry.used = true;
    glBindVertexArray(entry.attributes.name());
    std::vector<std::uint32_t> indices = mesh->triangles;
    indices.insert(indices.end(), mesh->floor_triangles.begin(), mesh->floor_triangles.end());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, entry.triangles.name());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size() * sizeof(std::uint32_t)), indices.data(),
                 GL_STATIC_DRAW);
    glBindBuffer(GL_ARRAY_BUFFER, entry.vertices.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(mesh->vertices.size() * sizeof(Vertex)), mesh->vertices.data(),
                 GL_STATIC_DRAW);
    attribute(0, 3, offsetof(Vertex, x));
    attribute(1, 2, offsetof(Vertex, slope_x));
    attribute(2, 1, offsetof(Vertex, level));
    return entry;
}

void GpuSurfaces::render(const Drawn& entry) {
    const Surface& surface = entry.surface;
    const float scale = entry.scale;
    const Projection& p = surface.projection;
    const Rect& rect = surface.rect;
    surface_.use();
    surface_.set("azimuth", p.sin_azimuth, p.cos_azimuth);
    surface_.set("elevation", p.sin_elevation, p.cos_elevation);
    surface_.set("middle", (p.middle.x - rect.x0) * scale, (p.middle.y - rect.y0) * scale);
    surface_.set("target", static_cast<float>(entry.picture.width()), static_cast<float>(entry.picture.height()));
    surface_.set("scale", p.scale * scale);
    surface_.set("height", surface.height);
    surface_.set("half_ground", surface.mesh->half_x, surface.mesh->half_y);
    surface_.set("floor_at", surface.floor);
    surface_.set("colors", 0);
    surface_.set("lowest", surface.mesh->lowest);
    surface_.set("highest", surface.mesh->highest);
    surface_.set("line_width", surface.style->line_width * scale);
    set(surface_, "line_color", surface.style->line);
    set(surface_, "floor_color", surface.floor_line);
    set(surface_, "underside", surface.underside);
    const SurfaceMesh& mesh = *surface.mesh;
    const std::size_t all = mesh.triangles.size(), few = mesh.floor_triangles.size();
    const auto draw = [](std::size_t first, std::size_t count) {
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(count), GL_UNSIGNED_INT,
                       reinterpret_cast<const void*>(first * sizeof(std::uint32_t)));
    };
    glBindVertexArray(uploaded(surface.mesh).attributes.name());
    const auto table = color_table(surface.style->colors);
    glActiveTexture(GL_TEXTURE0);
    const gl::Texture colors(256, 1, gl::Texture::Format::rgba8, table.data());
    glBindTexture(GL_TEXTURE_2D, colors.name());
    glViewport(0, 0, entry.picture.width(), entry.picture.height());
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    surface_.set("on_floor", 0);
    entry.detail == Detail::full ? draw(0, all) : draw(all, few);
    if (surface.floor_line.a <= 0) return;
    surface_.set("on_floor", 1);
    draw(all, few);
}

void GpuSurfaces::draw_full(Drawn& entry) {
    const int width = entry.picture.width(), height = entry.picture.height();
    // Four samples a pixel take much memory: they are given back as soon as their mean is known. Software OpenGL keeps the
    // triangles of what it has drawn until it draws again in the same place: waiting before and after makes that place the next
    // one.
    if (now_) glFinish();
    const gl::SampledFramebuffer canvas(width, height);
    glBindFramebuffer(GL_FRAMEBUFFER, canvas.name());
    render(entry);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, canvas.name());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, entry.picture.name());
    glBlitFramebuffer(0, 0, width, height, 0, 0, width, height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    if (now_) glFinish();
}

void GpuSurfaces::draw_draft(Drawn& entry) {
    glBindFramebuffer(GL_FRAMEBUFFER, entry.picture.name());
    render(entry);
}

const GpuSurfaces::Drawn& GpuSurfaces::drawn(const Surface& surface, Detail detail, float scale) {
    for (Drawn& d : cache_) {
        if (d.surface == surface && d.scale == scale && d.detail == detail) {
            d.used = true;
            return d;
        }
    }
    const Pixels size = pixels_of(surface.rect, {}, scale);
    const bool is_draft = detail == Detail::draft;
    const auto fits = [&](const Drawn& d) {
        return d.detail == detail && d.picture.width() == size.width() && d.picture.height() == size.height() && !d.used;
    };
    const auto former = std::ranges::find_if(cache_, fits);
    // A picture that nobody needs any more is drawn over.
    if (former != cache_.end()) {
        former->surface = surface;
        former->scale = scale;
        former->used = true;
    } else {
        const auto depth = is_draft ? gl::Framebuffer::Depth::buffer : gl::Framebuffer::Depth::none;
        cache_.push_back({surface, scale, detail, gl::Framebuffer(size.width(), size.height(), depth), true});
    }
    Drawn& entry = former != cache_.end() ? *former : cache_.back();
    const Aside aside;
    is_draft ? draw_draft(entry) : draw_full(entry);
    return entry;
}

void GpuSurfaces::draw(const Surface& surface, Detail detail, const Frame& frame) {
    if (surface.mesh == nullptr || surface.style == nullptr) return;
    const Drawn& entry = drawn(surface, detail, frame.scale);
    const Pixels at = pixels_of(surface.rect, frame.origin, frame.scale);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    const auto x0 = static_cast<float>(at.x0), y0 = static_cast<float>(at.y0);
    const gl::Texture& picture = entry.picture.texture();
    pictures_.draw(picture, {x0, y0, x0 + static_cast<float>(picture.width()), y0 + static_cast<float>(picture.height())},
                   Rows::bottom_first, frame);
}

}  // namespace ravine
