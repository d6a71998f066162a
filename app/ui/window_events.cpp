#include "app/ui/window_events.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace ravine {

WindowEvents::WindowEvents(const gl::Window& window, FramePacer& pacer) : pacer_(pacer) {
    GLFWwindow* w = window.handle();
    glfwSetWindowUserPointer(w, this);
    glfwSetKeyCallback(w, [](GLFWwindow* from, int key, int, int action, int modifiers) {
        queued(from);
        if (action != GLFW_RELEASE) of(from).pressed_.push_back({key, modifiers});
    });
    glfwSetCursorPosCallback(w, [](GLFWwindow* from, double, double) { woken(from); });
    glfwSetMouseButtonCallback(w, [](GLFWwindow* from, int, int, int) { queued(from); });
    glfwSetScrollCallback(w, [](GLFWwindow* from, double, double) { woken(from); });
    glfwSetCharCallback(w, [](GLFWwindow* from, unsigned) { queued(from); });
    glfwSetCursorEnterCallback(w, [](GLFWwindow* from, int) { woken(from); });
    glfwSetWindowFocusCallback(w, [](GLFWwindow* from, int) { woken(from); });
    glfwSetFramebufferSizeCallback(w, [](GLFWwindow* from, int, int) { exposed(from); });
    glfwSetWindowRefreshCallback(w, exposed);
    glfwSetWindowCloseCallback(w, woken);
    glfwSetWindowContentScaleCallback(w, [](GLFWwindow* from, float, float) { woken(from); });
    glfwSetDropCallback(w, [](GLFWwindow* from, int count, const char** names) {
        woken(from);
        if (count > 0) of(from).dropped_ = names[0];
    });
}

WindowEvents& WindowEvents::of(GLFWwindow* window) { return *static_cast<WindowEvents*>(glfwGetWindowUserPointer(window)); }

void WindowEvents::woken(GLFWwindow* window) { of(window).pacer_.wake(); }

void WindowEvents::queued(GLFWwindow* window) {
    woken(window);
    of(window).pacer_.queue();
}

void WindowEvents::exposed(GLFWwindow* window) {
    woken(window);
    of(window).exposed_ = true;
}

}  // namespace ravine
