#include "app/session/step_range.h"

#include <algorithm>

namespace ravine {
namespace {

/// A range of this width that begins at `from`, or as near to it as there are steps.
StepRange placed(double from, double width, int last) {
    if (width >= last) return {};
    const double begin = std::clamp(from, 0.0, last - width);
    return {begin, begin + width};
}

}  // namespace

StepRange visible_steps(const StepRange& range, int last) {
    if (range.all() || range.from >= last) return {0, static_cast<double>(last)};
    return range;
}

StepRange zoomed(const StepRange& range, int last, double fixed, double factor) {
    const StepRange seen = visible_steps(range, last);
    // A hair wider than the least, so that rounding does not make it narrower.
    const double before = seen.to - seen.from, width = std::max(before * factor, least_steps_shown * (1 + 1e-6));
    return placed(fixed - (fixed - seen.from) * width / before, width, last);
}

StepRange panned(const StepRange& range, int last, double by) {
    const StepRange seen = visible_steps(range, last);
    return placed(seen.from + by, seen.to - seen.from, last);
}

}  // namespace ravine
