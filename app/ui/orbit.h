// What the pointer does on the graph of f: drag turns it, the wheel comes nearer, a click sets the start, a double click puts the
// camera back.
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

    /// Whether a drag turns the camera.
    bool turns() const { return held_ && moved_; }

private:
    void press(Ui& ui, Pixel pointer);
    void drag(Ui& ui, Pixel pointer);

    bool held_ = false, moved_ = false;
    Pixel pressed_at_;
    Camera camera_before_;  ///< when the button went down
    Point start_before_;    ///< before the last click, for a double click to restore
};

/// The point of the plane whose place on the graph is seen at `p`, where a surface of `figure` is there.
std::optional<Point> point_under(const Figure& figure, const Region& region, Pixel p);

/// Puts the camera where it is at first; heights stay.
void put_back(Camera& camera);
/// Looks at the graph from straight above, north upwards.
void look_down(Camera& camera);

/// A slider for how high the graph is.
void stretch_row(Ui& ui);

}  // namespace ravine
