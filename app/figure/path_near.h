// Which step of which optimizer a person points at.
#pragma once

#include <optional>

#include "app/figure/figure.h"
#include "app/session/simulation.h"

namespace ravine {

struct NearStep {
    int optimizer = 0;  ///< place in Session::optimizers
    int step = 0;
};

/// What is pointed at on a contour: a pixel, and how far around it counts, in logical pixels.
struct Pointed {
    const Region& region;
    Pixel at;
    float reach = 0;
};

/// The step whose place on a path in the region is nearest to the pixel, of those up to `position`; none where no path runs
/// within reach. Paths from all starts and of all members of an ensemble count.
std::optional<NearStep> step_near(const Session& session, const Runs& runs, const Pointed& pointed, double position);

/// The start within reach: 0 is Session::start, from 1 on Session::more_starts.
std::optional<int> start_near(const Session& session, const Pointed& pointed);

}  // namespace ravine
