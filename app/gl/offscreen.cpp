#include "app/gl/offscreen.h"

#define EGL_NO_X11
#include <array>

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <glad/gl.h>

#include "app/gl/error.h"

namespace ravine::gl {

struct Offscreen::Handles {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;

    ~Handles() {
        if (display == EGL_NO_DISPLAY) return;
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
        eglTerminate(display);
    }
};

namespace {

EGLDisplay surfaceless_display() {
    const auto get_display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (get_display == nullptr) return EGL_NO_DISPLAY;
    return get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
}

}  // namespace

Offscreen::Offscreen() : handles_(std::make_unique<Handles>()) {
    const char* const advice = "OpenGL 3.3 without a display needs EGL with the surfaceless platform (Mesa has it)";
    const EGLDisplay display = surfaceless_display();
    if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) != EGL_TRUE) throw Error(advice);
    handles_->display = display;
    eglBindAPI(EGL_OPENGL_API);
    const std::array<EGLint, 7> wanted = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    handles_->context = eglCreateContext(display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, wanted.data());
    if (handles_->context == EGL_NO_CONTEXT) throw Error(advice);
    if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, handles_->context) != EGL_TRUE) throw Error(advice);
    if (gladLoadGL(eglGetProcAddress) == 0) throw Error(advice);
}

Offscreen::~Offscreen() = default;

}  // namespace ravine::gl
