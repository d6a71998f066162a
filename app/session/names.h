// How the session file and the command line spell what the session says by enumeration, in the order of the enumerators.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "app/session/session.h"

namespace ravine {

inline constexpr std::array<std::string_view, 4> layout_names{"single", "compare", "grid", "surface"};
inline constexpr std::array<std::string_view, 3> levels_names{"log", "linear", "quantile"};
inline constexpr std::array<std::string_view, 3> theme_names{"dark", "light", "contrast"};
inline constexpr std::array<std::string_view, 6> curve_names{"height", "gradient",    "distance",
                                                             "rate",   "accumulator", "step-length"};
inline constexpr std::array<std::string_view, 3> curve_scale_names{"automatic", "log", "linear"};
inline constexpr std::array<std::string_view, 5> order_names{"cards", "height", "gradient", "distance", "steps"};
inline constexpr std::array<std::string_view, 2> heights_names{"levels", "linear"};
inline constexpr std::array<std::string_view, 12> claim_names{
    "x", "y", "f", "gx", "gy", "rate_x", "rate_y", "gradient", "distance", "step_length", "outcome", "converged_at"};

/// An overlay's name in the list of those that are on.
struct OverlayName {
    std::string_view name;
    bool Overlays::*on;
};
inline constexpr std::array<OverlayName, 7> overlay_names{{{"minima", &Overlays::minima},
                                                           {"marks", &Overlays::marks},
                                                           {"fade", &Overlays::fade},
                                                           {"arrows", &Overlays::arrows},
                                                           {"labels", &Overlays::labels},
                                                           {"shading", &Overlays::shading},
                                                           {"step-box", &Overlays::step_box}}};

template <class Enum, std::size_t N>
constexpr std::string_view name_in(const std::array<std::string_view, N>& names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

}  // namespace ravine
