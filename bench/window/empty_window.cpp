#include "bench/window/empty_window.h"

#define GLFW_INCLUDE_NONE
#include <ctime>
#include <stdexcept>

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <glad/gl.h>
#include <imgui.h>

namespace ravine_bench {

namespace {

constexpr int width = 1920, height = 1080, warm_up = 20, counted = 200;

class EmptyWindow {
public:
    EmptyWindow() {
        if (glfwInit() == GLFW_FALSE) throw std::runtime_error("no display: './dev bench' brings one");
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
        glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
        window_ = glfwCreateWindow(width, height, "empty", nullptr, nullptr);
        if (window_ == nullptr) {
            glfwTerminate();
            throw std::runtime_error("no OpenGL 3.3 on this display");
        }
        glfwMakeContextCurrent(window_);
        gladLoadGL(glfwGetProcAddress);
        glfwSwapInterval(0);
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui_ImplGlfw_InitForOpenGL(window_, true);
        ImGui_ImplOpenGL3_Init("#version 330 core");
    }
    ~EmptyWindow() {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
        ImGui::DestroyContext();
        glfwDestroyWindow(window_);
        glfwTerminate();
    }
    EmptyWindow(const EmptyWindow&) = delete;
    EmptyWindow& operator=(const EmptyWindow&) = delete;
    EmptyWindow(EmptyWindow&&) = delete;
    EmptyWindow& operator=(EmptyWindow&&) = delete;

    void draw() const {
        glfwPollEvents();
        ImGui_ImplOpenGL3_NewFrame();
        ImGui_ImplGlfw_NewFrame();
        ImGui::NewFrame();
        ImGui::Render();
        glViewport(0, 0, width, height);
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
        glfwSwapBuffers(window_);
    }

private:
    GLFWwindow* window_ = nullptr;
};

}  // namespace

EmptyFrame empty_frame() {
    const EmptyWindow window;
    for (int i = 0; i < warm_up; ++i) window.draw();
    const std::clock_t processor = std::clock();
    const double begun = glfwGetTime();
    for (int i = 0; i < counted; ++i) window.draw();
    return {.ms = (glfwGetTime() - begun) * 1000 / counted,
            .processor_ms = 1000 * static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC / counted};
}

}  // namespace ravine_bench
