#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/figure/overlays.h"
#include "app/figure/scatter.h"

namespace ravine {
namespace {

constexpr float spacing = 36;
constexpr float most_arrows = 650;
constexpr float apart = 0.82F, shortest = 0.28F, longest = 0.7F;  // of the spacing
/// Where the descent at an arrow's ends points elsewhere than in its middle, by the cosine of the angle, it says too much.
constexpr double least_agreement = 0.5;
constexpr float barb = 4.2F;
constexpr float barb_angle = 0.5F;
constexpr float arrow_width = 1.2F;
const Color on_dark = rgb(0xFFFFFF, 0.5F), on_light = rgb(0x05080E, 0.42F);

/// Points in logical pixels from the field's top left, and the descent there.
struct Slopes {
    std::vector<Pixel> at;
    std::vector<double> gx, gy;
};

Slopes slopes_at(const Objective& objective, const Axes& axes, std::vector<Pixel> points) {
    Slopes slopes{std::move(points), {}, {}};
    const std::size_t n = slopes.at.size();
    std::vector<double> x, y, f(n);
    for (const Pixel& p : slopes.at) {
        const Point data = axes.to_data({axes.rect.x0 + p.x, axes.rect.y0 + p.y});
        x.push_back(data.x), y.push_back(data.y);
    }
    slopes.gx.resize(n), slopes.gy.resize(n);
    objective.gradients(n, x.data(), y.data(), f.data(), slopes.gx.data(), slopes.gy.data());
    return slopes;
}

/// How steep each point is among all, 0..1 by the logarithm; NaN where there is no direction.
std::vector<float> steepness(const Slopes& slopes) {
    std::vector<double> logs;
    double lo = INFINITY, hi = -INFINITY;
    for (std::size_t k = 0; k < slopes.at.size(); ++k) {
        logs.push_back(std::log10(std::hypot(slopes.gx[k], slopes.gy[k])));
        if (std::isfinite(logs.back())) lo = std::min(lo, logs.back()), hi = std::max(hi, logs.back());
    }
    std::vector<float> out;
    for (const double v : logs)
        out.push_back(!std::isfinite(v) ? NAN : hi > lo ? static_cast<float>((v - lo) / (hi - lo)) : 0.5F);
    return out;
}

/// An arrow of the descent: from its middle by so much to its tip, and as much to its tail.
struct Arrow {
    Pixel middle;
    float angle = 0, length = 0;

    Pixel end(float side) const {
        const float by = side * length / 2;
        return {middle.x + by * std::cos(angle), middle.y + by * std::sin(angle)};
    }
};

/// Logical pixels per unit of data.
struct Stretch {
    double across, up;
};

/// Which way the descent goes on the picture, where y grows downwards. Divided by the greater, both parts of it stay finite.
float angle_of(double gx, double gy, const Stretch& stretch) {
    const double greater = std::max(std::abs(gx), std::abs(gy));
    return static_cast<float>(std::atan2(gy / greater * stretch.up, -gx / greater * stretch.across));
}

/// Shortens arrows that reach to where the descent has turned.
void keep_to_truth(std::vector<Arrow>& arrows, const Objective& objective, const Axes& axes, const Stretch& stretch,
                   float least) {
    std::vector<Pixel> ends;
    for (const Arrow& a : arrows) ends.insert(ends.end(), {a.end(-1), a.end(1)});
    const Slopes slopes = slopes_at(objective, axes, std::move(ends));
    for (std::size_t k = 0; k < slopes.at.size(); ++k) {
        Arrow& arrow = arrows[k / 2];
        const float turned = angle_of(slopes.gx[k], slopes.gy[k], stretch) - arrow.angle;
        if (!(std::cos(static_cast<double>(turned)) >= least_agreement)) arrow.length = std::min(arrow.length, least);
    }
}

std::vector<Arrow> arrows_of(const Sheet& sheet, const Axes& axes) {
    const Objective objective = objective_of(sheet.session);
    const float width = axes.rect.width(), height = axes.rect.height();
    const float room = std::max(sheet.units(spacing), std::sqrt(width * height / most_arrows));
    const ScatterKey key{width, height, apart * room};
    const Slopes slopes =
        slopes_at(objective, axes, sheet.memory.overlays.scatter.get(key, [&] { return scattered(width, height, key.apart); }));
    const std::vector<float> steep = steepness(slopes);
    const Stretch stretch{static_cast<double>(width) / (axes.x.hi - axes.x.lo),
                          static_cast<double>(height) / (axes.y.hi - axes.y.lo)};
    std::vector<Arrow> arrows;
    for (std::size_t k = 0; k < slopes.at.size(); ++k)
        if (!std::isnan(steep[k]))
            arrows.push_back({slopes.at[k], angle_of(slopes.gx[k], slopes.gy[k], stretch),
                              room * (shortest + (longest - shortest) * steep[k])});
    keep_to_truth(arrows, objective, axes, stretch, room * shortest);
    return arrows;
}

void add_arrow(std::vector<FieldStrokes::Stroke>& strokes, const Arrow& arrow, float unit) {
    const Pixel tip = arrow.end(1);
    strokes.push_back({arrow.end(-1), tip});
    for (const float turn : {-barb_angle, barb_angle}) {
        const float a = arrow.angle + turn, reach = barb * unit;
        strokes.push_back({tip, {tip.x - reach * std::cos(a), tip.y - reach * std::sin(a)}});
    }
}

std::shared_ptr<const FieldStrokes> made(const Sheet& sheet, const OverlayGround& ground) {
    auto out = std::make_shared<FieldStrokes>();
    out->width = sheet.units(arrow_width);
    out->sets = {{on_dark, {}}, {on_light, {}}};
    for (const Arrow& arrow : arrows_of(sheet, ground.axes)) {
        const Color field = ground.color_at(arrow.middle);
        const bool is_dark = contrast_ratio(field, on_dark) >= contrast_ratio(field, on_light);
        add_arrow(out->sets[is_dark ? 0 : 1].strokes, arrow, sheet.unit);
    }
    return out;
}

}  // namespace

std::shared_ptr<const FieldStrokes> descent_arrows(const Sheet& sheet, const OverlayGround& ground) {
    const Rect& r = ground.axes.rect;
    const FieldKey key{ground.levels.grid, ground.style, r.width(), r.height(), sheet.unit, nullptr};
    return sheet.memory.overlays.arrows.get(key, [&] { return made(sheet, ground); });
}

}  // namespace ravine
