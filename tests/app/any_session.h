// Sessions at random: whatever a person can choose.
#pragma once

#include <cstdint>

#include "app/session/session.h"

namespace ravine {

/// The same session for the same seed.
Session any_session(std::uint64_t seed);

}  // namespace ravine
