#include "app/figure/sight.h"

#include <algorithm>
#include <cmath>

namespace ravine {
namespace {

World moved(const World& from, const World& direction, float by) {
    return {from.x + by * direction.x, from.y + by * direction.y, from.z + by * direction.z};
}

/// How far one may go in a direction without leaping over a vertex.
float stride_of(const SurfaceMesh& mesh, const World& direction) {
    const float fastest = std::max({std::abs(direction.x), std::abs(direction.y), 0.25F * std::abs(direction.z)});
    return 1 / (fastest * static_cast<float>(mesh.columns - 1));
}

}  // namespace

bool is_seen(const World& at, const SurfaceMesh& mesh, float height, const Projection& projection) {
    const World toward = projection.toward();
    const float stride = stride_of(mesh, toward);
    for (int k = 1;; ++k) {
        const World w = moved(at, toward, stride * static_cast<float>(k));
        if (w.z > height || std::abs(w.x) > mesh.half_x || std::abs(w.y) > mesh.half_y) return true;
        if (mesh.height_at(w.x, w.y) * height > w.z - lift / 2) return false;
    }
}

std::optional<World> picked(const Surface& surface, Pixel p) {
    const SurfaceMesh& mesh = *surface.mesh;
    const World toward = surface.projection.toward();
    const World away{-toward.x, -toward.y, -toward.z};
    const World from = surface.projection.at_height(p, surface.height + lift);
    const float stride = stride_of(mesh, away);
    // How far above the surface the line is: it meets it where that changes its sign.
    const auto above = [&](float t) {
        const World w = moved(from, away, t);
        return w.z - mesh.height_at(w.x, w.y) * surface.height;
    };
    float before = NAN;
    for (float t = 0; from.z + t * away.z > -lift; t += stride) {
        const float here = above(t);
        if (here * before <= 0) {
            float lo = t - stride, hi = t;
            for (int k = 0; k < 24; ++k) {
                const float middle = (lo + hi) / 2;
                (above(middle) * before > 0 ? lo : hi) = middle;
            }
            return moved(from, away, (lo + hi) / 2);
        }
        before = here;
    }
    return std::nullopt;
}

}  // namespace ravine
