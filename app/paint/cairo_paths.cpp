#include "app/paint/cairo_paths.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>

#include "app/paint/cairo_shapes.h"

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

struct Stroke {
    Color color;
    float width = 1, dash = 0, gap = 0;
};

void set_stroke(cairo_t* cr, const Stroke& stroke, float alpha, float begin) {
    const double pattern[] = {static_cast<double>(stroke.dash), static_cast<double>(stroke.gap)};
    cairo_set_dash(cr, pattern, stroke.dash > 0 && stroke.gap > 0 ? 2 : 0, static_cast<double>(begin));
    const bool is_square = stroke.dash > 0 || alpha <= opaque;
    cairo_set_line_cap(cr, is_square ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width(cr, static_cast<double>(stroke.width));
}

void draw_evenly(cairo_t* cr, const std::vector<Vertex>& part, const Stroke& stroke) {
    if (part.empty()) return;
    cairo_new_path(cr);
    for (const Vertex& v : part) cairo_line_to(cr, static_cast<double>(v.x), static_cast<double>(v.y));
    set_color(cr, stroke.color);
    // A whole path has round ends even where it is translucent: only joints would darken, and they are one stroke here.
    set_stroke(cr, stroke, 1, part.front().length);
    cairo_stroke(cr);
}

/// A segment whose alpha runs from one value to another.
void draw_fading(cairo_t* cr, const Vertex& from, const Vertex& to, const Stroke& stroke, float alpha_from, float alpha_to) {
    const double x0 = from.x, y0 = from.y, x1 = to.x, y1 = to.y;
    const std::unique_ptr<cairo_pattern_t, decltype(&cairo_pattern_destroy)> pattern(cairo_pattern_create_linear(x0, y0, x1, y1),
                                                                                     &cairo_pattern_destroy);
    const Color& c = stroke.color;
    const double r = c.r, g = c.g, b = c.b;
    cairo_pattern_add_color_stop_rgba(pattern.get(), 0, r, g, b, static_cast<double>(alpha_from));
    cairo_pattern_add_color_stop_rgba(pattern.get(), 1, r, g, b, static_cast<double>(alpha_to));
    cairo_new_path(cr);
    cairo_move_to(cr, x0, y0);
    cairo_line_to(cr, x1, y1);
    cairo_set_source(cr, pattern.get());
    set_stroke(cr, stroke, std::min(alpha_from, alpha_to), from.length);
    cairo_stroke(cr);
}

float strength(const Path& path, float step) {
    return path.fade > 0 ? std::max(1 - (path.reveal - step) / path.fade, fade_floor) : 1.0F;
}

void draw_stroke(cairo_t* cr, const Path& path, Stroke stroke) {
    constexpr float beginning = -1e30F;
    if (path.fade <= 0) return draw_evenly(cr, part_of(*path.path, beginning, path.reveal), stroke);
    const float bend = path.reveal - (1 - fade_floor) * path.fade;
    const std::vector<Vertex> near = part_of(*path.path, bend, path.reveal);
    const float alpha = stroke.color.a;
    stroke.color.a = alpha * fade_floor;
    draw_evenly(cr, part_of(*path.path, beginning, bend), stroke);
    stroke.color.a = alpha;
    for (std::size_t k = 1; k < near.size(); ++k)
        draw_fading(cr, near[k - 1], near[k], stroke, alpha * strength(path, near[k - 1].step),
                    alpha * strength(path, near[k].step));
}

void draw_marks(cairo_t* cr, const Path& path) {
    for (const Vertex& m : path.path->marks) {
        if (m.step > path.reveal) continue;
        const float alpha = strength(path, m.step);
        draw_mark(cr, {m.x, m.y}, path.marker, path.marker_size, path.color.with_alpha(path.color.a * alpha),
                  path.halo.with_alpha(path.halo.a * alpha), path.halo_width / 2);
    }
}

}  // namespace

void draw_path(cairo_t* cr, const Path& path) {
    if (!path.path || path.path->vertices.empty()) return;
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    if (path.width > 0) {
        if (path.halo.a > 0 && path.halo_width > 0) draw_stroke(cr, path, {path.halo, path.width + 2 * path.halo_width});
        draw_stroke(cr, path, {path.color, path.width, path.dash, path.gap});
    }
    if (path.marker_size > 0) draw_marks(cr, path);
}

}  // namespace ravine
