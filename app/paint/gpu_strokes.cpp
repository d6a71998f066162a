#include "app/paint/gpu_strokes.h"

#include <cstddef>
#include <vector>

namespace ravine {

namespace {

using Vertex = PixelPath::Vertex;

struct Segment {
    Vertex from, to;
};

/// Six corners of two triangles for each stroke, by the numbers that shaders/path.vert tells them apart by. It takes four
/// vertices a quad, so strokes come as four and an index list joins them.
struct Quads {
    std::vector<Segment> segments;
    std::vector<GLuint> indices;
};

/// The shader's pictures have their first row at the bottom: the strokes are turned over.
Quads quads_of(const FieldStrokes::Set& set, float height) {
    constexpr std::size_t corners = 4;
    Quads quads;
    quads.segments.reserve(corners * set.strokes.size());
    for (const FieldStrokes::Stroke& s : set.strokes) {
        const auto first = static_cast<GLuint>(quads.segments.size());
        quads.indices.insert(quads.indices.end(), {first, first + 1, first + 2, first + 2, first + 1, first + 3});
        quads.segments.insert(quads.segments.end(), corners,
                              {{s.from.x, height - s.from.y, 0, 0}, {s.to.x, height - s.to.y, 0, 0}});
    }
    return quads;
}

void attribute(GLuint location, std::size_t offset) {
    glEnableVertexAttribArray(location);
    glVertexAttribPointer(location, 4, GL_FLOAT, GL_FALSE, sizeof(Segment), reinterpret_cast<const void*>(offset));
}

template <class T>
void upload(GLenum kind, const gl::Buffer& buffer, const std::vector<T>& data) {
    glBindBuffer(kind, buffer.name());
    glBufferData(kind, static_cast<GLsizeiptr>(data.size() * sizeof(T)), data.data(), GL_STREAM_DRAW);
}

}  // namespace

GpuStrokes::GpuStrokes(const std::filesystem::path& shaders) : line_(shaders, "path") {}

void GpuStrokes::draw(const FieldStrokes& strokes, Pixel size, float scale) const {
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    line_.use();
    line_.set("origin", 0.0F, 0.0F);
    line_.set("scale", scale);
    line_.set("target", size.x, size.y);
    line_.set("radius", 0.5F * strokes.width * scale);
    line_.set("reveal", 1.0F);
    line_.set("fade", 0.0F);
    line_.set("dash", 0.0F);
    line_.set("gap", 0.0F);
    for (const FieldStrokes::Set& set : strokes.sets) {
        const Quads quads = quads_of(set, size.y / scale);
        const gl::VertexArray array;
        const gl::Buffer vertices, indices;
        glBindVertexArray(array.name());
        upload(GL_ELEMENT_ARRAY_BUFFER, indices, quads.indices);
        upload(GL_ARRAY_BUFFER, vertices, quads.segments);
        attribute(0, offsetof(Segment, from));
        attribute(1, offsetof(Segment, to));
        line_.set("line_color", set.color.r, set.color.g, set.color.b, set.color.a);
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(quads.indices.size()), GL_UNSIGNED_INT, nullptr);
    }
    glBindVertexArray(0);
}

}  // namespace ravine
