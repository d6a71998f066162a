// The menus of what the stage shows.
#pragma once

#include "app/figure/figure.h"
#include "app/ui/ui.h"

namespace ravine {

/// Opens the menu of what was clicked with the right button: a name, a pane, a curve, the surface. Each pane takes the keyboard
/// too, and Enter or the Menu key then opens its menu. `figure` was painted last, with its upper left corner at `origin`.
void offer_picture_menus(Ui& ui, const Figure& figure, Pixel origin);

}  // namespace ravine
