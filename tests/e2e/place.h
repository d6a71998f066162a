// Where things are in the window, in its pixels.
#pragma once

namespace ravine_test {

struct Spot {
    double x = 0, y = 0;
};

struct Place {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;

    Spot at(double across, double down = 0.5) const { return {x0 + across * (x1 - x0), y0 + down * (y1 - y0)}; }
    double width() const { return x1 - x0; }
    double height() const { return y1 - y0; }
};

}  // namespace ravine_test
