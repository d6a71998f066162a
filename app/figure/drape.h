// Trajectories laid on the graph of f, and which parts of them its hills hide.
#pragma once

#include <memory>
#include <vector>

#include "app/figure/figure.h"
#include "app/figure/surface_relief.h"

namespace ravine {

/// A trajectory on the mesh, as far as it lies on the ground: between two rows it follows the surface. z is the mesh's height,
/// 0..1.
struct Drape {
    struct Point {
        World at;
        float step = 0;       ///< rising
        bool joined = false;  ///< with the point before
    };
    std::vector<Point> points;
};
Drape drape(const Run& run, const Relief& graph);

/// How a drape is looked at.
struct DrapeView {
    Projection projection;
    float height = 0.5F;    ///< of the graph, in the world
    float spacing = 0;      ///< least distance between two marks, in logical pixels; 0: no marks
    float shortest = 2.5F;  ///< parts shorter than this are taken for what they interrupt; logical pixels
    /// sketch: for as long as the view turns, with fewer vertices where a run moves by less than two pixels a step.
    enum class Detail { full, sketch } detail = Detail::full;
    bool operator==(const DrapeView&) const = default;
};

/// The parts of a path that are seen and those that are behind the surface, each in the order of their steps. They meet. Marks
/// stand on what is seen.
struct DrapedPath {
    std::vector<std::shared_ptr<const PixelPath>> seen, hidden;
};
DrapedPath look_at(const Drape& drape, const SurfaceMesh& mesh, const DrapeView& view);

}  // namespace ravine
