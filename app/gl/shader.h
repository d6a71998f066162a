// A shader program from two files of the shaders folder.
#pragma once

#include <filesystem>
#include <string_view>

#include "app/gl/objects.h"

namespace ravine::gl {

struct ProgramKind {
    static GLuint make();
    static void drop(GLuint name);
};

class Shader {
public:
    /// Compiles NAME.vert and NAME.frag. Throws Error with the file's name and the driver's words.
    Shader(const std::filesystem::path& folder, std::string_view name);

    void use() const;
    /// Sets a uniform of the program in use; unknown names are ignored, as OpenGL does.
    void set(const char* uniform, float value) const;
    void set(const char* uniform, int value) const;
    void set(const char* uniform, float x, float y) const;
    void set(const char* uniform, float x, float y, float z, float w) const;

private:
    Owner<ProgramKind> program_;
};

}  // namespace ravine::gl
