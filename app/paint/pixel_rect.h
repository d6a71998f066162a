// Rectangles of whole device pixels, and few of them for many.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ravine {

/// x0 ≤ x < x1, y0 ≤ y < y1; y grows downwards. Empty where x1 ≤ x0 or y1 ≤ y0.
struct PixelRect {
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;

    bool empty() const { return x1 <= x0 || y1 <= y0; }
    std::int64_t area() const { return empty() ? 0 : std::int64_t{x1 - x0} * (y1 - y0); }
    bool operator==(const PixelRect&) const = default;
};

PixelRect common(const PixelRect& a, const PixelRect& b);
/// The least rectangle around both; an empty one does not count.
PixelRect around(const PixelRect& a, const PixelRect& b);

/// Covers all that is added with few rectangles that have no pixel in common: two become the one around them where they meet, or
/// where that is worth the pixels between.
class PixelCover {
public:
    /// Keeps no more than `most` rectangles.
    explicit PixelCover(std::size_t most) : most_(most) {}

    void add(PixelRect rect);
    const std::vector<PixelRect>& rects() const { return rects_; }

private:
    void join_nearest();

    std::size_t most_;
    std::vector<PixelRect> rects_;
};

}  // namespace ravine
