#include "app/figure/grid_order.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/figure/parts.h"
#include "app/figure/words.h"

namespace ravine {
namespace {

constexpr double without_end = std::numeric_limits<double>::infinity();

double distance_to_minimum(const std::vector<Minimum>& minima, Point p) {
    double least = without_end;
    for (const Minimum& m : minima) least = std::min(least, std::hypot(p.x - m.x, p.y - m.y));
    return least;
}

/// Measures a run at a step; what does not depend on the run is looked up once.
class Measure {
public:
    explicit Measure(const Session& session) : order_(session.view.order), minima_(objective_of(session).minima()) {}

    double of(const Run& run, int step) const {
        if (order_ == GridOrder::cards) return 0;
        if (order_ == GridOrder::steps) return run.converged_at >= 0 ? run.converged_at : without_end;
        const int row = std::clamp(step, 0, run.last());
        if (is_over(run, row)) return without_end;
        const auto k = static_cast<std::size_t>(row);
        if (order_ == GridOrder::height) return run.f[k];  // f* is the same for all
        if (order_ == GridOrder::gradient) return std::hypot(run.gx[k], run.gy[k]);
        return distance_to_minimum(minima_, run.at(row));
    }

private:
    GridOrder order_;
    std::vector<Minimum> minima_;
};

}  // namespace

std::vector<int> grid_order(const Session& session, const Runs& runs, int step) {
    const Measure measure(session);
    std::vector<int> out = shown_optimizers(session);
    std::vector<double> values(session.optimizers.size(), 0);
    for (const int i : out) values[static_cast<std::size_t>(i)] = measure.of(*runs.at(static_cast<std::size_t>(i)), step);
    std::stable_sort(out.begin(), out.end(),
                     [&](int a, int b) { return values[static_cast<std::size_t>(a)] < values[static_cast<std::size_t>(b)]; });
    return out;
}

}  // namespace ravine
