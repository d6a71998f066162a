// An OpenGL context without a window or a display, for tests and for what is drawn to files.
#pragma once

#include <memory>

namespace ravine::gl {

class Offscreen {
public:
    /// Makes an OpenGL 3.3 core context through EGL and makes it current on this thread. Throws Error.
    Offscreen();
    ~Offscreen();
    Offscreen(const Offscreen&) = delete;
    Offscreen& operator=(const Offscreen&) = delete;
    Offscreen(Offscreen&&) = delete;
    Offscreen& operator=(Offscreen&&) = delete;

private:
    struct Handles;
    std::unique_ptr<Handles> handles_;
};

}  // namespace ravine::gl
