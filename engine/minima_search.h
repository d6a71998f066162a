// Minima of a function of which nothing is known beforehand: typed formulas.
//
// From the low points of a grid, the lowest first, Newton's method, or where kinks stop it a descent by Goldstein's subgradients
// (kinks.h). All that is found is checked: it is stationary, and f rises around it. What is not found may still be there.
// The search is deterministic, and its work is bounded whatever the function.
#pragma once

#include <vector>

#include "engine/objective.h"

namespace ravine {

inline constexpr std::size_t most_found_minima = 100;

/// The minima that are found in `box`, to about 1e-10 of its sides, the lowest first, at most most_found_minima. `work`: the
/// objective is evaluated at most so often; an evaluation with second derivatives counts as eight. The grid comes on top.
std::vector<Minimum> search_minima(const Objective& objective, const Box& box, int work);

}  // namespace ravine
