// What the pointer does on the graph of f: drag turns it; with the right or the middle button, or Shift, it moves the picture;
// the wheel comes nearer to what is under it; a click sets the start, a double click puts the camera back.
#pragma once

#include <optional>

#include "app/figure/figure.h"
#include "app/ui/ui.h"

namespace ravine {

class Orbit {
public:
    /// Follows the pointer on ImGui's last item, which shows `figure` with its top left at `origin`; `hovered` is the region
    /// under the pointer, if any. True where the pointer is on a surface or holds one: nothing else is to follow it then.
    bool interact(Ui& ui, const Figure& figure, const Region* hovered, Pixel origin);

    /// Whether a drag moves the camera.
    bool turns() const { return drag_ != Drag::none && moved_; }

    /// Makes the surface that was painted last a control that can have the keyboard. A drag gives it to it.
    static void announce(Ui& ui, const Region& region, Pixel origin);

private:
    enum class Drag { none, turn, pan };

    void press(Ui& ui, Pixel pointer);
    void drag(Ui& ui, const Figure& figure, Pixel pointer);
    void wheel(Ui& ui, const Figure& figure, Pixel pointer, float notches) const;
    static ImGuiID id();

    Drag drag_ = Drag::none;
    bool moved_ = false;
    Rect rect_;  ///< of the surface that the pointer was on last
    Pixel pressed_at_;
    Camera camera_before_;  ///< when the button went down
    Point start_before_;    ///< before the last click, for a double click to restore
};

/// The point of the plane whose place on the graph is seen at `p`, where a surface of `figure` is there.
std::optional<Point> point_under(const Figure& figure, const Region& region, Pixel p);

/// A slider for how high the graph is.
void stretch_row(Ui& ui);

}  // namespace ravine
