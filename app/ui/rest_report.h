// What tests and screenshots wait for: when the program goes to rest it says so in the file that RAVINE_REST_FILE
// names, with the places of its controls.
#pragma once

#include <filesystem>
#include <span>

#include "app/ui/ui.h"

namespace ravine {

class RestReport {
public:
    RestReport();  ///< reads the environment
    /// `frames`: how many have been drawn.
    void write(std::span<const Control> controls, int frames) const;

private:
    std::filesystem::path file_;  ///< empty: nobody waits
};

}  // namespace ravine
