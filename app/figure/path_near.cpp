#include "app/figure/path_near.h"

#include <algorithm>
#include <cmath>

#include "app/session/starts.h"

namespace ravine {

namespace {

struct Nearest {
    float distance = 0;
    int step = 0;
};

/// How far `p` is from the line between two steps, and which of them is nearer there.
Nearest to_segment(Pixel p, Pixel a, Pixel b, int step) {
    const float dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    const float t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0F, 1.0F) : 0;
    return {std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy), t < 0.5F ? step : step + 1};
}

Nearest to_path(const Run& run, int last, const Pointed& pointed) {
    Pixel before = pointed.region.axes.to_pixel(run.at(0));
    Nearest best{std::hypot(pointed.at.x - before.x, pointed.at.y - before.y), 0};
    for (int step = 0; step < last; ++step) {
        const Pixel next = pointed.region.axes.to_pixel(run.at(step + 1));
        const Nearest here = to_segment(pointed.at, before, next, step);
        if (here.distance < best.distance) best = here;
        before = next;
    }
    return best;
}

}  // namespace

std::optional<NearStep> step_near(const Session& session, const Runs& runs, const Pointed& pointed, double position) {
    std::optional<NearStep> found;
    float least = pointed.reach;
    const std::vector<RunPlace> places = run_places(session);
    for (std::size_t k = 0; k < places.size() && k < runs.size(); ++k) {
        const int optimizer = places[k].optimizer;
        if (std::ranges::find(pointed.region.optimizers, optimizer) == pointed.region.optimizers.end()) continue;
        const int last = std::min(runs[k]->last(), static_cast<int>(position));
        const Nearest nearest = to_path(*runs[k], last, pointed);
        if (!(nearest.distance <= least)) continue;
        least = nearest.distance;
        found = {optimizer, nearest.step};
    }
    return found;
}

std::optional<int> start_near(const Session& session, const Pointed& pointed) {
    std::optional<int> found;
    float least = pointed.reach;
    for (int k = 0; k < start_count(session); ++k) {
        const Pixel at = pointed.region.axes.to_pixel(start_at(session, k));
        const float distance = std::hypot(pointed.at.x - at.x, pointed.at.y - at.y);
        if (!(distance <= least)) continue;
        least = distance;
        found = k;
    }
    return found;
}

}  // namespace ravine
