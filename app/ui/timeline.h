// The track along the runs: where the playback stands, where runs converged or ended, and where hyperparameters were changed.
#pragma once

#include <optional>
#include <vector>

#include "app/ui/ui.h"

namespace ravine {

/// Steps at which something happens, ascending and each once: changes, convergence, early ends, and the last step.
std::vector<int> events_of(const Session& session, const Runs& runs);
/// The event after (direction 1) or before (−1) `step`; nothing where there is none.
std::optional<int> next_event(const std::vector<int>& events, double step, int direction);

class Timeline {
public:
    /// Draws the track from `at`, the middle of its left end, and lets the pointer move the playback and the changes.
    void draw(Ui& ui, ImVec2 at, float width);

private:
    struct Scale {
        float x0, width;
        int last;
        float place(double step) const { return x0 + static_cast<float>(last > 0 ? step / last : 0) * width; }
        double step(float x) const;
    };
    void interact(Ui& ui, const Scale& scale, float middle);
    /// Goes to a change, where the sliders then edit it.
    static void edit(Ui& ui, int change);
    static void focus_changes(Ui& ui, const Scale& scale, float middle);
    void draw_changes(const Ui& ui, const Scale& scale, float middle) const;
    static void draw_outcomes(const Ui& ui, const Scale& scale, float middle);
    /// Which change the pointer is at, or -1.
    static int change_at(const Ui& ui, const Scale& scale, float middle);

    int held_ = -1;       ///< the change that is dragged
    bool moved_ = false;  ///< farther than a click may
    int hovered_ = -1;    ///< the change under the pointer
};

}  // namespace ravine
