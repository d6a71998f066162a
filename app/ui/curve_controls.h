// What the pointer does on the curves of the stage.
#pragma once

#include <optional>
#include <vector>

#include "app/figure/figure.h"
#include "app/ui/ui.h"

namespace ravine {

/// Click or drag moves the playback; the wheel zooms the steps at the pointer; the right or the middle button, or Shift, pans; a
/// double click shows all steps. A curve's name opens a list of quantities and scales.
class CurveControls {
public:
    /// Handles the curves of the figure that was painted last, with its upper left corner at `origin`. Call it before the item
    /// that covers the stage: what comes first has the pointer.
    void interact(Ui& ui, const std::vector<Region>& regions, Pixel origin);

    /// The curve that is to be read out: under the pointer, and not being panned.
    std::optional<int> read_out() const { return drag_ == Drag::pan ? std::nullopt : hovered_; }

private:
    enum class Drag { none, step, pan };

    void pane(Ui& ui, const Region& region, Pixel origin);
    void press(Ui& ui, const Region& region);
    void drag(Ui& ui, Pixel pointer) const;

    std::optional<int> hovered_;
    Drag drag_ = Drag::none;
    Axes pressed_axes_;  ///< of the curve where the button went down
    Pixel pressed_at_;
    double position_before_ = 0;  ///< of the playback before the last click, for a double click to restore
};

}  // namespace ravine
