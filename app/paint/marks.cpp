#include "app/paint/marks.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace ravine {
namespace {

constexpr double pi = std::numbers::pi;
using Corners = std::vector<Point>;

/// Corners on a circle about the origin; `first` is the angle of the first one, clockwise from the right.
Corners regular(int corners, double radius, double first) {
    Corners out;
    for (int k = 0; k < corners; ++k) out.push_back(on_circle({}, radius, first + 2 * pi * k / corners));
    return out;
}

Corners star(double radius) {
    Corners out;
    for (int k = 0; k < 10; ++k) out.push_back(on_circle({}, k % 2 == 0 ? radius : radius * 0.45, -pi / 2 + pi * k / 5));
    return out;
}

/// Two bars across each other.
Corners plus(double reach, double half) {
    return {{half, -reach}, {half, -half}, {reach, -half}, {reach, half},   {half, half},   {half, reach},
            {-half, reach}, {-half, half}, {-reach, half}, {-reach, -half}, {-half, -half}, {-half, -reach}};
}

Corners turned(Corners corners, double angle) {
    const double c = std::cos(angle), s = std::sin(angle);
    for (Point& p : corners) p = {p.x * c - p.y * s, p.x * s + p.y * c};
    return corners;
}

/// For a circle of radius r of equal weight; sizes of the others are such that they have about its area.
Corners corners_of(Shape shape, double r) {
    switch (shape) {
        case Shape::square:
            return regular(4, r * 1.25, pi / 4);
        case Shape::diamond:
            return regular(4, r * 1.25, 0);
        case Shape::triangle:
            return regular(3, r * 1.4, -pi / 2);
        case Shape::triangle_down:
            return regular(3, r * 1.4, pi / 2);
        case Shape::hexagon:
            return regular(6, r * 1.1, 0);
        case Shape::plus:
            return plus(r * 1.2, r * 0.42);
        case Shape::cross:
            return turned(plus(r * 1.2, r * 0.42), pi / 4);
        case Shape::star:
            return star(r * 1.3);
        case Shape::circle:
        case Shape::ring:
        case Shape::saddle:
            break;
    }
    return {};
}

Outline solid(const Marker& m, Point at, double r) {
    Outline out;
    Corners corners = corners_of(m.shape, r);
    if (corners.empty()) {
        out.add_circle(at, r);
        return out;
    }
    for (Point& p : corners) p = {p.x + at.x, p.y + at.y};
    out.add_polygon(corners);
    return out;
}

bool is_line(Shape shape) { return shape == Shape::ring || shape == Shape::saddle; }

Outline line(const Marker& m, Point at, double r, double band) {
    Outline out;
    if (m.shape == Shape::ring) {
        out.add_circle(at, r - band / 2);
        return out;
    }
    constexpr double half_angle = 1.13;
    for (const double side : {0.0, pi})
        out.add_arc({at.x + (side == 0 ? -1.35 * r : 1.35 * r), at.y}, 1.05 * r, side - half_angle, side + half_angle);
    return out;
}

}  // namespace

void draw_marker(Canvas& canvas, const Marker& m) {
    const Point at{static_cast<double>(m.at.x), static_cast<double>(m.at.y)};
    const double r = static_cast<double>(m.size) / 2;
    Stroke stroke;
    stroke.join = Stroke::Join::round;
    if (is_line(m.shape)) {
        // A stroke in the fill's colour between two thin edges.
        const double band = std::max(1.0, r * 0.38);
        const Outline outline = line(m, at, r, band);
        stroke.cap = Stroke::Cap::round;
        stroke.ink = {m.edge};
        stroke.width = static_cast<float>(band) + 2 * m.edge_width;
        canvas.stroke(outline, stroke);
        stroke.ink = {m.fill};
        stroke.width = static_cast<float>(band);
        canvas.stroke(outline, stroke);
        return;
    }
    const Outline outline = solid(m, at, r);
    if (m.edge_width > 0 && m.edge.a > 0) {
        stroke.ink = {m.edge};
        stroke.width = 2 * m.edge_width;
        canvas.stroke(outline, stroke);
    }
    canvas.fill(outline, m.fill);
}

}  // namespace ravine
