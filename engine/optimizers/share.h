// A hyperparameter that mixes two things: 0 is none of the second, 1 nothing else.
#pragma once

#include "engine/optimizers/own_parameters.h"

namespace ravine {

inline Parameter share(std::string_view id, std::string_view name, double standard, std::string_view help) {
    return {.id = id,
            .name = name,
            .standard = standard,
            .min = 0,
            .max = 1,
            .limit = Limit::not_negative,
            .help = help,
            .sign = sign_in(name)};
}

}  // namespace ravine
