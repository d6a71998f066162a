// What the window calls the overlays.
#pragma once

#include <array>
#include <string_view>

#include "app/session/names.h"

namespace ravine {

/// What each overlay shows, in the order of the session's names.
struct OverlayWords {
    std::string_view label, help;
};
inline constexpr std::array<OverlayWords, overlay_names.size()> overlay_words{
    {{"minima",
      "Known minima, or those found of a typed formula: stars where f is least of all of them, crosses at the others. Saddles "
      "as two arcs, where they are not too many."},
     {"step marks", "A marker at every step, where they do not touch: wide apart where the optimizer makes long steps."},
     {"fading paths", "Paths grow faint behind their heads: what happens now stands out."},
     {"descent arrows", "The direction of −∇f, longer where f is steeper (by its logarithm). Gradient descent follows it."},
     {"isoline heights", "The value of f, written on the isolines."},
     {"relief", "The field as a landscape with light from the upper left."},
     {"step box",
      "At each head: the effective rates along x and y as a box, one scale for all; −∇f as a dashed arrow; the next "
      "update as a solid one. A rule that scales each coordinate turns its step away from −∇f."}}};

}  // namespace ravine
