#include "app/paint/cairo_shapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ravine {
namespace {

constexpr double pi = std::numbers::pi;

/// A polygon on a circle about the origin; `first` is the angle of its first corner, clockwise from the right.
void polygon(cairo_t* cr, int corners, double radius, double first) {
    for (int k = 0; k < corners; ++k) {
        const double a = first + 2 * pi * k / corners;
        cairo_line_to(cr, radius * std::cos(a), radius * std::sin(a));
    }
    cairo_close_path(cr);
}

void star(cairo_t* cr, double radius) {
    for (int k = 0; k < 10; ++k) {
        const double a = -pi / 2 + pi * k / 5, r = k % 2 == 0 ? radius : radius * 0.45;
        cairo_line_to(cr, r * std::cos(a), r * std::sin(a));
    }
    cairo_close_path(cr);
}

/// Two bars across each other.
void plus(cairo_t* cr, double reach, double half) {
    const double x[] = {half, half, reach, reach, half, half, -half, -half, -reach, -reach, -half, -half};
    const double y[] = {-reach, -half, -half, half, half, reach, reach, half, half, -half, -half, -reach};
    for (int k = 0; k < 12; ++k) cairo_line_to(cr, x[k], y[k]);
    cairo_close_path(cr);
}

/// The outline for a circle of radius r of equal weight; sizes of the others are such that they have about its area.
void outline(cairo_t* cr, Shape shape, double r) {
    cairo_new_path(cr);
    switch (shape) {
        case Shape::circle:
            cairo_arc(cr, 0, 0, r, 0, 2 * pi);
            break;
        case Shape::square:
            polygon(cr, 4, r * 1.25, pi / 4);
            break;
        case Shape::diamond:
            polygon(cr, 4, r * 1.25, 0);
            break;
        case Shape::triangle:
            polygon(cr, 3, r * 1.4, -pi / 2);
            break;
        case Shape::triangle_down:
            polygon(cr, 3, r * 1.4, pi / 2);
            break;
        case Shape::hexagon:
            polygon(cr, 6, r * 1.1, 0);
            break;
        case Shape::plus:
            plus(cr, r * 1.2, r * 0.42);
            break;
        case Shape::cross:
            cairo_rotate(cr, pi / 4);
            plus(cr, r * 1.2, r * 0.42);
            break;
        case Shape::star:
            star(cr, r * 1.3);
            break;
        case Shape::ring:
        case Shape::saddle:
            cairo_arc(cr, 0, 0, r, 0, 2 * pi);
            break;
    }
}

bool is_line(Shape shape) { return shape == Shape::ring || shape == Shape::saddle; }

void line(cairo_t* cr, Shape shape, double r, double band) {
    cairo_new_path(cr);
    if (shape == Shape::ring) {
        cairo_arc(cr, 0, 0, r - band / 2, 0, 2 * pi);
        return;
    }
    constexpr double half_angle = 1.13;
    for (const double side : {0.0, pi}) {
        cairo_new_sub_path(cr);
        cairo_arc(cr, side == 0 ? -1.35 * r : 1.35 * r, 0, 1.05 * r, side - half_angle, side + half_angle);
    }
}

/// A stroke in the fill's colour between two thin edges.
void draw_line(cairo_t* cr, Shape shape, double r, Color fill, Color edge, double edge_width) {
    const double band = std::max(1.0, r * 0.38);
    line(cr, shape, r, band);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    set_color(cr, edge);
    cairo_set_line_width(cr, band + 2 * edge_width);
    cairo_stroke_preserve(cr);
    set_color(cr, fill);
    cairo_set_line_width(cr, band);
    cairo_stroke(cr);
}

}  // namespace

void set_color(cairo_t* cr, Color c) {
    cairo_set_source_rgba(cr, static_cast<double>(c.r), static_cast<double>(c.g), static_cast<double>(c.b),
                          static_cast<double>(c.a));
}

void rounded_rectangle(cairo_t* cr, const Rect& rect, float radius) {
    const double x0 = rect.x0, y0 = rect.y0, x1 = rect.x1, y1 = rect.y1;
    const double r = std::min<double>(radius, std::min(x1 - x0, y1 - y0) / 2);
    cairo_new_path(cr);
    if (r <= 0) {
        cairo_rectangle(cr, x0, y0, x1 - x0, y1 - y0);
        return;
    }
    cairo_arc(cr, x1 - r, y0 + r, r, -pi / 2, 0);
    cairo_arc(cr, x1 - r, y1 - r, r, 0, pi / 2);
    cairo_arc(cr, x0 + r, y1 - r, r, pi / 2, pi);
    cairo_arc(cr, x0 + r, y0 + r, r, pi, 3 * pi / 2);
    cairo_close_path(cr);
}

void draw_mark(cairo_t* cr, Pixel at, Shape shape, float size, Color fill, Color edge, float edge_width) {
    const double r = static_cast<double>(size) / 2;
    cairo_save(cr);
    cairo_translate(cr, static_cast<double>(at.x), static_cast<double>(at.y));
    cairo_set_dash(cr, nullptr, 0, 0);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    if (is_line(shape)) {
        draw_line(cr, shape, r, fill, edge, static_cast<double>(edge_width));
    } else {
        outline(cr, shape, r);
        if (edge_width > 0 && edge.a > 0) {
            set_color(cr, edge);
            cairo_set_line_width(cr, 2 * static_cast<double>(edge_width));
            cairo_stroke_preserve(cr);
        }
        set_color(cr, fill);
        cairo_fill(cr);
    }
    cairo_restore(cr);
}

void draw_marker(cairo_t* cr, const Marker& m) { draw_mark(cr, m.at, m.shape, m.size, m.fill, m.edge, m.edge_width); }

}  // namespace ravine
