// Rectangles of the figure, and the map between data and pixels.
#pragma once

#include "engine/geometry.h"

namespace ravine {

/// A place in a figure, in logical pixels.
struct Pixel {
    float x = 0, y = 0;
    bool operator==(const Pixel&) const = default;
};

/// x0 < x1, y0 < y1; y grows downwards.
struct Rect {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;

    float width() const { return x1 - x0; }
    float height() const { return y1 - y0; }
    bool contains(Pixel p) const { return p.x >= x0 && p.x < x1 && p.y >= y0 && p.y < y1; }
    Rect shrunk(float by) const { return {x0 + by, y0 + by, x1 - by, y1 - by}; }
    bool operator==(const Rect&) const = default;
};

/// decay: even in log(1 − value), for factors that come close to 1.
enum class AxisScale { linear, log, decay };

/// One axis: data lo..hi, lo < hi (log: 0 < lo; decay: hi < 1).
struct Axis {
    double lo = 0, hi = 1;
    AxisScale scale = AxisScale::linear;

    double fraction(double value) const;  ///< 0 at lo, 1 at hi
    double value(double fraction) const;
    bool operator==(const Axis&) const = default;
};

struct Axes {
    Rect rect;
    Axis x, y;

    Pixel to_pixel(Point p) const;
    Point to_data(Pixel p) const;
    bool operator==(const Axes&) const = default;
};

/// The box that a pane of this size shows: `wanted` and, so that one unit is equally long on both axes, more of the longer
/// side. Boxes more than three times as long as wide are stretched instead.
Box fitted(Box wanted, const Rect& pane);

}  // namespace ravine
