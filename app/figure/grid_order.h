// In which order the grid layout shows the optimizers.
#pragma once

#include <vector>

#include "app/session/simulation.h"

namespace ravine {

/// The shown optimizers, one for each pane from the upper left, row by row: as their cards stand, or by what `order` measures at
/// `step`, the least first and equal ones as their cards stand. Behind them come those with nothing to measure: the run has
/// diverged or left the domain of f by then, has not converged at all, or no minimum is known.
std::vector<int> grid_order(const Session& session, const Runs& runs, int step);

}  // namespace ravine
