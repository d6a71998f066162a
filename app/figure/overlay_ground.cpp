#include <algorithm>
#include <cmath>

#include "app/figure/overlays.h"
#include "app/figure/relief.h"

namespace ravine {
namespace {

constexpr float isoline_width = 0.9F;
constexpr float level_height = 16;  // of the relief

}  // namespace

Color OverlayGround::band_color(float band) const {
    const LevelGrid& grid = *levels.grid;
    const float t = (band + 0.5F - grid.lowest) / std::max(grid.highest - grid.lowest, 1.0F);
    return style->colors[static_cast<std::size_t>(std::lround(std::clamp(t, 0.0F, 1.0F) * 255))];
}

Color OverlayGround::color_at(Pixel p) const {
    const float level = level_at(p);
    return std::isnan(level) ? style->undefined : band_color(std::floor(level));
}

Pixel OverlayGround::slope_at(Pixel p, float reach) const {
    return {(level_at({p.x + reach, p.y}) - level_at({p.x - reach, p.y})) / (2 * reach),
            (level_at({p.x, p.y + reach}) - level_at({p.x, p.y - reach})) / (2 * reach)};
}

Color OverlayGround::lit(Color c, Pixel slope) const { return in_relief(c, style->relief * (slope.x + slope.y)); }

float OverlayGround::level_at(Pixel p) const {
    const LevelGrid& grid = *levels.grid;
    const auto place = [](float at, float length, int count) {
        return std::clamp(static_cast<int>(at / length * static_cast<float>(count)), 0, count - 1);
    };
    const int i = place(p.x, axes.rect.width(), grid.columns), j = place(p.y, axes.rect.height(), grid.rows);
    return grid.level[static_cast<std::size_t>(j) * static_cast<std::size_t>(grid.columns) + static_cast<std::size_t>(i)];
}

std::shared_ptr<const FieldStyle> contour_style(const Sheet& sheet) {
    const View& view = sheet.session.view;
    FigureMemory::StyleKey key(view, sheet.units(isoline_width));
    if (view.overlays.shading) key.relief = sheet.units(level_height);
    return sheet.memory.style(key);
}

}  // namespace ravine
