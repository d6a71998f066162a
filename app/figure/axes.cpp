#include "app/figure/axes.h"

#include <algorithm>
#include <cmath>

namespace ravine {
namespace {

/// Runs may go as far as doubles reach; a float keeps these pixels with room to spare, and they are far outside of any pane.
constexpr double farthest = 1e6;

constexpr double longest_aspect = 3;

float place(double start, double extent, double fraction) {
    return static_cast<float>(start + extent * std::clamp(fraction, -farthest, farthest));
}

/// lo..hi widened about its middle to `length`.
void widen(double& lo, double& hi, double length) {
    const double middle = lo + (hi - lo) / 2;
    lo = middle - length / 2;
    hi = middle + length / 2;
}

}  // namespace

double Axis::fraction(double v) const {
    if (scale == AxisScale::linear) return (v - lo) / (hi - lo);
    if (scale == AxisScale::decay) return v < 1 ? std::log((1 - v) / (1 - lo)) / std::log((1 - hi) / (1 - lo)) : farthest;
    return v > 0 ? std::log(v / lo) / std::log(hi / lo) : -farthest;
}

double Axis::value(double f) const {
    if (scale == AxisScale::linear) return lo + f * (hi - lo);
    if (scale == AxisScale::decay) return 1 - (1 - lo) * std::pow((1 - hi) / (1 - lo), f);
    return lo * std::pow(hi / lo, f);
}

Pixel Axes::to_pixel(Point p) const {
    return {place(rect.x0, rect.width(), x.fraction(p.x)), place(rect.y1, -rect.height(), y.fraction(p.y))};
}

Point Axes::to_data(Pixel p) const {
    return {x.value(static_cast<double>(p.x - rect.x0) / rect.width()),
            y.value(static_cast<double>(rect.y1 - p.y) / rect.height())};
}

Box fitted(Box wanted, const Rect& pane) {
    const double aspect = wanted.width() / wanted.height();
    if (aspect > longest_aspect || aspect < 1 / longest_aspect || pane.width() <= 0 || pane.height() <= 0) return wanted;
    const double pane_aspect = static_cast<double>(pane.width()) / pane.height();
    if (pane_aspect > aspect)
        widen(wanted.x0, wanted.x1, wanted.height() * pane_aspect);
    else
        widen(wanted.y0, wanted.y1, wanted.width() / pane_aspect);
    return wanted;
}

}  // namespace ravine
