// Zooming and panning along the steps of the curves. `last` is the last step of the longest run, at least 1.
#pragma once

#include "app/session/view.h"

namespace ravine {

/// A view shows no fewer steps than this.
inline constexpr double least_steps_shown = 1;

/// The ends of what is seen: 0..last where the range says all, or begins where there are no steps any more.
StepRange visible_steps(const StepRange& range, int last);

/// What is seen scaled by `factor` > 0 so that the step `fixed` keeps its place, within 0..last: all steps where nothing is left
/// out.
StepRange zoomed(const StepRange& range, int last, double fixed, double factor);

/// What is seen moved by so many steps, as far as there are steps.
StepRange panned(const StepRange& range, int last, double by);

}  // namespace ravine
