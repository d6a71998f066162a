#include "app/paint/simplify.h"

#include <algorithm>
#include <utility>

namespace ravine {
namespace {

double squared_distance(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
    const double ex = p.x - a.x - t * dx, ey = p.y - a.y - t * dy;
    return ex * ex + ey * ey;
}

}  // namespace

std::vector<std::uint32_t> simplified(std::span<const Point> line, double tolerance) {
    std::vector<std::uint32_t> kept{0};
    // The ends of the pieces that are still to be judged, the next one last.
    std::vector<std::uint32_t> ends{static_cast<std::uint32_t>(line.size() - 1)};
    if (line.size() < 2) return kept;
    while (!ends.empty()) {
        const std::uint32_t from = kept.back(), to = ends.back();
        std::uint32_t farthest = from;
        double most = tolerance * tolerance;
        for (std::uint32_t i = from + 1; i < to; ++i)
            if (const double d = squared_distance(line[i], line[from], line[to]); d > most) most = d, farthest = i;
        if (farthest != from) {
            ends.push_back(farthest);
            continue;
        }
        kept.push_back(to);
        ends.pop_back();
    }
    return kept;
}

}  // namespace ravine
