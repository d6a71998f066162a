#include "app/paint/path_strokes.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/paint/marks.h"

namespace ravine {
namespace {

using Vertex = PixelPath::Vertex;

/// Translucent lines end square, as in shaders/path.frag: round ends would darken the joints.
constexpr float opaque = 0.6F;

Vertex between(const Vertex& a, const Vertex& b, float step) {
    const float t = (step - a.step) / (b.step - a.step);
    return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y), a.length + t * (b.length - a.length), step};
}

/// The vertices between two steps, with one at each where it lies within a segment.
std::vector<Vertex> part_of(const PixelPath& path, float from, float to) {
    std::vector<Vertex> part;
    for (std::size_t k = 0; k < path.vertices.size(); ++k) {
        const Vertex& v = path.vertices[k];
        if (k > 0) {
            const Vertex& before = path.vertices[k - 1];
            if (before.step < from && v.step > from) part.push_back(between(before, v, from));
            if (before.step < to && v.step > to) part.push_back(between(before, v, to));
        }
        if (v.step > to) break;
        if (v.step >= from) part.push_back(v);
    }
    return part;
}

Outline outline_of(std::span<const Vertex> part) {
    Outline out;
    for (const Vertex& v : part) {
        const Point at{static_cast<double>(v.x), static_cast<double>(v.y)};
        if (out.pieces.empty())
            out.move_to(at);
        else
            out.line_to(at);
    }
    return out;
}

Stroke::Cap cap_of(const Stroke& stroke, float alpha) {
    return stroke.dash > 0 || alpha <= opaque ? Stroke::Cap::butt : Stroke::Cap::round;
}

void draw_evenly(Canvas& canvas, const std::vector<Vertex>& part, Stroke stroke) {
    if (part.empty()) return;
    // A whole path has round ends even where it is translucent: only joints would darken, and they are one stroke here.
    stroke.cap = cap_of(stroke, 1);
    stroke.begin = part.front().length;
    canvas.stroke(outline_of(part), stroke);
}

/// A segment whose alpha runs from one value to another.
void draw_fading(Canvas& canvas, std::span<const Vertex, 2> segment, Stroke stroke, float alpha_from, float alpha_to) {
    const Vertex &from = segment[0], &to = segment[1];
    const Color c = stroke.ink.color;
    stroke.ink = {c.with_alpha(alpha_from), Ink::Fade{{from.x, from.y}, {to.x, to.y}, c.with_alpha(alpha_to)}};
    stroke.cap = cap_of(stroke, std::min(alpha_from, alpha_to));
    stroke.begin = from.length;
    canvas.stroke(outline_of(segment), stroke);
}

float strength(const Path& path, float step) {
    return path.fade > 0 ? std::max(1 - (path.reveal - step) / path.fade, fade_floor) : 1.0F;
}

void draw_stroke(Canvas& canvas, const Path& path, Stroke stroke) {
    constexpr float beginning = -1e30F;
    if (path.fade <= 0) return draw_evenly(canvas, part_of(*path.path, beginning, path.reveal), stroke);
    const float bend = path.reveal - (1 - fade_floor) * path.fade;
    const std::vector<Vertex> near = part_of(*path.path, bend, path.reveal);
    const float alpha = stroke.ink.color.a;
    Stroke faint = stroke;
    faint.ink.color.a = alpha * fade_floor;
    draw_evenly(canvas, part_of(*path.path, beginning, bend), faint);
    for (std::size_t k = 1; k < near.size(); ++k)
        draw_fading(canvas, std::span<const Vertex, 2>(&near[k - 1], 2), stroke, alpha * strength(path, near[k - 1].step),
                    alpha * strength(path, near[k].step));
}

void draw_marks(Canvas& canvas, const Path& path) {
    for (const Vertex& m : path.path->marks) {
        if (m.step > path.reveal) continue;
        const float alpha = strength(path, m.step);
        draw_marker(canvas, {{m.x, m.y},
                             path.marker,
                             path.marker_size,
                             path.color.with_alpha(path.color.a * alpha),
                             path.halo.with_alpha(path.halo.a * alpha),
                             path.halo_width / 2});
    }
}

void draw_line(Canvas& canvas, const Path& path) {
    Stroke stroke;
    stroke.join = Stroke::Join::round;
    if (path.halo.a > 0 && path.halo_width > 0) {
        stroke.ink = {path.halo};
        stroke.width = path.width + 2 * path.halo_width;
        draw_stroke(canvas, path, stroke);
    }
    stroke.ink = {path.color};
    stroke.width = path.width;
    stroke.dash = path.dash;
    stroke.gap = path.gap;
    draw_stroke(canvas, path, stroke);
}

}  // namespace

void draw_path(Canvas& canvas, const Path& path) {
    if (!path.path || path.path->vertices.empty()) return;
    if (path.width > 0) draw_line(canvas, path);
    if (path.marker_size > 0) draw_marks(canvas, path);
}

}  // namespace ravine
