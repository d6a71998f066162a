// How a run ended: convergence, cycles and escape, judged from its recorded rows.
#pragma once

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

private:
    double limit_;
};

/// Sets outcome and converged_at of a run that did all its steps.
void judge(const Objective& objective, Run& run);

}  // namespace ravine
