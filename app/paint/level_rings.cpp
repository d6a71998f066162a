#include "app/paint/level_rings.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <stdexcept>

#include <oneapi/tbb/parallel_for.h>

#include "app/paint/field_image.h"
#include "app/paint/simplify.h"
#include "engine/isolines.h"

namespace ravine {
namespace {

constexpr std::size_t most_points = 300'000;
constexpr double far_below = 1e6;  // levels below the lowest

/// The field's samples, about one for each logical pixel, and more of them all around: what stands at the edges once more, so
/// that lines run on beyond them, then a ring far below every level, so that they come back. What is not defined lies as far
/// below.
class Ground {
public:
    explicit Ground(const Field& field)
        : grid_(*field.grid),
          stride_(std::max(1, std::min({static_cast<int>(std::lround(static_cast<float>(grid_.columns) / field.rect.width())),
                                        grid_.columns / 2, grid_.rows / 2}))),
          margin_(2 + static_cast<int>(std::ceil(field.style->line_width))) {
        const double across = static_cast<double>(field.rect.width()) / grid_.columns,
                     down = static_cast<double>(field.rect.height()) / grid_.rows;
        heights_.columns = grid_.columns / stride_ + 2 * margin_;
        heights_.rows = grid_.rows / stride_ + 2 * margin_;
        step_ = {across * stride_, down * stride_};
        first_ = {field.rect.x0 + across * (column(margin_) + 0.5) - margin_ * step_.x,
                  field.rect.y0 + down * (row(margin_) + 0.5) - margin_ * step_.y};
        heights_.box = {first_.x - step_.x / 2, first_.x + (heights_.columns - 0.5) * step_.x, first_.y - step_.y / 2,
                        first_.y + (heights_.rows - 0.5) * step_.y};
        fill();
    }

    const HeightGrid& heights() const { return heights_; }

    /// How strong the isoline between two points of a line is: neighbours, in one cell of the grid.
    std::uint8_t strength(Point a, Point b) const {
        if (is_at_an_edge(a) || is_at_an_edge(b)) return 0;
        const Point at = place({(a.x + b.x) / 2, (a.y + b.y) / 2});
        const int i = static_cast<int>(std::lround(at.x)), j = static_cast<int>(std::lround(at.y));
        const float calm = isoline_calm(steepness(grid_, column(i), row(j)));
        return static_cast<std::uint8_t>(std::lround(4 * calm));
    }

private:
    int column(int i) const { return std::clamp((i - margin_) * stride_ + stride_ / 2, 0, grid_.columns - 1); }
    int row(int j) const { return std::clamp((j - margin_) * stride_ + stride_ / 2, 0, grid_.rows - 1); }

    void fill() {
        const float low = grid_.lowest - static_cast<float>(far_below);
        heights_.f.assign(static_cast<std::size_t>(heights_.columns) * static_cast<std::size_t>(heights_.rows), low);
        tbb::parallel_for(1, heights_.rows - 1, [&](int j) {
            double* to = heights_.f.data() + static_cast<std::size_t>(j) * static_cast<std::size_t>(heights_.columns);
            const float* from = grid_.level.data() + static_cast<std::size_t>(row(j)) * static_cast<std::size_t>(grid_.columns);
            for (int i = 1; i < heights_.columns - 1; ++i)
                if (const float level = from[column(i)]; !std::isnan(level)) to[i] = level;
        });
    }

    Point place(Point p) const { return {(p.x - first_.x) / step_.x, (p.y - first_.y) / step_.y}; }

    bool is_far(int i, int j) const {
        const bool inside = i >= 0 && j >= 0 && i < heights_.columns && j < heights_.rows;
        return !inside || heights_.at(i, j) < static_cast<double>(grid_.lowest) - far_below / 2;
    }

    /// Lines cross the sides of the cells. Beside a sample far below, the crossing is no height of the field.
    bool is_at_an_edge(Point p) const {
        constexpr double close = 1e-4;
        const Point at = place(p);
        const auto low = [](double v) { return static_cast<int>(std::floor(v - close)); };
        const auto high = [](double v) { return static_cast<int>(std::ceil(v + close)); };
        const int i = static_cast<int>(std::lround(at.x)), j = static_cast<int>(std::lround(at.y));
        const bool along_row = std::abs(at.y - j) <= std::abs(at.x - i);
        return along_row ? is_far(low(at.x), j) || is_far(high(at.x), j) : is_far(i, low(at.y)) || is_far(i, high(at.y));
    }

    const LevelGrid& grid_;
    int stride_, margin_;
    HeightGrid heights_;
    Point step_, first_;  ///< from sample to sample; where the first one is
};

/// Where a ring may be cut: wherever its strength changes, or at two points far from each other.
std::vector<std::size_t> anchors(std::span<const Point> ring, const std::vector<std::uint8_t>& strength) {
    std::vector<std::size_t> out;
    for (std::size_t k = 0; k < ring.size(); ++k)
        if (strength[k] != strength[(k + ring.size() - 1) % ring.size()]) out.push_back(k);
    if (out.size() > 1) return out;
    const auto distance = [&](Point p) { return std::hypot(p.x - ring[0].x, p.y - ring[0].y); };
    const auto farthest =
        std::ranges::max_element(ring, [&](Point a, Point b) { return distance(a) < distance(b); }) - ring.begin();
    return {0, static_cast<std::size_t>(farthest)};
}

LevelRing ring_of(std::span<const Point> line, const Ground& ground, double tolerance) {
    std::vector<std::uint8_t> strength(line.size());
    for (std::size_t k = 0; k < line.size(); ++k) strength[k] = ground.strength(line[k], line[(k + 1) % line.size()]);
    const std::vector<std::size_t> cuts = anchors(line, strength);
    LevelRing ring;
    std::vector<Point> piece;
    for (std::size_t c = 0; c < cuts.size(); ++c) {
        const std::size_t from = cuts[c];
        const std::size_t length = (cuts[(c + 1) % cuts.size()] + line.size() - from) % line.size();
        piece.clear();
        for (std::size_t k = 0; k <= length; ++k) piece.push_back(line[(from + k) % line.size()]);
        const std::vector<std::uint32_t> kept = simplified(piece, tolerance);
        // The last point of a piece is the first one of the next.
        for (std::size_t k = 0; k + 1 < kept.size(); ++k) {
            ring.points.push_back(piece[kept[k]]);
            ring.strength.push_back(strength[from]);
        }
    }
    return ring;
}

LevelRegion region_of(float level, const IsolineSet& set, const Ground& ground, double tolerance) {
    LevelRegion region{level, {}};
    for (std::size_t k = 0; k < set.size(); ++k) {
        LevelRing ring = ring_of(set.line(k), ground, tolerance);
        if (ring.points.size() > 2) region.rings.push_back(std::move(ring));
    }
    return region;
}

std::vector<IsolineSet> lines_of(const Ground& ground, const std::vector<float>& levels) {
    try {
        return isolines(ground.heights(), std::vector<double>(levels.begin(), levels.end()));
    } catch (const std::length_error&) {
        return {};
    }
}

/// Whether simplifying could make a drawing of these lines, about a point for each sample that they pass.
bool is_drawing(const std::vector<IsolineSet>& sets) {
    std::size_t points = 0;
    for (const IsolineSet& set : sets) points += set.points.size();
    return points <= 8 * most_points;
}

}  // namespace

std::optional<std::vector<LevelRegion>> level_regions(const Field& field, const std::vector<float>& levels, double tolerance) {
    if (levels.size() > max_isoline_levels) return std::nullopt;
    const Ground ground(field);
    const std::vector<IsolineSet> sets = lines_of(ground, levels);
    if (sets.size() != levels.size() || !is_drawing(sets)) return std::nullopt;
    std::vector<LevelRegion> regions(levels.size());
    tbb::parallel_for(std::size_t{0}, levels.size(),
                      [&](std::size_t k) { regions[k] = region_of(levels[k], sets[k], ground, tolerance); });
    std::size_t points = 0;
    for (const LevelRegion& region : regions)
        for (const LevelRing& ring : region.rings) points += ring.points.size();
    if (points > most_points) return std::nullopt;
    return regions;
}

}  // namespace ravine
