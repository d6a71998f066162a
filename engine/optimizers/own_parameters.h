// Hyperparameters that several rules have in common, described once.
#pragma once

#include "engine/parameter.h"

namespace ravine {

/// The part of a logarithmic slider that stands for 0.
inline constexpr double zero_stop = 0.05;

/// The sign that ends a name: "β₁" of "decay β₁".
constexpr std::string_view sign_in(std::string_view name) { return name.substr(name.rfind(' ') + 1); }

inline Parameter learning_rate(double standard, double min, double max) {
    return {.id = "lr",
            .name = "learning rate η",
            .standard = standard,
            .min = min,
            .max = max,
            .scale = Scale::log,
            .limit = Limit::positive,
            .help = "The length of the steps. Too small and nothing happens, too large and the run overshoots or diverges.",
            .sign = "η"};
}

inline Parameter decay_factor(std::string_view id, std::string_view name, double standard, std::string_view help) {
    return {.id = id,
            .name = name,
            .standard = standard,
            .min = 0,
            .max = 0.9999,
            .scale = Scale::decay,
            .limit = Limit::unit_interval_open_right,
            .help = help,
            .sign = sign_in(name)};
}

inline Parameter momentum_factor(double standard) {
    return {.id = "momentum",
            .name = "momentum μ",
            .standard = standard,
            .min = 0,
            .max = 0.999,
            .scale = Scale::decay,
            .limit = Limit::not_negative,
            .help = "How much of the last step is carried on into the next. 0 is none; near 1 the run glides and overshoots.",
            .sign = "μ"};
}

inline Parameter stabilizer() {
    return {.id = "eps",
            .name = "epsilon ε",
            .standard = 1e-8,
            .min = 1e-12,
            .max = 1,
            .scale = Scale::log,
            .limit = Limit::not_negative,
            .help = "Keeps the divisor away from 0. Large values turn the rule back towards plain gradient descent.",
            .zero_below = zero_stop,
            .sign = "ε"};
}

inline Parameter stabilizer_inside() {
    return {.id = "eps_inside",
            .name = "ε inside the root",
            .standard = 0,
            .scale = Scale::toggle,
            .help = "Divides by √(s + ε), as Keras does, in place of √s + ε, as PyTorch does."};
}

}  // namespace ravine
