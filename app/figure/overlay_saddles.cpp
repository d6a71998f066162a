// Saddles: Newton's method on the gradient goes to any point where it vanishes; the signs of the curvatures tell which is a
// saddle.
#include <algorithm>
#include <cmath>
#include <optional>

#include "app/figure/overlays.h"

namespace ravine {
namespace {

constexpr int side = 48;  // points of the lattice
constexpr std::size_t most_starts = 600;
constexpr int most_updates = 48;     // a flat saddle is approached by a half each time
constexpr int most_hessians = 8000;  // over all starts
// Lengths, as parts of the view's diagonal:
constexpr double at_rest = 1e-9, same_place = 1e-4, longest_step = 0.05;
/// f must bend by this part of the heights in view over a twentieth of its diagonal: plateaus are full of points without a slope.
constexpr double least_bend = 1e-8;
/// The lesser curvature beside the greater: less is rounding.
constexpr double least_share = 1e-7;

double diagonal(const Box& box) { return std::hypot(box.width(), box.height()); }

struct Lattice {
    std::vector<Point> flat;  ///< none of the eight neighbours is flatter; the flattest first
    double height = 0;        ///< between the lowest and the highest
};

Lattice sampled(const Objective& objective, const Box& box) {
    constexpr std::size_t n = static_cast<std::size_t>(side) * side;
    std::vector<double> x(n), y(n), f(n), gx(n), gy(n), slope(n);
    for (std::size_t k = 0; k < n; ++k) {
        const std::size_t row = k / side;
        x[k] = box.x0 + (static_cast<double>(k % side) + 0.5) * box.width() / side;
        y[k] = box.y0 + (static_cast<double>(row) + 0.5) * box.height() / side;
    }
    objective.gradients(n, x.data(), y.data(), f.data(), gx.data(), gy.data());
    double lo = INFINITY, hi = -INFINITY;
    for (std::size_t k = 0; k < n; ++k) {
        slope[k] = std::hypot(gx[k] * box.width(), gy[k] * box.height());
        if (!std::isfinite(f[k])) continue;
        lo = std::min(lo, f[k]), hi = std::max(hi, f[k]);
    }
    const auto at = [](int i, int j) { return static_cast<std::size_t>(j) * side + static_cast<std::size_t>(i); };
    std::vector<std::size_t> flat;
    for (int j = 0; j < side; ++j)
        for (int i = 0; i < side; ++i) {
            bool is_flat = std::isfinite(slope[at(i, j)]);
            for (int v = std::max(j - 1, 0); v <= std::min(j + 1, side - 1); ++v)
                for (int u = std::max(i - 1, 0); u <= std::min(i + 1, side - 1); ++u)
                    is_flat = is_flat && !(slope[at(u, v)] < slope[at(i, j)]);
            if (is_flat) flat.push_back(at(i, j));
        }
    std::ranges::stable_sort(flat, {}, [&](std::size_t k) { return slope[k]; });
    Lattice lattice{{}, hi - lo};
    for (const std::size_t k : flat)
        if (lattice.flat.size() < most_starts) lattice.flat.push_back({x[k], y[k]});
    return lattice;
}

/// Where Newton's method comes to rest. `budget` counts Hessians.
std::optional<Point> settled(const Objective& objective, const Box& box, Point p, int& budget) {
    const double size = diagonal(box);
    for (int update = 0; update < most_updates && budget > 0; ++update, --budget) {
        const Sample s = objective.at(p);
        const Hessian h = objective.hessian(p);
        const double det = h.xx * h.yy - h.xy * h.xy;
        Point step{-(h.yy * s.gx - h.xy * s.gy) / det, -(h.xx * s.gy - h.xy * s.gx) / det};
        if (s.gx == 0 && s.gy == 0) step = {0, 0};
        const double length = std::hypot(step.x, step.y);
        if (!std::isfinite(length)) return {};
        const double part = std::min(1.0, longest_step * size / std::max(length, 1e-300));
        p = {p.x + part * step.x, p.y + part * step.y};
        if (length <= at_rest * size) return p;
        if (!box.contains(p)) return {};
    }
    return {};
}

/// Whether f curves upwards one way and downwards another, each by as much as can be seen.
bool is_saddle(const Objective& objective, const Box& box, Point p, double height) {
    const Hessian h = objective.hessian(p);
    const double middle = 0.5 * (h.xx + h.yy), spread = std::hypot(0.5 * (h.xx - h.yy), h.xy);
    const double least = middle - spread, most = middle + spread;
    const double lesser = std::min(-least, most), greater = std::max(-least, most);
    if (!(lesser > least_share * greater)) return false;
    const double reach = 0.05 * diagonal(box);
    // A flat saddle (x³ − 3xy²) has no curvatures; what is near it has.
    const Hessian beside = objective.hessian({p.x + reach, p.y});
    const double bend = std::max(greater, std::hypot(beside.xx, beside.xy, beside.yy));
    return bend * reach * reach > least_bend * height;
}

}  // namespace

std::vector<Point> find_saddles(const Objective& objective, const Box& box) {
    const Lattice lattice = sampled(objective, box);
    std::vector<Point> found;
    int budget = most_hessians;
    for (const Point& start : lattice.flat) {
        const std::optional<Point> p = settled(objective, box, start, budget);
        if (!p || !box.contains(*p)) continue;
        const bool known = std::ranges::any_of(
            found, [&](const Point& q) { return std::hypot(q.x - p->x, q.y - p->y) <= same_place * diagonal(box); });
        if (!known && is_saddle(objective, box, *p, lattice.height)) found.push_back(*p);
    }
    return found;
}

}  // namespace ravine
