// The list of keys and gestures (F1).
#pragma once

#include "app/ui/ui.h"

namespace ravine {

/// Draws the list over everything while `visible`; a click, Esc or F1 closes it.
void help_overlay(Ui& ui, bool& visible);

}  // namespace ravine
