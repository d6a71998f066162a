// Parameters that the objectives made of samples share.
#pragma once

#include <algorithm>
#include <string_view>

#include "engine/parameter.h"

namespace ravine {

/// Its values are those of the enumeration Loss.
inline Parameter loss_parameter() {
    return {
        .id = "loss",
        .name = "loss",
        .standard = 0,
        .min = 0,
        .max = 2,
        .scale = Scale::choice,
        .help =
            "How a sample's error counts: squared (mse), by its size (mae), or squared up to δ and by its size beyond (huber).",
        .choices = {"mse", "mae", "huber"}};
}

inline Parameter delta_parameter(double standard) {
    return {.id = "delta",
            .name = "Huber δ",
            .standard = standard,
            .min = 0.01,
            .max = 10,
            .scale = Scale::log,
            .limit = Limit::positive,
            .help = "Loss huber: errors beyond this size count by their size, so that outliers pull less."};
}

inline Parameter batch_parameter(int samples) {
    return {.id = "batch",
            .name = "batch size",
            .standard = static_cast<double>(samples),
            .min = 1,
            .max = static_cast<double>(samples),
            .scale = Scale::integer,
            .limit = Limit::positive,
            .help =
                "Samples per step. With fewer than all, each step follows the gradient of a few samples only: the path is noisy "
                "while the picture shows the full loss."};
}

inline Parameter penalty_parameter(std::string_view id, std::string_view name, double max, std::string_view help) {
    return {.id = id,
            .name = name,
            .standard = 0,
            .min = 1e-4,
            .max = max,
            .scale = Scale::log,
            .limit = Limit::not_negative,
            .help = help,
            .zero_below = 0.05};
}

inline Parameter l1_parameter() {
    return penalty_parameter("l1", "L1 penalty", 10,
                             "Adds this much times |x| + |y|: creases along the axes that can hold a weight at exactly 0.");
}

inline Parameter l2_parameter() {
    return penalty_parameter("l2", "L2 penalty", 10, "Adds this much times x² + y²: a bowl that pulls both weights towards 0.");
}

/// A batch size as it was typed, within 1 .. samples.
inline int batch_within(double typed, int samples) {
    return static_cast<int>(std::clamp(typed, 1.0, static_cast<double>(samples)));
}

}  // namespace ravine
