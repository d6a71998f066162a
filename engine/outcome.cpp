#include "engine/outcome.h"

#include <algorithm>
#include <cmath>

#include "engine/kinks.h"

namespace ravine {
namespace {

constexpr double flat_gradient = 1e-6;   // below this a point counts as stationary
constexpr double tiny_step = 1e-8;       // of the domain's diagonal: below this a step counts as none
constexpr double known_distance = 1e-3;  // of the domain's diagonal: how close a converged run is to the known minimum it found
constexpr double around_kink = 4;        // of a tiny step: how far around a point gradients are taken together
constexpr double far_from_kink = 1000;   // of the same: where a kink's neighbourhood is looked at for a way down
constexpr std::size_t longest_cycle = 8;
constexpr double cycle_tolerance = 0.01;  // of the longest step in the window, from one turn to the next
constexpr double drift_tolerance = 0.05;  // of the same, over the whole window

/// Bounds keep the squares finite, and std::hypot takes ten times as long.
double distance(Point a, Point b) {
    const double dx = a.x - b.x, dy = a.y - b.y;
    return std::sqrt(dx * dx + dy * dy);
}
double diagonal(const Objective& o) { return std::hypot(o.info().domain.width(), o.info().domain.height()); }
double gradient_size(const Run& run, int k) {
    return std::hypot(run.gx[static_cast<std::size_t>(k)], run.gy[static_cast<std::size_t>(k)]);
}
double step_after(const Run& run, int k) { return distance(run.at(k), run.at(k + 1)); }

/// The first row from which on gradients are flat and steps are tiny, in a run that ends at rest. At a kink gradients are never
/// flat: from which on it stays as close to its end as counts as the same place.
int first_at_rest(const Run& run, double tiny) {
    const bool flat = gradient_size(run, run.last()) <= flat_gradient;
    const auto rests = [&](int k) {
        if (step_after(run, k) > tiny) return false;
        return flat ? gradient_size(run, k) <= flat_gradient : distance(run.at(k), run.at(run.last())) <= around_kink * tiny;
    };
    int first = run.last();
    while (first > 0 && rests(first - 1)) --first;
    return first;
}

enum class Curvature { minimum, none, other };

Curvature curvature(const Hessian& h) {
    const double middle = 0.5 * (h.xx + h.yy), spread = std::hypot(0.5 * (h.xx - h.yy), h.xy);
    const double least = middle - spread, most = middle + spread;
    const double tolerance = 1e-9 * std::max({std::abs(least), std::abs(most), 1.0});
    if (least < -tolerance) return Curvature::other;
    return least > tolerance ? Curvature::minimum : Curvature::none;
}

bool repeats(std::span<const Point> points, std::size_t period, double longest_step) {
    const std::size_t last = points.size() - 1;
    for (std::size_t k = last; k >= period; --k)
        if (distance(points[k], points[k - period]) > cycle_tolerance * longest_step) return false;
    const std::size_t turns = last / period;
    return distance(points[last], points[last - turns * period]) <= drift_tolerance * longest_step;
}

}  // namespace

Bounds::Bounds(const Box& domain, Point start)
    : limit_(1e6 * std::max({std::abs(domain.x0), std::abs(domain.x1), std::abs(domain.y0), std::abs(domain.y1),
                             std::min(std::abs(start.x), 1e50), std::min(std::abs(start.y), 1e50)})) {}

bool Bounds::has_left(Point p) const { return !(std::abs(p.x) <= limit_ && std::abs(p.y) <= limit_); }

Judge::Judge(const Objective& objective)
    : objective_(objective),
      minima_(objective.minima()),
      tiny_(ravine::tiny_step * diagonal(objective)),
      reach_(known_distance * diagonal(objective)) {}

int Judge::minimum_at(Point p) const {
    const auto away = [&](const Minimum& m) { return distance(p, {m.x, m.y}); };
    const auto nearest = std::ranges::min_element(minima_, {}, away);
    return nearest != minima_.end() && away(*nearest) <= reach_ ? static_cast<int>(nearest - minima_.begin()) : -1;
}

Outcome Judge::kind_of_rest(Point p, double f) const {
    if (curvature(objective_.hessian(p)) == Curvature::other) return Outcome::saddle;
    return kind_of_minimum(p, f);
}

/// Where a kink is, second derivatives say nothing: whether f falls beside it is seen at a distance. What it falls within the
/// distance that gradients were taken together from is no matter.
Outcome Judge::kind_of_kink(Point p, double f, double slope) const {
    const double least = least_around(objective_, p, far_from_kink * tiny_);
    if (least < f - slope * around_kink * tiny_ - 1e-14 * std::abs(f)) return Outcome::saddle;
    return kind_of_minimum(p, f);
}

/// Of a typed formula the minima that were found are known, but not that no other is lower.
Outcome Judge::kind_of_minimum(Point p, double f) const {
    if (minima_.empty() || objective_.minima_are_found()) return Outcome::local_minimum;
    const int found = minimum_at(p);
    const double best = minima_.front().f, reached = found >= 0 ? minima_[static_cast<std::size_t>(found)].f : f;
    return reached <= best + 1e-9 * (1 + std::abs(best)) ? Outcome::global_minimum : Outcome::local_minimum;
}

/// After a tiny step. A momentum run that crosses a minimum has a flat gradient and a long step; one that turns
/// round on a slope has a short step and a steep gradient.
bool Judge::has_stopped(const RunEnd& end) const {
    const std::size_t n = end.points.size();
    return n < 2 || distance(end.points[n - 2], end.points[n - 1]) <= tiny_;
}

bool Judge::is_cycle(std::span<const Point> points) const {
    if (points.size() < RunEnd::longest) return false;
    double longest = 0;
    for (std::size_t k = 0; k + 1 < points.size(); ++k) longest = std::max(longest, distance(points[k], points[k + 1]));
    if (longest <= tiny_) return false;
    for (std::size_t period = 2; period <= longest_cycle; ++period)
        if (repeats(points, period, longest)) return true;
    return false;
}

Outcome Judge::outcome(const RunEnd& end) const {
    if (has_stopped(end)) {
        const Point p = end.points.back();
        if (std::hypot(end.gx, end.gy) <= flat_gradient) return kind_of_rest(p, end.f);
        // Gradients that point all ways around it: a kink, or a stationary point closer than any step that counts.
        const Slopes slopes = slopes_around(objective_, p, around_kink * tiny_);
        if (slopes.defined && std::hypot(slopes.shortest.x, slopes.shortest.y) <= flat_gradient)
            return kind_of_kink(p, end.f, slopes.longest);
    }
    return is_cycle(end.points) ? Outcome::oscillating : Outcome::moving;
}

void judge(const Objective& objective, Run& run) {
    const Judge judge(objective);
    std::vector<Point> points;
    const int last = run.last();
    for (int k = std::max(0, last + 1 - static_cast<int>(RunEnd::longest)); k <= last; ++k) points.push_back(run.at(k));
    run.outcome = judge.outcome({points, run.f.back(), run.gx.back(), run.gy.back()});
    const bool rests = run.outcome != Outcome::oscillating && run.outcome != Outcome::moving;
    run.converged_at = rests ? first_at_rest(run, judge.tiny_step()) : -1;
}

std::string_view id_of(Outcome o) {
    switch (o) {
        case Outcome::global_minimum:
            return "global-minimum";
        case Outcome::local_minimum:
            return "local-minimum";
        case Outcome::saddle:
            return "saddle";
        case Outcome::moving:
            return "moving";
        case Outcome::oscillating:
            return "oscillating";
        case Outcome::diverged:
            return "diverged";
        case Outcome::undefined:
            return "undefined";
    }
    return "moving";
}

std::string_view text_of(Outcome o) {
    switch (o) {
        case Outcome::global_minimum:
            return "converged to a global minimum";
        case Outcome::local_minimum:
            return "converged to a local minimum";
        case Outcome::saddle:
            return "converged to a saddle point";
        case Outcome::moving:
            return "still moving";
        case Outcome::oscillating:
            return "oscillating";
        case Outcome::diverged:
            return "diverged";
        case Outcome::undefined:
            return "left the domain of f";
    }
    return "still moving";
}

}  // namespace ravine
