// The colours of the chrome and of the data, for each theme. The window and the figures share them.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "app/figure/figure.h"
#include "app/session/session.h"

namespace ravine {

struct Theme {
    Color window, panel, raised, hairline;  ///< surfaces from back to front, and the lines between them
    Color text, secondary, disabled;
    Color accent, on_accent, danger;
    Color halo;       ///< around trajectories
    Color isoline;    ///< over the field
    Color undefined;  ///< where f has no value
    Color minimum;    ///< markers of the known minima
};

const Theme& theme(ThemeName name);

/// How an optimizer is drawn everywhere: Okabe–Ito colours first, each with its own dash and marker.
struct Pen {
    Color color;
    float dash = 0, gap = 0;  ///< in units; 0: solid
    Shape marker = Shape::circle;
};

/// `color` is OptimizerChoice::color; taken modulo the number of pens.
const Pen& pen(int color);
int pen_count();

}  // namespace ravine
