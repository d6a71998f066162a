#include "app/gl/shader.h"

#include <array>
#include <fstream>
#include <iterator>
#include <string>

#include <fmt/format.h>

namespace ravine::gl {

namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw Error(fmt::format("the shader '{}' is missing; install ravine again", file.string()));
    return {std::istreambuf_iterator<char>(stream), {}};
}

struct Stage {
    Stage(GLenum kind, const std::filesystem::path& file) : name(glCreateShader(kind)) {
        const std::string source = text_of(file);
        const char* text = source.c_str();
        glShaderSource(name, 1, &text, nullptr);
        glCompileShader(name);
        GLint good = 0;
        glGetShaderiv(name, GL_COMPILE_STATUS, &good);
        if (good == GL_TRUE) return;
        std::array<char, 1024> log{};
        glGetShaderInfoLog(name, static_cast<GLsizei>(log.size()), nullptr, log.data());
        glDeleteShader(name);
        throw Error(fmt::format("the graphics driver does not accept the shader '{}': {}", file.string(), log.data()));
    }
    ~Stage() { glDeleteShader(name); }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;
    Stage(Stage&&) = delete;
    Stage& operator=(Stage&&) = delete;

    GLuint name;
};

}  // namespace

GLuint ProgramKind::make() { return glCreateProgram(); }
void ProgramKind::drop(GLuint name) { glDeleteProgram(name); }

Shader::Shader(const std::filesystem::path& folder, std::string_view name) {
    const Stage vertex(GL_VERTEX_SHADER, folder / fmt::format("{}.vert", name));
    const Stage fragment(GL_FRAGMENT_SHADER, folder / fmt::format("{}.frag", name));
    glAttachShader(program_.name(), vertex.name);
    glAttachShader(program_.name(), fragment.name);
    glLinkProgram(program_.name());
    glDetachShader(program_.name(), vertex.name);
    glDetachShader(program_.name(), fragment.name);
    GLint good = 0;
    glGetProgramiv(program_.name(), GL_LINK_STATUS, &good);
    if (good == GL_TRUE) return;
    std::array<char, 1024> log{};
    glGetProgramInfoLog(program_.name(), static_cast<GLsizei>(log.size()), nullptr, log.data());
    throw Error(fmt::format("the graphics driver cannot link the shader '{}': {}", name, log.data()));
}

void Shader::use() const { glUseProgram(program_.name()); }
void Shader::set(const char* uniform, float value) const { glUniform1f(glGetUniformLocation(program_.name(), uniform), value); }
void Shader::set(const char* uniform, int value) const { glUniform1i(glGetUniformLocation(program_.name(), uniform), value); }
void Shader::set(const char* uniform, float x, float y) const {
    glUniform2f(glGetUniformLocation(program_.name(), uniform), x, y);
}
void Shader::set(const char* uniform, float x, float y, float z, float w) const {
    glUniform4f(glGetUniformLocation(program_.name(), uniform), x, y, z, w);
}

}  // namespace ravine::gl
