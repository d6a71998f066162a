#include "app/ui/rest_report.h"

#include <cstdlib>

#include <nlohmann/json.hpp>

#include "app/session/paths.h"

namespace ravine {

RestReport::RestReport() {
    if (const char* file = std::getenv("RAVINE_REST_FILE"); file != nullptr) file_ = file;
}

void RestReport::write(std::span<const Control> controls, int frames) const {
    if (file_.empty()) return;
    nlohmann::json places = nlohmann::json::object();
    for (const Control& c : controls) places[c.name] = {c.rect.x0, c.rect.y0, c.rect.x1, c.rect.y1};
    const nlohmann::json report = {{"frames", frames}, {"controls", places}};
    write_atomically(file_, report.dump() + "\n");
}

}  // namespace ravine
