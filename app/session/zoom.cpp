#include "app/session/zoom.h"

#include <algorithm>
#include <cmath>

namespace ravine {

Box zoomed(const Box& box, Point fixed, double factor) {
    const double size = std::max(box.width(), box.height());
    const double reach = std::max({std::abs(box.x0), std::abs(box.x1), std::abs(box.y0), std::abs(box.y1)});
    factor = std::clamp(factor, std::max(1e-9, 1e-10 * reach) / size, 1e7 / size);
    return {fixed.x + (box.x0 - fixed.x) * factor, fixed.x + (box.x1 - fixed.x) * factor, fixed.y + (box.y0 - fixed.y) * factor,
            fixed.y + (box.y1 - fixed.y) * factor};
}

}  // namespace ravine
