#include <algorithm>
#include <array>
#include <cmath>

#include "app/figure/overlays.h"

namespace ravine {
namespace {

constexpr float spacing = 36;
constexpr float most_arrows = 700;
constexpr float shortest = 0.28F, longest = 0.7F;  // of the spacing
constexpr float barb = 4.2F;
constexpr float barb_angle = 0.5F;
constexpr float arrow_width = 1.2F;
const Color on_dark = rgb(0xFFFFFF, 0.5F), on_light = rgb(0x05080E, 0.42F);

/// Lattice points in logical pixels from the field's top left, with the descent there.
struct Lattice {
    float spacing = 0;
    std::vector<Pixel> at;
    std::vector<double> gx, gy;
};

Lattice sampled(const Objective& objective, const Axes& axes, float unit) {
    const float width = axes.rect.width(), height = axes.rect.height();
    Lattice lattice;
    lattice.spacing = std::max(spacing * unit, std::sqrt(width * height / most_arrows));
    const auto count = [&](float length) { return std::max(0, static_cast<int>(length / lattice.spacing)); };
    const int columns = count(width), rows = count(height);
    std::vector<double> x, y;
    for (int j = 0; j < rows; ++j)
        for (int i = 0; i < columns; ++i) {
            const auto place = [&](int k, int n, float length) {
                return length / 2 + (static_cast<float>(k) - 0.5F * static_cast<float>(n - 1)) * lattice.spacing;
            };
            const Pixel p{place(i, columns, width), place(j, rows, height)};
            const Point data = axes.to_data({axes.rect.x0 + p.x, axes.rect.y0 + p.y});
            lattice.at.push_back(p);
            x.push_back(data.x), y.push_back(data.y);
        }
    const std::size_t n = x.size();
    std::vector<double> f(n);
    lattice.gx.resize(n), lattice.gy.resize(n);
    objective.gradients(n, x.data(), y.data(), f.data(), lattice.gx.data(), lattice.gy.data());
    return lattice;
}

/// How steep each point is among all, 0..1 by the logarithm; NaN where there is no direction.
std::vector<float> steepness(const Lattice& lattice) {
    std::vector<double> logs;
    double lo = INFINITY, hi = -INFINITY;
    for (std::size_t k = 0; k < lattice.at.size(); ++k) {
        logs.push_back(std::log10(std::hypot(lattice.gx[k], lattice.gy[k])));
        if (std::isfinite(logs.back())) lo = std::min(lo, logs.back()), hi = std::max(hi, logs.back());
    }
    std::vector<float> out;
    for (const double v : logs)
        out.push_back(!std::isfinite(v) ? NAN : hi > lo ? static_cast<float>((v - lo) / (hi - lo)) : 0.5F);
    return out;
}

void add_arrow(std::vector<FieldStrokes::Stroke>& strokes, Pixel middle, float angle, float length, float unit) {
    const float c = std::cos(angle), s = std::sin(angle);
    const Pixel tip{middle.x + 0.5F * length * c, middle.y + 0.5F * length * s};
    strokes.push_back({{middle.x - 0.5F * length * c, middle.y - 0.5F * length * s}, tip});
    for (const float turn : {-barb_angle, barb_angle}) {
        const float a = angle + turn, reach = barb * unit;
        strokes.push_back({tip, {tip.x - reach * std::cos(a), tip.y - reach * std::sin(a)}});
    }
}

std::shared_ptr<const FieldStrokes> made(const Objective& objective, const OverlayGround& ground, float unit) {
    const Axes& axes = ground.axes;
    const Lattice lattice = sampled(objective, axes, unit);
    const std::vector<float> steep = steepness(lattice);
    const double across = static_cast<double>(axes.rect.width()) / (axes.x.hi - axes.x.lo);
    const double up = static_cast<double>(axes.rect.height()) / (axes.y.hi - axes.y.lo);
    auto out = std::make_shared<FieldStrokes>();
    out->width = arrow_width * unit;
    out->sets = {{on_dark, {}}, {on_light, {}}};
    for (std::size_t k = 0; k < lattice.at.size(); ++k) {
        if (std::isnan(steep[k])) continue;
        // Downhill in data is to the side of −g; on the picture y grows downwards. Divided by the greater, both stay finite.
        const double greater = std::max(std::abs(lattice.gx[k]), std::abs(lattice.gy[k]));
        const double angle = std::atan2(lattice.gy[k] / greater * up, -lattice.gx[k] / greater * across);
        const Color field = ground.color_at(lattice.at[k]);
        const bool is_dark = contrast_ratio(field, on_dark) >= contrast_ratio(field, on_light);
        add_arrow(out->sets[is_dark ? 0 : 1].strokes, lattice.at[k], static_cast<float>(angle),
                  lattice.spacing * (shortest + (longest - shortest) * steep[k]), unit);
    }
    return out;
}

}  // namespace

std::shared_ptr<const FieldStrokes> descent_arrows(const Sheet& sheet, const OverlayGround& ground) {
    const Rect& r = ground.axes.rect;
    const FieldKey key{ground.levels.grid, ground.style, r.width(), r.height(), sheet.unit, nullptr};
    return sheet.memory.overlays.arrows.get(key, [&] { return made(objective_of(sheet.session), ground, sheet.unit); });
}

}  // namespace ravine
