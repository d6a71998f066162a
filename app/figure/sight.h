// Lines of sight to the graph of f: what is seen of it, and what lies under the pointer.
#pragma once

#include <optional>

#include "app/figure/figure.h"
#include "app/figure/surface_mesh.h"

namespace ravine {

/// How far above the surface paths and markers are.
inline constexpr float lift = 0.005F;
inline World lifted(World w) { return {w.x, w.y, w.z + lift}; }

/// Whether nothing of the surface, which is `height` high, is between `at` and whoever looks.
bool is_seen(const World& at, const SurfaceMesh& mesh, float height, const Projection& projection);

/// The nearest point of the surface that is seen at `p`, if any is.
std::optional<World> picked(const Surface& surface, Pixel p);

}  // namespace ravine
