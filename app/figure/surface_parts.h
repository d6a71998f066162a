// What the parts of the surface layout share: the graph, where it stands and how it is seen.
#pragma once

#include "app/figure/parts.h"

namespace ravine {

struct SurfaceView {
    Rect pane;            ///< between device pixels
    const Relief& graph;  ///< of the sheet's memory
    Stand stand;
    Projection projection;
    DrapeView::Detail detail = DrapeView::Detail::full;  ///< of the paths

    float height() const { return stand.top; }
};
/// The session's camera in a pane of this size, with room for the labels around the graph.
SurfaceView surface_view(const Sheet& sheet, const Rect& pane);

/// The floor with its ticks, the posts that carry the graph's corners, and the scale of its heights. The surface is drawn over
/// it.
void draw_ground(const Sheet& sheet, const SurfaceView& view);

/// The graph of f in its frame, with minima, start, and the trajectories of some optimizers.
void draw_surface(const Sheet& sheet, const SurfaceView& view, const std::vector<int>& optimizers);

}  // namespace ravine
