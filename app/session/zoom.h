// Zooming a view.
#pragma once

#include "engine/geometry.h"

namespace ravine {

/// `box` scaled by `factor` > 0 so that `fixed` keeps its place, within what doubles and the eye can still tell apart.
Box zoomed(const Box& box, Point fixed, double factor);

}  // namespace ravine
