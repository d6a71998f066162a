// How a run ended: convergence, cycles and escape, judged from its recorded rows.
#pragma once

#include <span>
#include <vector>

#include "engine/run.h"

namespace ravine {

/// Tells a point that left every bound from one that is merely far out. The bound grows with the objective's domain and with
/// how far out the start is.
class Bounds {
public:
    Bounds(const Box& domain, Point start);
    bool has_left(Point p) const;  ///< true for not-finite points too
    /// Why a run ended whose next point has numbers that are not finite.
    Outcome why_ended(Point p) const { return has_left(p) ? Outcome::diverged : Outcome::undefined; }
    double limit() const { return limit_; }

private:
    double limit_;
};

/// The end of a run that did all its steps: what its outcome depends on.
struct RunEnd {
    /// As many last positions as the search for cycles needs, or all where there are fewer; the last one is where the run ends.
    static constexpr std::size_t longest = 65;
    std::span<const Point> points;
    double f = 0, gx = 0, gy = 0;  ///< at the last one
};

/// Judges ends of runs on one objective.
class Judge {
public:
    explicit Judge(const Objective& objective);

    const Objective& objective() const { return objective_; }

    Outcome outcome(const RunEnd& end) const;

    /// Steps shorter than this count as none.
    double tiny_step() const { return tiny_; }
    /// Which of the known minima is at `p`, or -1.
    int minimum_at(Point p) const;
    const std::vector<Minimum>& minima() const { return minima_; }
    /// How close to a minimum a run must be to have found it.
    double reach() const { return reach_; }

private:
    bool has_stopped(const RunEnd& end) const;
    Outcome kind_of_rest(Point p, double f) const;
    Outcome kind_of_kink(Point p, double f, double slope) const;
    Outcome kind_of_minimum(Point p, double f) const;
    bool is_cycle(std::span<const Point> points) const;

    Objective objective_;
    std::vector<Minimum> minima_;
    double tiny_, reach_;
};

/// Sets outcome and converged_at of a run that did all its steps.
void judge(const Objective& objective, Run& run);

}  // namespace ravine
