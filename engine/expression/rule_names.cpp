#include "engine/expression/rule_names.h"

#include <algorithm>

#include "engine/expression/names.h"
#include "engine/optimizers/own_parameters.h"

namespace ravine {

std::span<const std::string_view> rule_inputs() {
    static constexpr std::string_view names[] = {"g", "x", "t", "f"};
    return names;
}

std::span<const Parameter> rule_hyperparameters() {
    static const Parameter params[] = {
        learning_rate(0.01, 1e-4, 1),
        decay_factor("rho", "decay ρ", 0.9, "How slowly an average forgets: it remembers about 1/(1−ρ) steps."),
        decay_factor("beta1", "decay β₁", 0.9, "How slowly the average of gradients forgets. Large values act like momentum."),
        decay_factor("beta2", "decay β₂", 0.999, "How slowly the average of squared gradients forgets: about 1/(1−β₂) steps."),
        stabilizer(),
        momentum_factor(0.9),
    };
    return params;
}

std::string_view why_taken(std::string_view name) {
    if (name == "g") return "the gradient, which is given";
    if (name == "t") return "the number of the update, which is given";
    if (name == "f") return "the value of the objective, which is given";
    if (name == "x") return "the coordinate";
    if (name == "pi" || name == "e") return "a constant";
    if (name == "param") return "the word that declares parameters";
    if (find_function(name) != nullptr) return "a function";
    const auto known = rule_hyperparameters();
    const bool is_known = std::any_of(known.begin(), known.end(), [&](const Parameter& p) { return p.id == name; });
    return is_known ? "a hyperparameter that every rule knows" : std::string_view{};
}

}  // namespace ravine
