// What lies behind an Objective: its catalogue type, hidden so that kernels can be called without knowing it.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/objective.h"

namespace ravine {

/// An objective type with its parameters set, without its type: what kernels are given.
struct PreparedObjective {
    alignas(std::max_align_t) std::byte bytes[256];
};

/// What the catalogue knows about one objective type.
struct ObjectiveEntry {
    PreparedObjective (*prepare)(std::span<const double> params);
    Hessian (*hessian)(const PreparedObjective& objective, Point p);
    std::vector<Minimum> (*minima)(const PreparedObjective& objective);
};

/// `index` is a place in objectives().
const ObjectiveEntry& objective_entry(int index);

}  // namespace ravine
