// The settings, and the file that keeps them.
#pragma once

#include <filesystem>

#include "app/ui/settings.h"

namespace ravine {

class KeptSettings {
public:
    explicit KeptSettings(std::filesystem::path file);

    Settings now;

    /// Writes them where they differ from what the last call took, so that a file that cannot be written is tried once for
    /// each change. Throws std::runtime_error then.
    void keep();

private:
    std::filesystem::path file_;
    Settings kept_;
};

}  // namespace ravine
