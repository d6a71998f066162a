// How thick trajectories are and how large what stands on them is, in units: on a contour and on a surface alike.
#pragma once

namespace ravine {

inline constexpr float path_width = 2.2F;
inline constexpr float halo_width = 1.6F;
inline constexpr float mark_size = 5;
inline constexpr float mark_spacing = 13;
inline constexpr float head_size = 11;
inline constexpr float start_size = 13;

}  // namespace ravine
