#include "app/paint/pixel_rect.h"

#include <algorithm>
#include <limits>

namespace ravine {

namespace {

// One rectangle more costs about as much as this many pixels: draw calls, and a message to the display server.
constexpr std::int64_t pixels_per_rect = 3000;

/// Pixels that are drawn in vain where one rectangle takes the place of two.
std::int64_t waste(const PixelRect& a, const PixelRect& b) { return around(a, b).area() - a.area() - b.area(); }

}  // namespace

PixelRect common(const PixelRect& a, const PixelRect& b) {
    return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

PixelRect around(const PixelRect& a, const PixelRect& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

void PixelCover::add(PixelRect rect) {
    if (rect.empty()) return;
    // What it takes in may bring it near to others.
    for (bool grown = true; grown;) {
        const auto near = std::find_if(rects_.begin(), rects_.end(), [&](const PixelRect& other) {
            return !common(rect, other).empty() || waste(rect, other) <= pixels_per_rect;
        });
        grown = near != rects_.end();
        if (grown) {
            rect = around(rect, *near);
            rects_.erase(near);
        }
    }
    rects_.push_back(rect);
    if (rects_.size() > most_) join_nearest();
}

/// Puts the rectangle around those two in their place that wastes least.
void PixelCover::join_nearest() {
    auto first = rects_.begin();
    auto second = rects_.begin();
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (auto a = rects_.begin(); a != rects_.end(); ++a) {
        for (auto b = a + 1; b != rects_.end(); ++b) {
            if (const std::int64_t w = waste(*a, *b); w < least) {
                least = w;
                first = a;
                second = b;
            }
        }
    }
    const PixelRect both = around(*first, *second);
    rects_.erase(second);
    rects_.erase(first);
    add(both);
}

}  // namespace ravine
