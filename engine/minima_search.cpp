#include "engine/minima_search.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <optional>

#include "engine/kinks.h"
#include "engine/polish.h"

namespace ravine {
namespace {

constexpr int side = 97;  // points of the grid
// Lengths, as parts of the box's diagonal:
constexpr double same_place = 1e-5, coarse = 1e-2, finest = 1e-13, stationary = 1e-10, certain = 1e-11;
constexpr double circle = 1e-3, inner_circle = 1e-6;  // around what may be a minimum

/// An objective that answers so often and then no more: NaN.
class Meter {
public:
    Meter(const Objective& objective, int work) : objective_(objective), left_(work) {}

    bool take(std::size_t evaluations) { return (left_ -= static_cast<int>(evaluations)) >= 0; }
    bool is_empty() const { return left_ <= 0; }

    double value(Point p) {
        double f = std::numeric_limits<double>::quiet_NaN();
        if (take(1)) objective_.values(1, &p.x, &p.y, &f);
        return f;
    }
    Taylor taylor(Point p) {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        if (!take(8)) return {{none, none, none}, {none, none, none}};
        return {objective_.at(p), objective_.hessian(p)};
    }
    Slopes slopes(Point p, double radius) {
        if (!take(slope_samples)) return {.shortest = {}, .longest = 0, .defined = false};
        return slopes_around(objective_, p, radius);
    }
    double least(Point p, double radius) {
        return take(circle_samples) ? least_around(objective_, p, radius) : std::numeric_limits<double>::quiet_NaN();
    }

private:
    const Objective& objective_;
    int left_;
};

struct Grid {
    std::vector<double> x, y, f;
};

Grid sampled(const Objective& objective, const Box& box) {
    Grid grid;
    for (int j = 0; j < side; ++j)
        for (int i = 0; i < side; ++i) {
            grid.x.push_back(box.x0 + box.width() * i / (side - 1));
            grid.y.push_back(box.y0 + box.height() * j / (side - 1));
        }
    grid.f.resize(grid.x.size());
    objective.values(grid.f.size(), grid.x.data(), grid.y.data(), grid.f.data());
    return grid;
}

/// Whether no neighbour lies below point (i, j) of the grid and one lies above: on a plateau there is nothing to find.
bool is_low(const Grid& grid, int i, int j) {
    const auto f = [&](int u, int v) { return grid.f[static_cast<std::size_t>(v * side + u)]; };
    if (!std::isfinite(f(i, j))) return false;
    bool above = false;
    for (int u = std::max(i - 1, 0); u <= std::min(i + 1, side - 1); ++u)
        for (int v = std::max(j - 1, 0); v <= std::min(j + 1, side - 1); ++v) {
            if (f(u, v) < f(i, j)) return false;
            above = above || f(u, v) > f(i, j);
        }
    return above;
}

std::vector<Point> low_points(const Objective& objective, const Box& box) {
    const Grid grid = sampled(objective, box);
    std::vector<std::size_t> low;
    for (int j = 0; j < side; ++j)
        for (int i = 0; i < side; ++i)
            if (is_low(grid, i, j)) low.push_back(static_cast<std::size_t>(j * side + i));
    std::ranges::stable_sort(low, {}, [&](std::size_t k) { return grid.f[k]; });
    std::vector<Point> points;
    for (const std::size_t k : low) points.push_back({grid.x[k], grid.y[k]});
    return points;
}

class Search {
public:
    Search(const Objective& objective, const Box& box, int work)
        : meter_(objective, work),
          box_(box),
          size_(std::hypot(box.width(), box.height())),
          surface_{[this](Point p) { return meter_.value(p); }, [this](Point p) { return meter_.taylor(p); }, {}, box} {}
    Search(const Search&) = delete;
    Search& operator=(const Search&) = delete;

    bool has_ended() const { return meter_.is_empty() || found_.size() >= most_found_minima; }

    void from(Point start) {
        if (const auto p = settled(surface_, start); p && offer(*p, is_bowl(*p))) return;
        if (const auto p = descended(start)) offer(*p, false);
    }

    std::vector<Minimum> sorted() && {
        std::ranges::stable_sort(found_, {}, &Minimum::f);
        return std::move(found_);
    }

private:
    bool is_bowl(Point p) {
        const Hessian h = meter_.taylor(p).hessian;
        const double middle = 0.5 * (h.xx + h.yy), spread = std::hypot(0.5 * (h.xx - h.yy), h.xy);
        return middle - spread > 1e-8 * (middle + spread);
    }

    /// Takes p where it is a minimum, in or out of the box; false where it is none. `curved`: second derivatives say that it is.
    bool offer(Point p, bool curved) {
        const double f = meter_.value(p);
        if (!std::isfinite(f)) return false;
        if (!curved && !rises_around(p, f)) return false;
        const auto is_here = [&](const Minimum& m) { return std::hypot(m.x - p.x, m.y - p.y) <= same_place * size_; };
        if (!box_.contains(p) || std::ranges::any_of(found_, is_here)) return true;
        found_.push_back(rounded({p.x, p.y, f}));
        return true;
    }

    /// Whether f is higher all round, along a valley too, and continuous: at a pole it rises as much close by as further out.
    bool rises_around(Point p, double f) {
        const double close = meter_.least(p, inner_circle * size_) - f, rise = meter_.least(p, circle * size_) - f;
        if (!(rise > 0 && close < 0.5 * rise)) return false;
        return least_on_circle(p) - f > 1e-9 * rise + 1e-15 * std::abs(f);
    }

    /// The least f on the circle, by golden section about the lowest of some points on it.
    double least_on_circle(Point p) {
        const auto at = [&](double angle) {
            return meter_.value({p.x + circle * size_ * std::cos(angle), p.y + circle * size_ * std::sin(angle)});
        };
        constexpr int points = 64, sections = 40;
        const double apart = 2 * std::numbers::pi / points, golden = 2 / (1 + std::sqrt(5.0));
        double lowest = 0, least = at(0);
        for (int k = 1; k < points; ++k)
            if (const double f = at(k * apart); f < least) least = f, lowest = k * apart;
        double from = lowest - apart, to = lowest + apart;
        for (int k = 0; k < sections; ++k) {
            const double a = to - golden * (to - from), b = from + golden * (to - from);
            const double at_a = at(a), at_b = at(b);
            least = std::min({least, at_a, at_b});
            (at_a < at_b ? to : from) = at_a < at_b ? b : a;
        }
        return least;
    }

    /// Round coordinates that are as good: 1, not 0.9999999999999999.
    Minimum rounded(const Minimum& m) {
        constexpr double unit = 1e-8;
        const Point p{std::round(m.x / unit) * unit + 0.0, std::round(m.y / unit) * unit + 0.0};
        const double f = meter_.value(p);
        return f <= m.f && std::hypot(p.x - m.x, p.y - m.y) <= certain * size_ ? Minimum{p.x, p.y, f} : m;
    }

    /// Down by Goldstein's subgradients, closer and closer; where that ends in a stationary point, it.
    std::optional<Point> descended(Point p) {
        double f = meter_.value(p);
        for (double radius = coarse; radius >= finest; radius *= 0.1)
            for (int update = 0; update < 40 && !meter_.is_empty(); ++update)
                if (!step_down(p, f, radius * size_)) break;
        const Slopes here = meter_.slopes(p, stationary * size_), about = meter_.slopes(p, circle * size_);
        const bool rests = here.defined && std::hypot(here.shortest.x, here.shortest.y) <= 1e-6 * about.longest;
        return rests ? std::optional(p) : std::nullopt;
    }

    bool step_down(Point& p, double& f, double radius) {
        const Slopes slopes = meter_.slopes(p, radius);
        const double length = std::hypot(slopes.shortest.x, slopes.shortest.y);
        if (!slopes.defined || !(length > 1e-9 * slopes.longest)) return false;
        for (double step = 16 * radius; step > 0.01 * radius; step *= 0.5) {
            const Point next{p.x - step * slopes.shortest.x / length, p.y - step * slopes.shortest.y / length};
            const double there = meter_.value(next);
            if (!(there <= f - 1e-4 * step * length && there < f)) continue;
            p = next, f = there;
            return true;
        }
        return false;
    }

    Meter meter_;
    Box box_;
    double size_;
    Surface surface_;
    std::vector<Minimum> found_;
};

}  // namespace

std::vector<Minimum> search_minima(const Objective& objective, const Box& box, int work) {
    Search search(objective, box, work);
    for (const Point& start : low_points(objective, box)) {
        if (search.has_ended()) break;
        search.from(start);
    }
    return std::move(search).sorted();
}

}  // namespace ravine
