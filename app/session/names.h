// How the session file and the command line spell what the session says by enumeration, in the order of the enumerators.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "app/session/session.h"

namespace ravine {

inline constexpr std::array<std::string_view, 2> layout_names{"single", "compare"};
inline constexpr std::array<std::string_view, 3> levels_names{"log", "linear", "quantile"};
inline constexpr std::array<std::string_view, 3> theme_names{"dark", "light", "contrast"};

template <class Enum, std::size_t N>
constexpr std::string_view name_in(const std::array<std::string_view, N>& names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

}  // namespace ravine
