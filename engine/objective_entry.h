// What lies behind an Objective: its catalogue type, hidden so that kernels can be called without knowing it.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/objective.h"

namespace ravine {

class Formula;

/// An objective type with its parameters set, without its type: what kernels are given.
struct PreparedObjective {
    alignas(std::max_align_t) std::byte bytes[256];
};

/// `formula` must outlive the result.
PreparedObjective prepare(const Formula& formula);

/// What the catalogue knows about one objective type.
struct ObjectiveEntry {
    PreparedObjective (*prepare)(std::span<const double> params) = nullptr;  ///< nullptr for typed formulas
    Hessian (*hessian)(const PreparedObjective& objective, Point p) = nullptr;
    std::vector<Minimum> (*minima)(const PreparedObjective& objective) = nullptr;  ///< nullptr for typed formulas
    int data_size = 0;                                           ///< samples that f is a mean of; 0: f is a formula
    int (*batch)(const PreparedObjective& objective) = nullptr;  ///< samples in a mini-batch; only where data_size > 0
};

/// `index` is a place in objectives(), or behind them for typed formulas.
const ObjectiveEntry& objective_entry(int index);

}  // namespace ravine
