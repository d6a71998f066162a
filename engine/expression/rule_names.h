// Names that every typed rule knows.
#pragma once

#include <span>
#include <string_view>

#include "engine/parameter.h"

namespace ravine {

/// g, x, t, f, in the order in which a rule's program takes them.
std::span<const std::string_view> rule_inputs();

/// lr, rho, beta1, beta2, eps, momentum, with their usual sliders.
std::span<const Parameter> rule_hyperparameters();

/// Why `name` may not be given to a state or a parameter; empty where it may.
std::string_view why_taken(std::string_view name);

}  // namespace ravine
