// The inspector's figure: an optimizer's update rule line by line, under each line this step's numbers, beside it what they have
// become since the step before.
#pragma once

#include <optional>

#include "app/figure/compose.h"
#include "app/figure/substitution.h"

namespace ravine {

enum class Coordinates { x, y, both };

struct InspectorRequest {
    int optimizer = 0;  ///< a place in Session::optimizers
    int step = 0;       ///< playback position: the update that led here is shown, at 0 the first one to come
    Coordinates coordinates = Coordinates::x;
    float width = 320;  ///< logical pixels
    float unit = 1;
    float pixel_ratio = 1;
    bool operator==(const InspectorRequest&) const = default;
};

/// As high as its content is. It has no ground of its own.
Figure compose_inspector(const Session& session, const Runs& runs, const InspectorRequest& request, const TextMetrics& metrics);

/// compose_inspector with a memory for the last figure: a frame in which nothing of it changes costs nothing.
class InspectorComposer {
public:
    /// `metrics` are the same for equal units.
    const Figure& compose(const Session& session, const Runs& runs, const InspectorRequest& request, const TextMetrics& metrics);

private:
    struct Known {
        Session session;
        RunPtr run;
        InspectorRequest request;
        Figure figure;
    };
    std::optional<Known> known_;
};

/// The row where the update begins that is shown at a playback position; −1 where the run has no update.
int inspected_row(const Run& run, int step);

}  // namespace ravine
