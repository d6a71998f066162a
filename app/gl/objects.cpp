#include "app/gl/objects.h"

namespace ravine::gl {

GLuint TextureKind::make() {
    GLuint name = 0;
    glGenTextures(1, &name);
    return name;
}
void TextureKind::drop(GLuint name) { glDeleteTextures(1, &name); }

GLuint BufferKind::make() {
    GLuint name = 0;
    glGenBuffers(1, &name);
    return name;
}
void BufferKind::drop(GLuint name) { glDeleteBuffers(1, &name); }

GLuint VertexArrayKind::make() {
    GLuint name = 0;
    glGenVertexArrays(1, &name);
    return name;
}
void VertexArrayKind::drop(GLuint name) { glDeleteVertexArrays(1, &name); }

GLuint FramebufferKind::make() {
    GLuint name = 0;
    glGenFramebuffers(1, &name);
    return name;
}
void FramebufferKind::drop(GLuint name) { glDeleteFramebuffers(1, &name); }

GLuint RenderbufferKind::make() {
    GLuint name = 0;
    glGenRenderbuffers(1, &name);
    return name;
}
void RenderbufferKind::drop(GLuint name) { glDeleteRenderbuffers(1, &name); }

Texture::Texture(int width, int height, Format format, const void* pixels) : width_(width), height_(height) {
    const bool levels = format == Format::level32f;
    glBindTexture(GL_TEXTURE_2D, name());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    // A texture that is drawn into gets the byte order of windows: copying to one is then a copy, not a conversion.
    const GLenum order = levels ? GL_RED : pixels == nullptr ? GL_BGRA : GL_RGBA;
    glTexImage2D(GL_TEXTURE_2D, 0, levels ? GL_R32F : GL_RGBA8, width, height, 0, order, levels ? GL_FLOAT : GL_UNSIGNED_BYTE,
                 pixels);
}

namespace {

/// Has `attach` furnish the framebuffer; what was bound stays bound.
template <class Attach>
void furnish(GLuint framebuffer, Attach&& attach) {
    GLint before = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &before);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    attach();
    const GLenum status = glCheckFramebufferStatus(GL_FRAMEBUFFER);
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(before));
    if (status != GL_FRAMEBUFFER_COMPLETE) {
        throw Error("the graphics driver refuses to draw into a picture of this size; make the window smaller");
    }
}

}  // namespace

Framebuffer::Framebuffer(int width, int height, Depth depth) : texture_(width, height, Texture::Format::rgba8, nullptr) {
    if (depth == Depth::buffer) depth_.emplace();
    furnish(name(), [&] {
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_.name(), 0);
        if (!depth_) return;
        glBindRenderbuffer(GL_RENDERBUFFER, depth_->name());
        glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, width, height);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth_->name());
    });
}

SampledFramebuffer::SampledFramebuffer(int width, int height) : width_(width), height_(height) {
    constexpr GLsizei samples = 4;
    const auto give = [&](const Owner<RenderbufferKind>& buffer, GLenum format, GLenum attachment) {
        glBindRenderbuffer(GL_RENDERBUFFER, buffer.name());
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, format, width, height);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, attachment, GL_RENDERBUFFER, buffer.name());
    };
    furnish(name(), [&] {
        give(color_, GL_RGBA8, GL_COLOR_ATTACHMENT0);
        give(depth_, GL_DEPTH_COMPONENT24, GL_DEPTH_ATTACHMENT);
    });
}

}  // namespace ravine::gl
