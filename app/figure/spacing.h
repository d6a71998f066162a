// The distances that layouts keep, and the room that is left.
#pragma once

#include "app/figure/sheet.h"

namespace ravine {

/// Distances in units.
struct Spacing {
    float margin = 24, gap = 16, header = 28, curve_header = 24, between = 26;
};
Spacing spacing_for(FigureRequest::Purpose purpose);

/// The figure without its margin.
Rect area_within(const Sheet& sheet, const Spacing& spacing);

/// `r` between device pixels. A pane keeps a size that can be drawn, however small the figure is.
Rect at_least(const Sheet& sheet, Rect r);

/// The level labels depend on the field, and the field on the room that the labels leave: a guess first, then what it takes.
struct Bar {
    float width = 0;
    float total = 0;  ///< with the distance to the pane
};
Bar bar_for(const Sheet& sheet, const Rect& about);

}  // namespace ravine
