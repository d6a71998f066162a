// An objective's graph, ready to be looked at: its mesh, and what the mesh's heights mean.
#pragma once

#include <memory>

#include "app/figure/level_map.h"
#include "app/figure/projection.h"
#include "app/figure/surface_mesh.h"
#include "engine/objective.h"

namespace ravine {

/// A mesh, and what its heights mean.
struct Relief {
    std::shared_ptr<const SurfaceMesh> mesh;
    LevelMap map;
    Box box;
    double lowest = 0, span = 1;  ///< the level, or the value of f, at height 0, and how much more it is at height 1
    Camera::Heights heights = Camera::Heights::levels;

    /// The height of an isoline; not within 0..1 where no vertex is as low or as high.
    float height_of(int level) const;
    /// Where a point of the plane lies on the ground.
    World ground(Point p) const;
    /// Where it is on the graph, the mesh's height times `stretch`. z is NaN where there is none.
    World place(Point p, float stretch) const;
};

/// What a graph is made from.
struct ReliefKey {
    Objective objective;
    Box box;
    int side = 145;  ///< vertices along each side of the lattice, 3 .. 1023, odd; software OpenGL pays for every triangle
    LevelSpacing levels = Levels::log;
    Camera::Heights heights = Camera::Heights::levels;
    bool operator==(const ReliefKey&) const = default;
};
Relief relief_of(const ReliefKey& key);

}  // namespace ravine
