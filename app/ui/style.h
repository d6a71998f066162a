// ImGui's own colours and spacing, from the theme.
#pragma once

#include "app/figure/theme.h"

namespace ravine {

/// Sets the style of the current ImGui context; `unit` is pixels per unit.
void apply_style(const Theme& theme, float unit);

}  // namespace ravine
