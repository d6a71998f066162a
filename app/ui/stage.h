// The stage: the figure in the middle of the window, and what the pointer does on it.
#pragma once

#include <functional>
#include <utility>

#include "app/figure/compose.h"
#include "app/ui/curve_controls.h"
#include "app/ui/orbit.h"
#include "app/ui/ui.h"

namespace ravine {

class Stage {
public:
    /// `wake`: see Composer::refine_beside().
    explicit Stage(std::function<void()> wake) { composer_.refine_beside(std::move(wake)); }

    /// Whether a finer picture of the same is on its way.
    bool is_refining() const { return composer_.is_refining(); }

    /// Fills the current ImGui window. Wheel zooms at the pointer, drag pans, a click or dragging the ring sets the start, a
    /// double click shows the objective's whole domain; right clicks: see picture_menus.h. On curves: see CurveControls; on a
    /// surface: see Orbit.
    void draw(Ui& ui);

private:
    enum class Drag { none, pan, start };

    const Region* region_at(ImVec2 pointer) const;
    Pixel local(ImVec2 pointer) const { return {pointer.x - origin_.x, pointer.y - origin_.y}; }
    bool on_start(const Ui& ui, const Region& region, ImVec2 pointer) const;
    void press(Ui& ui, const Region& region, ImVec2 pointer);
    void drag(Ui& ui, ImVec2 pointer);
    void release(Ui& ui, ImVec2 pointer);
    void zoom(Ui& ui, const Region& region, ImVec2 pointer, float notches) const;
    void interact(Ui& ui);
    void read_out(Ui& ui) const;
    void read_out_curve(const Ui& ui, const FigureRequest& request, const Runs& runs);

    Composer composer_;
    Figure figure_;  ///< the last one painted: what the pointer sees
    Pixel origin_;

    CurveControls curves_;
    Orbit orbit_;
    Drag drag_ = Drag::none;
    Axes pressed_axes_;  ///< of the region where the button went down
    ImVec2 pressed_at_;
    bool moved_ = false;  ///< farther than a click may
    Point start_before_;  ///< where the start was before the last click, for a double click to restore
    bool hovered_ = false;
};

}  // namespace ravine
