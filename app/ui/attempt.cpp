#include "app/ui/attempt.h"

#define GLFW_INCLUDE_NONE
#include <exception>

#include <GLFW/glfw3.h>

namespace ravine {

void attempt(Messages& messages, const std::function<void()>& work) {
    try {
        work();
    } catch (const std::exception& e) {
        messages.problem(e.what(), glfwGetTime());
    }
}

}  // namespace ravine
