#include "app/paint/outline.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ravine {
namespace {

constexpr double pi = std::numbers::pi;

Point point(Pixel p) { return {static_cast<double>(p.x), static_cast<double>(p.y)}; }

}  // namespace

Point on_circle(Point middle, double radius, double angle) {
    return {middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)};
}

void Outline::add_polyline(std::span<const Point> points) {
    for (std::size_t i = 0; i < points.size(); ++i)
        if (i == 0)
            move_to(points[i]);
        else
            line_to(points[i]);
}

void Outline::add_polygon(std::span<const Point> corners) {
    add_polyline(corners);
    close();
}

void Outline::add_arc(Point middle, double radius, double from, double to) {
    move_to(on_circle(middle, radius, from));
    arc(middle, radius, from, to);
}

void Outline::add_circle(Point middle, double radius) {
    add_arc(middle, radius, 0, 2 * pi);
    close();
}

Outline polyline(std::span<const Pixel> points) {
    Outline out;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (i == 0)
            out.move_to(point(points[i]));
        else
            out.line_to(point(points[i]));
    return out;
}

Outline polygon(std::span<const Pixel> corners) {
    Outline out = polyline(corners);
    out.close();
    return out;
}

Outline rectangle(const Rect& rect, float radius) {
    const double x0 = rect.x0, y0 = rect.y0, x1 = rect.x1, y1 = rect.y1;
    const double r = std::min<double>(radius, std::min(x1 - x0, y1 - y0) / 2);
    Outline out;
    if (r <= 0) {
        out.add_polygon(std::vector<Point>{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}});
        return out;
    }
    out.move_to({x1 - r, y0});
    out.arc({x1 - r, y0 + r}, r, -pi / 2, 0);
    out.arc({x1 - r, y1 - r}, r, 0, pi / 2);
    out.arc({x0 + r, y1 - r}, r, pi / 2, pi);
    out.arc({x0 + r, y0 + r}, r, pi, 3 * pi / 2);
    out.close();
    return out;
}

}  // namespace ravine
