#include "app/gl/window.h"

#define GLFW_INCLUDE_NONE
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <GLFW/glfw3.h>
#include <fmt/format.h>
#include <glad/gl.h>

#include "app/gl/error.h"

namespace ravine::gl {

namespace {

std::string last_words() {
    const char* words = nullptr;
    glfwGetError(&words);
    return words != nullptr ? words : "no reason given";
}

/// Newer GLFW asks for Wayland first, whose library writes lines of its own where there is none.
void choose_platform() {
#ifdef GLFW_PLATFORM_WAYLAND
    const char* session = std::getenv("XDG_SESSION_TYPE");
    const bool wayland = std::getenv("WAYLAND_DISPLAY") != nullptr || std::getenv("WAYLAND_SOCKET") != nullptr ||
                         (session != nullptr && std::string(session) == "wayland");
    if (!wayland && glfwPlatformSupported(GLFW_PLATFORM_X11) == GLFW_TRUE) glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
}

void fill_in(WindowSize& size) {
    int x = 0;
    int y = 0;
    int width = 1280;
    int height = 720;
    if (GLFWmonitor* monitor = glfwGetPrimaryMonitor(); monitor != nullptr) {
        glfwGetMonitorWorkarea(monitor, &x, &y, &width, &height);
    }
    if (size.width <= 0) size.width = std::max(640, width * 9 / 10);
    if (size.height <= 0) size.height = std::max(400, height * 9 / 10);
}

/// The monitor on which a point lies, or the first one.
GLFWmonitor* monitor_of(int x, int y) {
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
        int left = 0;
        int top = 0;
        glfwGetMonitorPos(monitors[i], &left, &top);
        const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
        if (mode != nullptr && x >= left && y >= top && x < left + mode->width && y < top + mode->height) return monitors[i];
    }
    return glfwGetPrimaryMonitor();
}

/// Mesa's software OpenGL on X11: the window's one buffer is copied to the display server whenever it is shown, and stays.
bool copies_one_buffer() {
    const auto* renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    const bool software = renderer != nullptr && std::string_view(renderer).find("llvmpipe") != std::string_view::npos;
    return software && glfwExtensionSupported("GLX_MESA_copy_sub_buffer") == GLFW_TRUE;
}

/// glXCopySubBufferMESA with its first arguments. Its types are those of X11's headers, which nothing else here needs.
struct CopyPart {
    void (*call)(void*, unsigned long, int, int, int, int) = nullptr;
    void* display = nullptr;
    unsigned long drawable = 0;
};

CopyPart part_copier() {
    const auto display = reinterpret_cast<void* (*)()>(glfwGetProcAddress("glXGetCurrentDisplay"));
    const auto drawable = reinterpret_cast<unsigned long (*)()>(glfwGetProcAddress("glXGetCurrentDrawable"));
    const auto call =
        reinterpret_cast<void (*)(void*, unsigned long, int, int, int, int)>(glfwGetProcAddress("glXCopySubBufferMESA"));
    if (display == nullptr || drawable == nullptr || call == nullptr) return {};
    return {call, display(), drawable()};
}

}  // namespace

Window::Window(WindowSize size, const char* title) {
    choose_platform();
    if (glfwInit() == GLFW_FALSE) {
        throw Error(fmt::format("no display to open a window on ({}); 'ravine render -o figure.png' needs none", last_words()));
    }
    fill_in(size);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "ravine");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "ravine");
    window_ = glfwCreateWindow(size.width, size.height, title, nullptr, nullptr);
    if (window_ == nullptr) {
        const std::string words = last_words();
        glfwTerminate();
        throw Error(
            fmt::format("the window needs OpenGL 3.3, which this display does not offer ({}); 'ravine render -o figure.png' "
                        "works without it",
                        words));
    }
    glfwMakeContextCurrent(window_);
    if (gladLoadGL(glfwGetProcAddress) < GLAD_MAKE_VERSION(3, 3)) {
        glfwDestroyWindow(window_);
        glfwTerminate();
        throw Error("the window needs OpenGL 3.3, but the driver's functions could not be loaded");
    }
    glfwSetWindowSizeLimits(window_, 640, 400, GLFW_DONT_CARE, GLFW_DONT_CARE);
    glfwSwapInterval(1);
    keeps_ = copies_one_buffer();
}

Window::~Window() {
    glfwDestroyWindow(window_);
    glfwTerminate();
}

void Window::show() const { glfwSwapBuffers(window_); }

void Window::show(std::span<const WindowPart> parts) const {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    const CopyPart copy = part_copier();
    std::int64_t pixels = 0;
    for (const WindowPart& p : parts) pixels += std::int64_t{p.width} * p.height;
    if (copy.call == nullptr || 2 * pixels > std::int64_t{width} * height) return show();
    for (const WindowPart& p : parts) copy.call(copy.display, copy.drawable, p.x, height - p.y - p.height, p.width, p.height);
}

void Window::fill_screen(bool filled) {
    if (!filled) {
        if (former_width_ > 0)
            glfwSetWindowMonitor(window_, nullptr, former_x_, former_y_, former_width_, former_height_, GLFW_DONT_CARE);
        former_width_ = 0;
        return;
    }
    glfwGetWindowPos(window_, &former_x_, &former_y_);
    glfwGetWindowSize(window_, &former_width_, &former_height_);
    GLFWmonitor* const monitor = monitor_of(former_x_ + former_width_ / 2, former_y_ + former_height_ / 2);
    const GLFWvidmode* const mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
    if (mode != nullptr) glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

float Window::content_scale() const {
    float x = 1;
    float y = 1;
    glfwGetWindowContentScale(window_, &x, &y);
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    int logical_width = 1;
    int logical_height = 1;
    glfwGetWindowSize(window_, &logical_width, &logical_height);
    // Where window coordinates are not pixels (macOS, Wayland) the framebuffer scale already covers the content scale.
    const float framebuffer_scale = static_cast<float>(width) / static_cast<float>(std::max(1, logical_width));
    float scale = std::max(x, y) / std::max(1.0F, framebuffer_scale);
    if (scale < 1.05F && logical_height >= 1800) scale = std::round(static_cast<float>(logical_height) / 270.0F) / 4.0F;
    return std::clamp(scale, 0.75F, 4.0F);
}

}  // namespace ravine::gl
