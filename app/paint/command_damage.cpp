#include "app/paint/command_damage.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace ravine {

namespace {

using Vertex = PixelPath::Vertex;

PixelRect outside(const Rect& rect, Pixel origin) {
    return {static_cast<int>(std::floor(origin.x + rect.x0)), static_cast<int>(std::floor(origin.y + rect.y0)),
            static_cast<int>(std::ceil(origin.x + rect.x1)), static_cast<int>(std::ceil(origin.y + rect.y1))};
}

Rect around(std::span<const Vertex> vertices, float margin) {
    Rect box{vertices.front().x, vertices.front().y, vertices.front().x, vertices.front().y};
    for (const Vertex& v : vertices) {
        box = {std::min(box.x0, v.x), std::min(box.y0, v.y), std::max(box.x1, v.x), std::max(box.y1, v.y)};
    }
    return box.shrunk(-margin);
}

/// How far a marker reaches from its middle: the shader draws quads of this half side.
float reach(float size, float edge_width) { return 0.8F * size + edge_width + 1; }

/// How far a path's pixels lie from its vertices. Marks stand where the run was, within the path's tolerance.
float reach(const Path& path) {
    return std::max(path.width / 2 + path.halo_width, reach(path.marker_size, path.halo_width / 2)) + 2;
}

PixelRect extent(const Field& field, Pixel origin) {
    // Fields are laid on whole pixels, rounded.
    return outside(field.rect.shrunk(-1), origin);
}
PixelRect extent(const Surface& surface, Pixel origin) { return outside(surface.rect.shrunk(-1), origin); }
PixelRect extent(const FillRect& fill, Pixel origin) { return outside(fill.rect.shrunk(-1), origin); }

PixelRect extent(const Marker& marker, Pixel origin) {
    const float r = reach(marker.size, marker.edge_width);
    return outside({marker.at.x - r, marker.at.y - r, marker.at.x + r, marker.at.y + r}, origin);
}

/// What is drawn of the path between two steps.
PixelRect extent(const Path& path, float from, float to, Pixel origin) {
    if (path.path == nullptr || path.path->vertices.size() < 2) return {};
    const std::vector<Vertex>& all = path.path->vertices;
    auto first = std::upper_bound(all.begin(), all.end(), from, [](float step, const Vertex& v) { return step < v.step; });
    auto end = std::lower_bound(first, all.end(), to, [](const Vertex& v, float step) { return v.step < step; });
    // Both ends lie within a segment: its outer vertex counts, too.
    if (first != all.begin()) --first;
    if (end != all.end()) ++end;
    return outside(around({first, end}, reach(path)), origin);
}

PixelRect extent(const Path& path, Pixel origin) { return extent(path, -1e30F, path.reveal, origin); }

}  // namespace

PixelRect extent(const ScreenCommand& command) {
    return std::visit([&](const auto& what) { return extent(what, command.origin); }, command.what);
}

std::vector<PixelRect> difference(const ScreenCommand& before, const ScreenCommand& after) {
    if (before == after) return {};
    const auto* old_path = std::get_if<Path>(&before.what);
    const auto* new_path = std::get_if<Path>(&after.what);
    if (old_path != nullptr && new_path != nullptr && before.origin == after.origin) {
        Path played = *old_path;
        played.reveal = new_path->reveal;
        if (played == *new_path) {
            const auto [from, to] = std::minmax(old_path->reveal, new_path->reveal);
            // Behind its heads a fading path changes, too, down to where both have faded.
            return {extent(played, from - played.fade, to, after.origin)};
        }
    }
    return {extent(before), extent(after)};
}

}  // namespace ravine
