#include "app/ui/frame_pacer.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace ravine {

void FramePacer::drawn(double now) {
    last_ = now;
    if (owed_ > 0) --owed_;
}

void FramePacer::stir() { stirring_until_ = glfwGetTime() + fade; }

bool FramePacer::stirring() const { return glfwGetTime() < stirring_until_; }

void FramePacer::call() {
    called_ = true;
    glfwPostEmptyEvent();
}

void FramePacer::poll() { glfwPollEvents(); }

bool FramePacer::sleep(double seconds) {
    if (seconds < 0) {
        glfwWaitEvents();
        return false;
    }
    const double until = glfwGetTime() + seconds;
    glfwWaitEventsTimeout(seconds > 0 ? seconds : 1e-3);
    return glfwGetTime() >= until;
}

void FramePacer::pace() const {
    // Where the driver does not wait for the display (Xvfb, some remote desktops), drawing faster than it shows wastes the
    // machine.
    for (double left = last_ + shortest_frame - glfwGetTime(); left > 5e-4; left = last_ + shortest_frame - glfwGetTime()) {
        glfwWaitEventsTimeout(left);
    }
}

}  // namespace ravine
