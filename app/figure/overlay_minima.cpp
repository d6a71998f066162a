// The points where the gradient vanishes: known minima as stars and crosses, saddles as arcs back to back.
#include <algorithm>
#include <cmath>

#include "app/figure/overlays.h"

namespace ravine {
namespace {

constexpr float global_size = 13, local_size = 8, saddle_size = 12;
constexpr float saddle_spacing = 22;  // nearer to another mark there is none
/// More would be a wallpaper: they come back where one zooms in.
constexpr std::size_t most_saddles = 30;
const Color edge = rgb(0x0B0F16, 0.9F);

bool is_in_view(const Axes& axes, Pixel at, float size) { return axes.rect.shrunk(-size).contains(at); }

void draw_minima(const Sheet& sheet, Group& group, const Axes& axes, std::vector<Pixel>& marked) {
    const Objective objective = objective_of(sheet.session);
    const std::vector<Minimum> minima = objective.minima();
    for (const Minimum& m : minima) {
        const Pixel at = axes.to_pixel({m.x, m.y});
        if (!is_in_view(axes, at, sheet.units(global_size))) continue;
        const bool global = objective.has_global_minimum() && m.f <= minima.front().f + 1e-9 * (1 + std::abs(m.f));
        group.primitives.emplace_back(Marker{at, global ? Shape::star : Shape::cross,
                                             sheet.units(global ? global_size : local_size), sheet.theme.minimum, edge,
                                             sheet.units(1.4F)});
        marked.push_back(at);
    }
}

void draw_saddles(const Sheet& sheet, Group& group, const OverlayGround& ground, std::vector<Pixel>& marked) {
    const Axes& axes = ground.axes;
    const float apart = sheet.units(saddle_spacing);
    const std::vector<Point>& saddles = saddles_of(sheet, axes);
    if (saddles.size() > most_saddles) return;
    for (const Point& p : saddles) {
        const Pixel at = axes.to_pixel(p);
        const bool crowded =
            std::ranges::any_of(marked, [&](const Pixel& m) { return std::hypot(m.x - at.x, m.y - at.y) < apart; });
        if (crowded) continue;
        group.primitives.emplace_back(
            Marker{at, Shape::saddle, sheet.units(saddle_size), sheet.theme.minimum, edge, sheet.units(1.2F)});
        marked.push_back(at);
    }
}

}  // namespace

const std::vector<Point>& saddles_of(const Sheet& sheet, const Axes& axes) {
    const SaddleKey key{objective_of(sheet.session), {axes.x.lo, axes.x.hi, axes.y.lo, axes.y.hi}};
    return sheet.memory.overlays.saddles.get(key, [&] { return find_saddles(key.objective, key.box); });
}

void draw_stationary_points(const Sheet& sheet, Group& group, const OverlayGround& ground) {
    std::vector<Pixel> marked;
    draw_minima(sheet, group, ground.axes, marked);
    draw_saddles(sheet, group, ground, marked);
}

}  // namespace ravine
