// Plain shapes in the plane of the objective. Everything is in data units.
#pragma once

namespace ravine {

struct Point {
    double x = 0, y = 0;
    bool operator==(const Point&) const = default;
};

/// An axis-parallel box, x0 < x1 and y0 < y1.
struct Box {
    double x0 = -1, x1 = 1, y0 = -1, y1 = 1;

    double width() const { return x1 - x0; }
    double height() const { return y1 - y0; }
    bool contains(Point p) const { return p.x >= x0 && p.x <= x1 && p.y >= y0 && p.y <= y1; }
    bool operator==(const Box&) const = default;
};

}  // namespace ravine
