#include "engine/outcome.h"

#include <algorithm>
#include <cmath>

namespace ravine {
namespace {

constexpr double flat_gradient = 1e-6;   // below this a point counts as stationary
constexpr double tiny_step = 1e-8;       // of the domain's diagonal: below this a step counts as none
constexpr double known_distance = 1e-3;  // of the domain's diagonal: how close a converged run is to the known minimum it found
constexpr int longest_cycle = 8;
constexpr int cycle_window = 64;          // rows that must repeat
constexpr double cycle_tolerance = 0.01;  // of the longest step in the window, from one turn to the next
constexpr double drift_tolerance = 0.05;  // of the same, over the whole window

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }
double diagonal(const Objective& o) { return std::hypot(o.info().domain.width(), o.info().domain.height()); }
double gradient_size(const Run& run, int k) {
    return std::hypot(run.gx[static_cast<std::size_t>(k)], run.gy[static_cast<std::size_t>(k)]);
}
double step_after(const Run& run, int k) { return distance(run.at(k), run.at(k + 1)); }

/// The first row from which on gradients are flat and steps are tiny. A momentum run that crosses a minimum has a flat gradient
/// and a long step; one that turns round on a slope has a short step and a steep gradient.
int first_converged(const Run& run, double tiny) {
    int first = -1;
    for (int k = run.last(); k >= 0; --k) {
        if (gradient_size(run, k) > flat_gradient) break;
        if (k < run.last() && step_after(run, k) > tiny) break;
        first = k;
    }
    const bool only_last_row = first == run.last() && first > 0;
    if (only_last_row && step_after(run, first - 1) > tiny) return -1;
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

Outcome kind_of_rest(const Objective& objective, Point p, double f) {
    if (curvature(objective.hessian(p)) == Curvature::other) return Outcome::saddle;
    const std::vector<Minimum> known = objective.minima();
    if (known.empty()) return Outcome::local_minimum;
    const auto nearest = std::ranges::min_element(known, {}, [&](const Minimum& m) { return distance(p, {m.x, m.y}); });
    const bool found = distance(p, {nearest->x, nearest->y}) <= known_distance * diagonal(objective);
    const double best = known.front().f, reached = found ? nearest->f : f;
    return reached <= best + 1e-9 * (1 + std::abs(best)) ? Outcome::global_minimum : Outcome::local_minimum;
}

bool repeats(const Run& run, int period, double longest_step) {
    const int last = run.last(), begin = last - cycle_window;
    for (int k = last; k - period >= begin; --k)
        if (distance(run.at(k), run.at(k - period)) > cycle_tolerance * longest_step) return false;
    const int turns = cycle_window / period;
    return distance(run.at(last), run.at(last - turns * period)) <= drift_tolerance * longest_step;
}

bool is_cycle(const Run& run, double tiny) {
    if (run.last() < cycle_window) return false;
    double longest = 0;
    for (int k = run.last() - cycle_window; k < run.last(); ++k) longest = std::max(longest, step_after(run, k));
    if (longest <= tiny) return false;
    for (int period = 2; period <= longest_cycle; ++period)
        if (repeats(run, period, longest)) return true;
    return false;
}

}  // namespace

Bounds::Bounds(const Box& domain, Point start)
    : limit_(1e6 * std::max({std::abs(domain.x0), std::abs(domain.x1), std::abs(domain.y0), std::abs(domain.y1),
                             std::min(std::abs(start.x), 1e50), std::min(std::abs(start.y), 1e50)})) {}

bool Bounds::has_left(Point p) const { return !(std::abs(p.x) <= limit_ && std::abs(p.y) <= limit_); }

void judge(const Objective& objective, Run& run) {
    const double tiny = tiny_step * diagonal(objective);
    run.converged_at = first_converged(run, tiny);
    if (run.converged_at >= 0)
        run.outcome = kind_of_rest(objective, run.at(run.last()), run.f.back());
    else
        run.outcome = is_cycle(run, tiny) ? Outcome::oscillating : Outcome::moving;
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
