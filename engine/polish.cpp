#include "engine/polish.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>

namespace ravine {
namespace {

constexpr int grid = 49;           // points per side
constexpr int most_updates = 100;  // of Newton's method from one start
// Lengths, as parts of the domain's diagonal:
constexpr double last_step = 1e-11;  // after a step this short the next one is below rounding
constexpr double on_crease = 1e-9;
constexpr double same_place = 1e-6;
constexpr double longest_step = 0.25;
constexpr double probe = 1e-6;  // how far from a corner its slopes are measured

double dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
Point moved(Point p, Point along, double by) { return {p.x + by * along.x, p.y + by * along.y}; }
Point gradient(const Taylor& t) { return {t.sample.gx, t.sample.gy}; }
double bend(const Hessian& h, Point d) { return d.x * d.x * h.xx + 2 * d.x * d.y * h.xy + d.y * d.y * h.yy; }
double diagonal(const Box& box) { return std::hypot(box.width(), box.height()); }

struct Principal {
    double least = 0, most = 0;  // eigenvalues
    Point of_least, of_most;     // unit eigenvectors
};

Principal principal(const Hessian& h) {
    const double middle = 0.5 * (h.xx + h.yy), spread = std::hypot(0.5 * (h.xx - h.yy), h.xy);
    const double angle = 0.5 * std::atan2(2 * h.xy, h.xx - h.yy);
    const Point most{std::cos(angle), std::sin(angle)};
    return {middle - spread, middle + spread, {-most.y, most.x}, most};
}

/// Newton's step with the curvatures' signs dropped: downhill also where f curves downwards. Where `line` is given, along it.
Point newton_step(const Taylor& t, const Point* line) {
    const Point g = gradient(t);
    if (line != nullptr) {
        const double curvature = std::abs(bend(t.hessian, *line));
        return moved({}, *line, -dot(g, *line) / std::max(curvature, 1e-300));
    }
    const Principal p = principal(t.hessian);
    const double floor = std::max(1e-9 * std::max(std::abs(p.least), std::abs(p.most)), 1e-300);
    const Point step = moved({}, p.of_least, -dot(g, p.of_least) / std::max(std::abs(p.least), floor));
    return moved(step, p.of_most, -dot(g, p.of_most) / std::max(std::abs(p.most), floor));
}

/// The point where Newton's method comes to rest, if it does.
std::optional<Point> settled(const Surface& s, Point p, const Point* line) {
    const double size = diagonal(s.domain);
    for (int update = 0; update < most_updates; ++update) {
        const Taylor t = s.taylor(p);
        Point step = newton_step(t, line);
        const double length = std::hypot(step.x, step.y);
        if (!std::isfinite(length)) return {};
        if (length <= last_step * size) return moved(p, step, 1);
        double part = std::min(1.0, longest_step * size / length);
        const double slope = dot(gradient(t), step), rounding = 1e-14 * std::abs(t.sample.f);
        while (!(s.value(moved(p, step, part)) <= t.sample.f + 1e-4 * part * slope + rounding)) {
            part *= 0.5;
            if (part * length <= last_step * size) return {};  // a crease is in the way
        }
        p = moved(p, step, part);
    }
    return {};
}

struct Line {
    Point foot, normal, along;  // unit vectors; foot: the line's point next to the domain's middle
};

/// The creases as lines, without those that have no direction.
std::vector<Line> lines_of(const Surface& s) {
    const Point middle{0.5 * (s.domain.x0 + s.domain.x1), 0.5 * (s.domain.y0 + s.domain.y1)};
    std::vector<Line> lines;
    for (const Crease& c : s.creases) {
        const double length = std::hypot(c.a, c.b);
        if (!(length > 0) || !std::isfinite(length) || !std::isfinite(c.c)) continue;
        const Point normal{c.a / length, c.b / length};
        lines.push_back({moved(middle, normal, c.c / length - dot(middle, normal)), normal, {-normal.y, normal.x}});
    }
    return lines;
}

std::optional<Point> crossing(const Crease& p, const Crease& q) {
    const double det = p.a * q.b - p.b * q.a;
    if (std::abs(det) <= 1e-12 * std::hypot(p.a, p.b) * std::hypot(q.a, q.b)) return {};
    return Point{(p.c * q.b - p.b * q.c) / det + 0.0, (p.a * q.c - p.c * q.a) / det + 0.0};  // never −0
}

std::vector<Point> crossings(const Surface& s) {
    std::vector<Point> points;
    for (std::size_t i = 0; i < s.creases.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (const auto p = crossing(s.creases[i], s.creases[k]); p && s.domain.contains(*p)) points.push_back(*p);
    return points;
}

/// Points of the grid that none of their neighbours is below.
std::vector<Point> low_points(const Surface& s) {
    const auto point = [&](int i, int k) {
        return Point{s.domain.x0 + s.domain.width() * i / (grid - 1), s.domain.y0 + s.domain.height() * k / (grid - 1)};
    };
    std::array<std::array<double, grid>, grid> f{};
    for (std::size_t i = 0; i < grid; ++i)
        for (std::size_t k = 0; k < grid; ++k) f[i][k] = s.value(point(static_cast<int>(i), static_cast<int>(k)));
    const auto is_low = [&](int i, int k) {
        for (int u = std::max(i - 1, 0); u <= std::min(i + 1, grid - 1); ++u)
            for (int v = std::max(k - 1, 0); v <= std::min(k + 1, grid - 1); ++v)
                if (f[static_cast<std::size_t>(u)][static_cast<std::size_t>(v)] <
                    f[static_cast<std::size_t>(i)][static_cast<std::size_t>(k)])
                    return false;
        return true;
    };
    std::vector<Point> low;
    for (int i = 0; i < grid; ++i)
        for (int k = 0; k < grid; ++k)
            if (is_low(i, k)) low.push_back(point(i, k));
    return low;
}

/// The points of a line within the domain that none of their neighbours on it is below.
std::vector<Point> low_points_on(const Surface& s, const Line& line) {
    constexpr double outside = std::numeric_limits<double>::infinity();
    const double spacing = 0.5 * diagonal(s.domain) / grid;
    std::vector<Point> points, low;
    std::vector<double> f;
    for (int i = -grid; i <= grid; ++i) {
        points.push_back(moved(line.foot, line.along, spacing * i));
        f.push_back(s.domain.contains(points.back()) ? s.value(points.back()) : outside);
    }
    for (std::size_t i = 0; i < f.size(); ++i) {
        const double before = i == 0 ? outside : f[i - 1], after = i + 1 == f.size() ? outside : f[i + 1];
        if (f[i] < outside && f[i] <= before && f[i] <= after) low.push_back(points[i]);
    }
    return low;
}

/// The slope of f at p in direction d, on the side of the creases that d leads to.
double slope_towards(const Surface& s, Point p, Point d) {
    const double h = probe * diagonal(s.domain);
    const auto slope = [&](double by) { return dot(gradient(s.taylor(moved(p, d, by))), d); };
    return 2 * slope(h) - slope(2 * h);  // straight back to p
}

/// Whether f has a minimum at a point where Newton's method came to rest on one line, or where lines cross. Between neighbouring
/// creases the slope is linear in the direction, so at a corner it is least along one of them; on a lone one, across it.
bool rises_all_round(const Surface& s, Point p, const std::vector<Line>& through) {
    const Point along = through.front().along;
    const bool is_corner = std::ranges::any_of(through, [&](const Line& l) { return std::abs(dot(l.normal, along)) > 1e-9; });
    std::vector<Point> directions;
    if (is_corner)
        for (const Line& line : through) directions.push_back(line.along);
    else
        directions.push_back(through.front().normal);
    double least = 0, most = 0;
    for (const Point d : directions) {
        for (const double slope : {slope_towards(s, p, d), slope_towards(s, p, {-d.x, -d.y})}) {
            if (std::isnan(slope)) return false;
            least = std::min(least, slope), most = std::max(most, slope);
        }
    }
    if (!(least >= -1e-7 * most)) return false;
    return is_corner ? most > 0 : bend(s.taylor(p).hessian, along) > 0;
}

bool is_minimum(const Surface& s, Point p, const std::vector<Line>& lines) {
    if (!s.domain.contains(p)) return false;
    std::vector<Line> through;
    for (const Line& line : lines)
        if (std::abs(dot(line.normal, {p.x - line.foot.x, p.y - line.foot.y})) <= on_crease * diagonal(s.domain))
            through.push_back(line);
    if (!through.empty()) return rises_all_round(s, p, through);
    const Principal curvature = principal(s.taylor(p).hessian);
    return curvature.least > 1e-10 * curvature.most;
}

class Collection {
public:
    Collection(const Surface& surface, const std::vector<Line>& lines) : surface_(surface), lines_(lines) {}

    void offer(std::optional<Point> p) {
        if (!p || is_known(*p) || !is_minimum(surface_, *p, lines_)) return;
        found_.push_back({p->x, p->y, surface_.value(*p)});
    }

    std::vector<Minimum> sorted() && {
        std::ranges::stable_sort(found_, {}, &Minimum::f);
        return std::move(found_);
    }

private:
    bool is_known(Point p) const {
        const double near = same_place * diagonal(surface_.domain);
        return std::ranges::any_of(found_, [&](const Minimum& m) { return std::hypot(m.x - p.x, m.y - p.y) <= near; });
    }

    const Surface& surface_;
    const std::vector<Line>& lines_;
    std::vector<Minimum> found_;
};

}  // namespace

std::optional<Point> settled(const Surface& surface, Point start) { return settled(surface, start, nullptr); }

std::vector<Minimum> local_minima(const Surface& surface) {
    const std::vector<Line> lines = lines_of(surface);
    const std::vector<Point> corners = crossings(surface);
    Collection minima(surface, lines);
    for (const Point p : low_points(surface)) minima.offer(settled(surface, p, nullptr));
    for (const Point p : corners) minima.offer(settled(surface, p, nullptr));
    for (const Line& line : lines) {
        for (const Point p : low_points_on(surface, line)) minima.offer(settled(surface, p, &line.along));
        for (const Point p : corners)
            if (std::abs(dot(line.normal, {p.x - line.foot.x, p.y - line.foot.y})) <= on_crease * diagonal(surface.domain))
                minima.offer(settled(surface, p, &line.along));
    }
    for (const Point p : corners) minima.offer(p);
    return std::move(minima).sorted();
}

std::vector<Minimum> MinimaMemory::recall(const std::vector<double>& key, const std::function<std::vector<Minimum>()>& find) {
    constexpr std::size_t capacity = 64;
    const std::lock_guard lock(mutex_);
    for (const Entry& entry : entries_)
        if (entry.key == key) return entry.minima;
    Entry entry{key, find()};
    if (entries_.size() < capacity) {
        entries_.push_back(std::move(entry));
        return entries_.back().minima;
    }
    Entry& oldest = entries_[next_++ % capacity];
    oldest = std::move(entry);
    return oldest.minima;
}

}  // namespace ravine
