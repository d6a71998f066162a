#include "app/ui/kept_settings.h"

#include <utility>

namespace ravine {

KeptSettings::KeptSettings(std::filesystem::path file) : now(load_settings(file)), file_(std::move(file)), kept_(now) {}

void KeptSettings::keep() {
    if (now == kept_) return;
    kept_ = now;
    save_settings(now, file_);
}

}  // namespace ravine
