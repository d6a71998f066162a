// Which lines are laid on whole device pixels.
#pragma once

#include "app/figure/figure.h"

namespace ravine {

/// Whether every segment runs along an axis. Others would change their direction by moving onto pixels.
inline bool is_upright(const Lines& lines) {
    for (std::size_t i = 1; i < lines.points.size(); ++i) {
        const Pixel &a = lines.points[i - 1], &b = lines.points[i];
        if (a.x != b.x && a.y != b.y) return false;
    }
    return true;
}

}  // namespace ravine
