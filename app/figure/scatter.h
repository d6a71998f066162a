// Points spread evenly but in no lattice: a lattice of marks beats with whatever is periodic below it, and shows patterns that
// are not there.
#pragma once

#include <vector>

#include "app/figure/axes.h"

namespace ravine {

/// Points of a rectangle from (0, 0) to (width, height), none nearer than `apart` > 0 to another or than half of it to an edge,
/// as many as chance finds room for: about 0.65 · area / apart². The same for the same arguments.
std::vector<Pixel> scattered(float width, float height, float apart);

}  // namespace ravine
