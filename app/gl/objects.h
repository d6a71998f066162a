// Small move-only owners of OpenGL objects. The context they were made in must be current when they are made and dropped.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>

#include <glad/gl.h>

#include "app/gl/error.h"

namespace ravine::gl {

/// Owns one OpenGL name. `Kind` says how it is made and dropped.
template <class Kind>
class Owner {
public:
    Owner() : name_(Kind::make()) {}
    ~Owner() { reset(); }
    Owner(Owner&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
    Owner& operator=(Owner&& other) noexcept {
        if (this != &other) {
            reset();
            name_ = std::exchange(other.name_, 0);
        }
        return *this;
    }
    Owner(const Owner&) = delete;
    Owner& operator=(const Owner&) = delete;

    GLuint name() const { return name_; }

private:
    void reset() {
        if (name_ != 0) Kind::drop(name_);
        name_ = 0;
    }
    GLuint name_;
};

struct TextureKind {
    static GLuint make();
    static void drop(GLuint name);
};
struct BufferKind {
    static GLuint make();
    static void drop(GLuint name);
};
struct VertexArrayKind {
    static GLuint make();
    static void drop(GLuint name);
};
struct FramebufferKind {
    static GLuint make();
    static void drop(GLuint name);
};
struct RenderbufferKind {
    static GLuint make();
    static void drop(GLuint name);
};

using Buffer = Owner<BufferKind>;
using VertexArray = Owner<VertexArrayKind>;

/// A 2D texture with one sample a texel, read without filtering and clamped at the edges.
class Texture {
public:
    enum class Format { rgba8, level32f };

    /// `pixels` may be null; rows are tightly packed.
    Texture(int width, int height, Format format, const void* pixels);
    GLuint name() const { return owner_.name(); }
    int width() const { return width_; }
    int height() const { return height_; }

private:
    Owner<TextureKind> owner_;
    int width_, height_;
};

/// A framebuffer that draws into a texture of its own. Throws Error where the driver refuses it.
class Framebuffer {
public:
    enum class Depth { none, buffer };
    Framebuffer(int width, int height, Depth depth = Depth::none);
    GLuint name() const { return owner_.name(); }
    const Texture& texture() const { return texture_; }
    int width() const { return texture_.width(); }
    int height() const { return texture_.height(); }

private:
    Texture texture_;
    std::optional<Owner<RenderbufferKind>> depth_;
    Owner<FramebufferKind> owner_;
};

/// A framebuffer with four samples a pixel and a depth buffer; its colours are to be copied into one with a texture. Throws Error
/// where the driver refuses it.
class SampledFramebuffer {
public:
    SampledFramebuffer(int width, int height);
    GLuint name() const { return owner_.name(); }
    int width() const { return width_; }
    int height() const { return height_; }

private:
    Owner<RenderbufferKind> color_, depth_;
    Owner<FramebufferKind> owner_;
    int width_, height_;
};

}  // namespace ravine::gl
