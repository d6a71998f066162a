#include "app/ui/rest_report.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include <nlohmann/json.hpp>

#include "app/session/paths.h"

namespace ravine {

void FrameTimes::count(double ms) {
    if (++frames == 1) {
        first_at = std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count();
    } else {
        slowest_ms = std::max(slowest_ms, ms);
    }
    total_ms += ms;
}

RestReport::RestReport() {
    if (const char* file = std::getenv("RAVINE_REST_FILE"); file != nullptr) file_ = file;
}

void RestReport::write(std::span<const Control> controls, const FrameTimes& times) const {
    if (file_.empty()) return;
    nlohmann::json places = nlohmann::json::object();
    for (const Control& c : controls) places[c.name] = {c.rect.x0, c.rect.y0, c.rect.x1, c.rect.y1};
    const nlohmann::json report = {{"frames", times.frames},
                                   {"first_frame_at", times.first_at},
                                   {"total_frame_ms", times.total_ms},
                                   {"slowest_frame_ms", times.slowest_ms},
                                   {"controls", places}};
    write_atomically(file_, report.dump() + "\n");
}

}  // namespace ravine
