#include "app/paint/field_bands.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/paint/field_hatch.h"
#include "app/paint/field_image.h"
#include "app/paint/level_rings.h"

namespace ravine {
namespace {

/// Much less than half a point, two thirds of a pixel: a line that is enlarged on a wall still bends and has no corners.
constexpr double tolerance = 0.06;

/// Which whole levels a field crosses.
struct Span {
    float least = std::numeric_limits<float>::infinity(), most = -std::numeric_limits<float>::infinity();
    enum class Defined { nowhere, in_parts, everywhere } defined = Defined::everywhere;
};

Span span_of(const LevelGrid& grid) {
    Span span;
    for (const float level : grid.level) {
        if (std::isnan(level)) {
            span.defined = Span::Defined::in_parts;
            continue;
        }
        span.least = std::min(span.least, level);
        span.most = std::max(span.most, level);
    }
    if (!(span.least <= span.most)) span.defined = Span::Defined::nowhere;
    return span;
}

Outline outline_of(const LevelRegion& region) {
    Outline outline;
    for (const LevelRing& ring : region.rings) outline.add_polygon(ring.points);
    return outline;
}

/// Adds the parts of a ring that are isolines of this strength.
void add_lines(Outline& outline, const LevelRing& ring, std::uint8_t strength) {
    const std::size_t n = ring.points.size();
    const auto is = [&](std::size_t k) { return ring.strength[k % n] == strength; };
    std::size_t begin = 0;
    while (begin < n && is(begin)) ++begin;
    if (begin == n) return outline.add_polygon(ring.points);
    // From a segment on that is none of them, no run is cut in two.
    for (std::size_t k = begin; k < begin + n; ++k) {
        if (!is(k)) continue;
        if (!is(k + n - 1)) outline.move_to(ring.points[k % n]);
        outline.line_to(ring.points[(k + 1) % n]);
    }
}

void draw_isolines(Canvas& canvas, const FieldStyle& style, const std::vector<LevelRegion>& regions) {
    if (style.line.a <= 0 || style.line_width <= 0) return;
    for (std::uint8_t strength = 1; strength <= 4; ++strength) {
        Outline outline;
        for (const LevelRegion& region : regions)
            for (const LevelRing& ring : region.rings) add_lines(outline, ring, strength);
        Stroke stroke{{style.line.with_alpha(style.line.a * static_cast<float>(strength) / 4)}, style.line_width};
        stroke.join = Stroke::Join::round;
        if (!outline.pieces.empty()) canvas.stroke(outline, stroke);
    }
}

/// The levels of the regions that are drawn, low to high. Where f is not defined everywhere, the first one has all that is.
std::vector<float> levels_of(const LevelGrid& grid, const Span& span) {
    std::vector<float> levels;
    if (span.defined == Span::Defined::in_parts) levels.push_back(span.least - 1);
    const float first = std::max(std::floor(span.least) + 1, grid.lowest), last = std::min(std::floor(span.most), grid.highest);
    for (float k = first; k <= last && levels.size() < 100'000; ++k) levels.push_back(k);
    return levels;
}

}  // namespace

bool draw_bands(Canvas& canvas, const Field& field) {
    const LevelGrid& grid = *field.grid;
    const FieldStyle& style = *field.style;
    if (grid.columns < 2 || grid.rows < 2 || !(field.rect.width() > 0 && field.rect.height() > 0)) return false;
    const Span span = span_of(grid);
    std::optional<std::vector<LevelRegion>> regions = std::vector<LevelRegion>();
    if (span.defined != Span::Defined::nowhere) regions = level_regions(field, levels_of(grid, span), tolerance);
    if (!regions) return false;

    canvas.clip(field.rect);
    const Color ground = band_color(grid, style, std::floor(span.least));
    if (span.defined == Span::Defined::everywhere)
        canvas.fill(rectangle(field.rect), ground);
    else
        draw_hatch(canvas, field);
    for (const LevelRegion& region : *regions) {
        const bool is_ground = region.level < span.least;
        canvas.fill(outline_of(region), is_ground ? ground : band_color(grid, style, region.level));
    }
    if (style.relief > 0)
        canvas.image(
            field, [&] { return relief_image(grid, style, static_cast<float>(grid.columns) / field.rect.width()); }, field.rect,
            Canvas::Sampling::smooth);
    if (span.defined == Span::Defined::in_parts && !regions->empty()) regions->erase(regions->begin());
    draw_isolines(canvas, style, *regions);
    canvas.unclip();
    return true;
}

}  // namespace ravine
