#include "app/paint/gpu_paths.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace ravine {

namespace {

void set(const gl::Shader& shader, const Frame& frame) {
    shader.set("origin", frame.origin.x, frame.origin.y);
    shader.set("scale", frame.scale);
    shader.set("target", frame.target.x, frame.target.y);
}

// Software OpenGL makes every instance a draw of its own, which costs far more than the segment. So each segment has four
// vertices with the same numbers, and the shader tells them apart by their index.
constexpr std::size_t corners = 4;

using Vertex = PixelPath::Vertex;

struct Segment {
    Vertex from, to;
};

template <class T>
void upload(const gl::Buffer& buffer, const std::vector<T>& data) {
    glBindBuffer(GL_ARRAY_BUFFER, buffer.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(data.size() * sizeof(T)), data.data(), GL_STATIC_DRAW);
}

std::vector<Segment> segments_of(const std::vector<Vertex>& vertices) {
    std::vector<Segment> segments;
    segments.reserve(corners * vertices.size());
    for (std::size_t i = 0; i + 1 < vertices.size(); ++i)
        segments.insert(segments.end(), corners, {vertices[i], vertices[i + 1]});
    return segments;
}

std::vector<Vertex> marks_of(const std::vector<Vertex>& marks) {
    std::vector<Vertex> repeated;
    repeated.reserve(corners * marks.size());
    for (const Vertex& mark : marks) repeated.insert(repeated.end(), corners, mark);
    return repeated;
}

/// Attribute `location` is the Vertex at `offset` bytes into each `stride` bytes of the buffer that is bound.
void attribute(GLuint location, std::size_t stride, std::size_t offset) {
    glEnableVertexAttribArray(location);
    glVertexAttribPointer(location, 4, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(stride), reinterpret_cast<const void*>(offset));
}

/// How many of the vertices come before the step `reveal`.
std::size_t reached(const std::vector<Vertex>& vertices, float reveal) {
    const auto end =
        std::lower_bound(vertices.begin(), vertices.end(), reveal, [](const Vertex& v, float step) { return v.step < step; });
    return static_cast<std::size_t>(end - vertices.begin());
}

struct Range {
    std::size_t first = 0, end = 0;
};

/// Where among `count` things those are that touch the box: their vertices cost far more than looking at them does. Ranges that
/// are but few things apart are one, since a range costs, too.
template <class Bounds>
std::vector<Range> near_to(const Rect& box, std::size_t count, Bounds bounds) {
    constexpr std::size_t few = 16;
    std::vector<Range> ranges;
    for (std::size_t i = 0; i < count; ++i) {
        const Rect b = bounds(i);
        if (b.x1 < box.x0 || b.x0 > box.x1 || b.y1 < box.y0 || b.y0 > box.y1) continue;
        if (!ranges.empty() && i <= ranges.back().end + few) {
            ranges.back().end = i + 1;
        } else {
            ranges.push_back({i, i + 1});
        }
    }
    return ranges;
}

void draw_quads(const std::vector<Range>& ranges) {
    for (const Range& range : ranges) {
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(6 * (range.end - range.first)), GL_UNSIGNED_INT,
                       reinterpret_cast<const void*>(6 * sizeof(GLuint) * range.first));
    }
}

/// The clip in the figure's own pixels, and `reach` of them more on each side.
Rect around_clip(const Rect& clip, const Frame& frame, float reach) {
    const auto x = [&](float v) { return (v - frame.origin.x) / frame.scale; };
    const auto y = [&](float v) { return (v - frame.origin.y) / frame.scale; };
    return Rect{x(clip.x0), y(clip.y0), x(clip.x1), y(clip.y1)}.shrunk(-reach);
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

void GpuPaths::keep(const Path& path) {
    if (const auto at = cache_.find(path.path.get()); at != cache_.end()) at->second.used = true;
}

GpuPaths::Uploaded& GpuPaths::uploaded(const std::shared_ptr<const PixelPath>& path) {
    const auto [at, fresh] = cache_.try_emplace(path.get());
    Uploaded& entry = at->second;
    entry.used = true;
    if (!fresh) return entry;
    entry.path = path;
    need_quads(std::max(path->vertices.size(), path->marks.size()));
    glBindVertexArray(entry.segments.name());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, quads_.name());
    upload(entry.segment_buffer, segments_of(path->vertices));
    attribute(0, sizeof(Segment), offsetof(Segment, from));
    attribute(1, sizeof(Segment), offsetof(Segment, to));
    glBindVertexArray(entry.marks.name());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, quads_.name());
    upload(entry.mark_buffer, marks_of(path->marks));
    attribute(0, sizeof(Vertex), 0);
    return entry;
}

void GpuPaths::need_quads(std::size_t count) {
    if (count <= quad_capacity_) return;
    quad_capacity_ = std::max(count, 2 * quad_capacity_);
    std::vector<GLuint> indices;
    indices.reserve(6 * quad_capacity_);
    for (std::size_t i = 0; i < quad_capacity_; ++i) {
        const auto first = static_cast<GLuint>(corners * i);
        indices.insert(indices.end(), {first, first + 1, first + 2, first + 2, first + 1, first + 3});
    }
    glBindVertexArray(no_attributes_.name());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, quads_.name());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size() * sizeof(GLuint)), indices.data(),
                 GL_STATIC_DRAW);
}

void GpuPaths::draw(const Path& path, const Rect& clip, const Frame& frame) {
    if (path.path == nullptr || path.path->vertices.size() < 2) return;
    const Uploaded& entry = uploaded(path.path);
    blend();
    if (path.width > 0) draw_lines(path, entry, around_clip(clip, frame, path.width / 2 + path.halo_width + 2), frame);
    if (path.marker_size > 0) draw_marks(path, entry, around_clip(clip, frame, path.marker_size + path.halo_width + 2), frame);
}

void GpuPaths::draw_lines(const Path& path, const Uploaded& entry, const Rect& box, const Frame& frame) {
    const std::vector<Vertex>& v = path.path->vertices;
    const std::vector<Range> near = near_to(box, std::min(reached(v, path.reveal), v.size() - 1), [&](std::size_t i) {
        return Rect{std::min(v[i].x, v[i + 1].x), std::min(v[i].y, v[i + 1].y), std::max(v[i].x, v[i + 1].x),
                    std::max(v[i].y, v[i + 1].y)};
    });
    if (near.empty()) return;
    line_.use();
    set(line_, frame);
    line_.set("reveal", path.reveal);
    line_.set("fade", path.fade);
    line_.set("fade_floor", fade_floor);
    glBindVertexArray(entry.segments.name());
    const auto stroke = [&](Color color, float width, float dash, float gap) {
        line_.set("radius", 0.5F * width * frame.scale);
        line_.set("dash", dash * frame.scale);
        line_.set("gap", gap * frame.scale);
        set(line_, "line_color", color);
        draw_quads(near);
    };
    if (path.halo.a > 0) stroke(path.halo, path.width + 2 * path.halo_width, 0, 0);
    stroke(path.color, path.width, path.dash, path.gap);
}

void GpuPaths::draw_marks(const Path& path, const Uploaded& entry, const Rect& box, const Frame& frame) {
    const std::vector<Vertex>& v = path.path->marks;
    const std::vector<Range> near = near_to(box, reached(v, std::nextafter(path.reveal, 1e30F)), [&](std::size_t i) {
        return Rect{v[i].x, v[i].y, v[i].x, v[i].y};
    });
    if (near.empty()) return;
    use_marker({.at = {},
                .shape = path.marker,
                .size = path.marker_size,
                .fill = path.color,
                .edge = path.halo,
                .edge_width = path.halo_width / 2},
               path.reveal, path.fade, frame);
    glBindVertexArray(entry.marks.name());
    draw_quads(near);
}

void GpuPaths::use_marker(const Marker& look, float reveal, float fade, const Frame& frame) {
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
    marker_.set("fade", fade);
    marker_.set("fade_floor", fade_floor);
    set(marker_, "fill_color", look.fill);
    set(marker_, "edge_color", look.edge);
}

void GpuPaths::draw(const Marker& marker, const Frame& frame) {
    use_marker(marker, 0, 0, frame);
    glBindVertexArray(no_attributes_.name());
    glVertexAttrib4f(0, marker.at.x, marker.at.y, 0, 0);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

}  // namespace ravine
