#include "engine/kinks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace ravine {
namespace {

/// Off the axes and diagonals, along which kinks like to run.
constexpr double first_angle = 0.137;

template <std::size_t N>
void circle(Point p, double radius, std::array<double, N>& x, std::array<double, N>& y, std::size_t points) {
    for (std::size_t k = 0; k < points; ++k) {
        const double angle = first_angle + 2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(points);
        x[k] = p.x + radius * std::cos(angle);
        y[k] = p.y + radius * std::sin(angle);
    }
}

/// Whether the directions of these points leave no half plane free.
bool surround_origin(std::span<const Point> points) {
    std::vector<double> angles;
    for (const Point& p : points) {
        if (p.x == 0 && p.y == 0) return true;
        angles.push_back(std::atan2(p.y, p.x));
    }
    std::ranges::sort(angles);
    double gap = 2 * std::numbers::pi + angles.front() - angles.back();
    for (std::size_t k = 1; k < angles.size(); ++k) gap = std::max(gap, angles[k] - angles[k - 1]);
    return gap <= std::numbers::pi;
}

Point nearest_of_side(Point a, Point b) {
    const Point along{b.x - a.x, b.y - a.y};
    const double length2 = along.x * along.x + along.y * along.y;
    const double t = length2 > 0 ? std::clamp(-(a.x * along.x + a.y * along.y) / length2, 0.0, 1.0) : 0;
    return {a.x + t * along.x, a.y + t * along.y};
}

}  // namespace

Point nearest_of_hull(std::span<const Point> points) {
    if (surround_origin(points)) return {0, 0};
    Point nearest = points.front();
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t k = 0; k <= i; ++k) {
            const Point p = nearest_of_side(points[i], points[k]);
            if (std::hypot(p.x, p.y) < std::hypot(nearest.x, nearest.y)) nearest = p;
        }
    return nearest;
}

Slopes slopes_around(const Objective& objective, Point p, double radius) {
    std::array<double, slope_samples> x{}, y{}, f{}, gx{}, gy{};
    circle(p, radius, x, y, slope_samples - 1);
    x.back() = p.x, y.back() = p.y;
    objective.gradients(slope_samples, x.data(), y.data(), f.data(), gx.data(), gy.data());
    std::array<Point, slope_samples> gradients;
    Slopes slopes;
    for (std::size_t k = 0; k < slope_samples; ++k) {
        gradients[k] = {gx[k], gy[k]};
        const double size = std::hypot(gx[k], gy[k]);
        slopes.defined = slopes.defined && std::isfinite(size) && std::isfinite(f[k]);
        slopes.longest = std::max(slopes.longest, size);
    }
    if (slopes.defined) slopes.shortest = nearest_of_hull(gradients);
    return slopes;
}

double least_around(const Objective& objective, Point p, double radius) {
    std::array<double, circle_samples> x{}, y{}, f{};
    circle(p, radius, x, y, circle_samples);
    objective.values(circle_samples, x.data(), y.data(), f.data());
    double least = std::numeric_limits<double>::infinity();
    for (const double v : f) {
        if (std::isnan(v)) return v;
        least = std::min(least, v);
    }
    return least;
}

}  // namespace ravine
