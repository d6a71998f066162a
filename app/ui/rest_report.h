// What tests and screenshots wait for: when the program goes to rest it says so in the file that RAVINE_REST_FILE
// names, with the places of its controls.
#pragma once

#include <filesystem>
#include <span>

#include "app/ui/ui.h"

namespace ravine {

struct FrameTimes {
    int frames = 0;
    double first_at = 0;    ///< when the first frame was on its way to the screen: milliseconds since 1970
    double total_ms = 0;    ///< of all frames together, from their events to the swap, without waiting
    double slowest_ms = 0;  ///< of all frames but the first

    /// One more frame, which took `ms` and is on its way to the screen.
    void count(double ms);
};

class RestReport {
public:
    RestReport();  ///< reads the environment
    void write(std::span<const Control> controls, const FrameTimes& times) const;

private:
    std::filesystem::path file_;  ///< empty: nobody waits
};

}  // namespace ravine
