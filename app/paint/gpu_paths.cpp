#include "app/paint/gpu_paths.h"

#include <algorithm>
#include <limits>

namespace ravine {

namespace {

void set(const gl::Shader& shader, const char* uniform, Color c) { shader.set(uniform, c.r, c.g, c.b, c.a); }

void set(const gl::Shader& shader, const Frame& frame) {
    shader.set("origin", frame.origin.x, frame.origin.y);
    shader.set("scale", frame.scale);
    shader.set("target", frame.target.x, frame.target.y);
}

void upload(const gl::Buffer& buffer, const std::vector<PixelPath::Vertex>& vertices) {
    glBindBuffer(GL_ARRAY_BUFFER, buffer.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size() * sizeof(PixelPath::Vertex)), vertices.data(),
                 GL_STATIC_DRAW);
}

/// One vertex per instance at `location`, beginning with vertex `first` of the buffer that is bound.
void per_instance(GLuint location, std::size_t first) {
    glEnableVertexAttribArray(location);
    glVertexAttribPointer(location, 4, GL_FLOAT, GL_FALSE, sizeof(PixelPath::Vertex),
                          reinterpret_cast<const void*>(first * sizeof(PixelPath::Vertex)));
    glVertexAttribDivisor(location, 1);
}

void blend() {
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

}  // namespace

GpuPaths::GpuPaths(const std::filesystem::path& shaders) : line_(shaders, "path"), marker_(shaders, "marker") {}

void GpuPaths::begin_frame() {
    std::erase_if(cache_, [](const auto& entry) { return !entry.second.used; });
    for (auto& [key, entry] : cache_) entry.used = false;
}

GpuPaths::Uploaded& GpuPaths::uploaded(const std::shared_ptr<const PixelPath>& path) {
    const auto [at, fresh] = cache_.try_emplace(path.get());
    Uploaded& entry = at->second;
    entry.used = true;
    if (!fresh) return entry;
    entry.path = path;
    // A segment reads vertex i and vertex i + 1 from one buffer, through two attributes.
    glBindVertexArray(entry.segments.name());
    upload(entry.segment_buffer, path->vertices);
    per_instance(0, 0);
    per_instance(1, 1);
    glBindVertexArray(entry.marks.name());
    upload(entry.mark_buffer, path->marks);
    per_instance(0, 0);
    return entry;
}

void GpuPaths::draw(const Path& path, const Frame& frame) {
    if (path.path == nullptr || path.path->vertices.size() < 2) return;
    const Uploaded& entry = uploaded(path.path);
    const auto segments = static_cast<GLsizei>(path.path->vertices.size() - 1);
    blend();
    line_.use();
    set(line_, frame);
    line_.set("reveal", path.reveal);
    glBindVertexArray(entry.segments.name());
    const auto stroke = [&](Color color, float width, float dash, float gap) {
        line_.set("radius", 0.5F * width * frame.scale);
        line_.set("dash", dash * frame.scale);
        line_.set("gap", gap * frame.scale);
        line_.set("round_ends", color.a > 0.6F ? 1.0F : 0.0F);
        set(line_, "line_color", color);
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, segments);
    };
    if (path.halo.a > 0) stroke(path.halo, path.width + 2 * path.halo_width, 0, 0);
    stroke(path.color, path.width, path.dash, path.gap);

    if (path.marker_size <= 0 || path.path->marks.empty()) return;
    use_marker({.at = {},
                .shape = path.marker,
                .size = path.marker_size,
                .fill = path.color,
                .edge = path.halo,
                .edge_width = path.halo_width},
               path.reveal, frame);
    glBindVertexArray(entry.marks.name());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(path.path->marks.size()));
}

void GpuPaths::use_marker(const Marker& look, float reveal, const Frame& frame) {
    blend();
    marker_.use();
    set(marker_, frame);
    const float radius = 0.5F * look.size * frame.scale;
    const float edge = look.edge_width * frame.scale;
    marker_.set("shape", static_cast<int>(look.shape));
    marker_.set("radius", radius);
    marker_.set("edge_width", edge);
    marker_.set("extent", 1.6F * radius + edge + 1);
    marker_.set("reveal", reveal);
    set(marker_, "fill_color", look.fill);
    set(marker_, "edge_color", look.edge);
}

void GpuPaths::draw(const Marker& marker, const Frame& frame) {
    use_marker(marker, 0, frame);
    glBindVertexArray(no_attributes_.name());
    glVertexAttrib4f(0, marker.at.x, marker.at.y, 0, 0);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

}  // namespace ravine
