// A quantity over the steps: f − f*, or the effective rates.
#include <algorithm>
#include <cmath>

#include "app/figure/parts.h"
#include "app/figure/ticks.h"
#include "app/figure/words.h"

namespace ravine {
namespace {

using Series = FigureMemory::Series;

constexpr double most_decades = 16;
/// A diverging run may rise so far above the start; beyond that it would flatten everything else.
constexpr double most_rise = 1e4;
constexpr float faint = 0.32F;

/// The extent of what is seen so far.
struct Extent {
    double lo = INFINITY, hi = -INFINITY;
    void take(double v) {
        lo = std::min(lo, v);
        hi = std::max(hi, v);
    }
};

Axis log_axis(Extent e) {
    if (!(e.lo <= e.hi)) return {0.1, 1, AxisScale::log};
    e.lo = std::max(e.lo, e.hi * std::pow(10.0, -most_decades));
    // At least a decade, with the curve off the edges.
    double lo = std::log10(e.lo), hi = std::log10(e.hi);
    const double pad = std::max(0.07 * (hi - lo), (1 - (hi - lo)) / 2);
    lo -= pad;
    hi += pad;
    return {std::pow(10.0, lo), std::pow(10.0, hi), AxisScale::log};
}

Axis linear_axis(Extent e) {
    if (!(e.lo <= e.hi)) return {0, 1};
    const double pad = e.hi > e.lo ? (e.hi - e.lo) * 0.06 : std::max(1e-6, std::abs(e.hi) * 0.1);
    return {e.lo - pad, e.hi + pad};
}

void take_heights(const Run& run, const Base& base, Extent& extent) {
    const double start = run.f.front() - base.f;
    const double roof = base.known ? start * most_rise : start + std::max(1.0, std::abs(start)) * most_rise;
    const double floor = start - std::max(1.0, std::abs(start)) * most_rise;
    for (const double f : run.f) {
        const double v = f - base.f;
        if (base.known && v > 0) extent.take(start > 0 ? std::min(v, roof) : v);
        if (!base.known) extent.take(std::clamp(v, floor, roof));
    }
}

void take_rates(const Run& run, Extent& extent) {
    for (std::size_t i = 1; i < run.size(); ++i)
        for (const double v : {run.rate_x[i], run.rate_y[i]})
            if (v > 0 && std::isfinite(v)) extent.take(v);
}

/// The faint whole and, over it, the part up to the playback position.
void draw_curve(const Sheet& sheet, Group& group, const Axes& axes, int i, Series series, double base) {
    const auto shape =
        sheet.memory.path(sheet.runs[static_cast<std::size_t>(i)], series, base, {axes, 0.2F / sheet.pixel_ratio, 0});
    if (shape->vertices.empty()) return;
    Path path;
    path.path = shape;
    path.color = sheet.ink_of(i).with_alpha(faint);
    path.halo = {0, 0, 0, 0};
    path.width = sheet.units(1.7F);
    if (series == Series::rate_y) {
        path.dash = sheet.units(5);
        path.gap = sheet.units(3.5F);
    }
    group.primitives.emplace_back(path);
    path.color.a = 1;
    path.reveal = sheet.step;
    group.primitives.emplace_back(path);
}

/// Where the curve is under the cursor. It may stand on the edge of the pane, and is not cut there.
void draw_dot(const Sheet& sheet, Group& group, const Axes& axes, int i, Series series, double base) {
    const auto shape =
        sheet.memory.path(sheet.runs[static_cast<std::size_t>(i)], series, base, {axes, 0.2F / sheet.pixel_ratio, 0});
    if (shape->vertices.empty() || (series != Series::height && sheet.step_of(i) < 1)) return;
    const Pixel at = at_step(*shape, sheet.step_of(i));
    if (!axes.rect.shrunk(-1).contains(at)) return;
    group.primitives.emplace_back(
        Marker{at, sheet.pen_of(i).marker, sheet.units(7), sheet.ink_of(i), sheet.theme.panel, sheet.units(1.5F)});
}

/// What is read out for one optimizer: one value, or one for each coordinate.
std::vector<std::string> value_words(const Sheet& sheet, CurveKind kind, int i, double base) {
    const Run& run = sheet.run(i);
    const auto row = static_cast<std::size_t>(sheet.row_of(i));
    if (kind == CurveKind::height) return {readable(run.f[row] - base)};
    if (row == 0) return {"x –", "y –"};
    return {"x " + readable(run.rate_x[row]), "y " + readable(run.rate_y[row])};
}

/// The values under the cursor, from the right; returns how far to the left they reach. Each has a place of constant width, so
/// that they stand still while they change. All of them or none: one alone would be taken for the only one.
float draw_values(const Sheet& sheet, Group& group, const CurvePane& pane, double base) {
    const Rect& row = pane.header;
    const float baseline = sheet.baseline(TextRole::body, row.y0, row.y1), middle = (row.y0 + row.y1) / 2;
    const std::string widest = pane.kind == CurveKind::rate ? "x 8.8×10⁻⁸" : "8.8×10⁻⁸";
    const float gap = sheet.units(8), before = sheet.units(18);
    // With many optimizers the legend reads out the values.
    if (pane.optimizers.size() > 2) return row.x1;
    const auto widths = [&](float place) {
        float sum = 0;
        for (const int i : pane.optimizers) {
            sum += before;
            for (const std::string& w : value_words(sheet, pane.kind, i, base))
                sum += std::max(place, sheet.width(w, TextRole::small)) + gap;
        }
        return sum;
    };
    float place = sheet.width(widest, TextRole::small);
    // Where constant places would leave no room for the name, they give way.
    if (row.width() - widths(place) < sheet.units(170)) place = 0;
    if (widths(place) > row.width() - sheet.units(pane.kind == CurveKind::rate ? 40 : 30)) return row.x1;

    float x = row.x1;
    for (auto it = pane.optimizers.rbegin(); it != pane.optimizers.rend(); ++it) {
        const std::vector<std::string> words = value_words(sheet, pane.kind, *it, base);
        for (std::size_t k = words.size(); k-- > 0;) {
            x -= std::max(place, sheet.width(words[k], TextRole::small));
            group.primitives.emplace_back(Text{{x, baseline}, words[k], TextRole::small, sheet.theme.text, Align::left});
            x -= gap;
        }
        group.primitives.emplace_back(Marker{
            {x - sheet.units(2), middle}, sheet.pen_of(*it).marker, sheet.units(7), sheet.ink_of(*it), sheet.theme.window, 0});
        x -= before;
    }
    return x;
}

/// The name of the quantity and, where there are two coordinates, which line is which.
void draw_name(const Sheet& sheet, Group& group, const CurvePane& pane, const std::string& name, float right) {
    const Rect& row = pane.header;
    const float baseline = sheet.baseline(TextRole::body, row.y0, row.y1), middle = sheet.snapped((row.y0 + row.y1) / 2);
    const std::string shown = shortened(sheet, name, TextRole::body, right - row.x0);
    group.primitives.emplace_back(Text{{row.x0, baseline}, shown, TextRole::body, sheet.theme.text, Align::left});
    if (pane.kind != CurveKind::rate) return;
    float x = row.x0 + sheet.width(shown, TextRole::body) + sheet.units(12);
    // Where there is little room the samples shrink; one of them alone would mislead.
    const float labels = sheet.width("x", TextRole::small) + sheet.width("y", TextRole::small) + sheet.units(2 * 4 + 8);
    const float sample = std::min(sheet.units(18), (right - x - labels) / 2);
    if (sample < sheet.units(10)) return;
    for (const char* coordinate : {"x", "y"}) {
        const float label = sheet.width(coordinate, TextRole::small);
        const bool dashed = coordinate[0] == 'y';
        group.primitives.emplace_back(Lines{{{x, middle}, {x + sample, middle}},
                                            sheet.theme.secondary,
                                            sheet.units(1.7F),
                                            dashed ? sheet.units(4) : 0,
                                            dashed ? sheet.units(2.5F) : 0});
        x += sample + sheet.units(4);
        group.primitives.emplace_back(Text{{x, baseline}, coordinate, TextRole::small, sheet.theme.secondary, Align::left});
        x += label + sheet.units(8);
    }
}

}  // namespace

Axis curve_axis(const Sheet& sheet, CurveKind kind, const std::vector<int>& optimizers) {
    const Base base = known_base(objective_of(sheet.session));
    Extent extent;
    for (const int i : optimizers) {
        if (kind == CurveKind::height) take_heights(sheet.run(i), base, extent);
        if (kind == CurveKind::rate) take_rates(sheet.run(i), extent);
    }
    return kind == CurveKind::height && !base.known ? linear_axis(extent) : log_axis(extent);
}

void draw_curves(const Sheet& sheet, const CurvePane& pane) {
    const Base base = known_base(objective_of(sheet.session));
    const Axes axes{
        pane.rect, {0, static_cast<double>(std::max(1, last_step(sheet.runs)))}, curve_axis(sheet, pane.kind, pane.optimizers)};
    sheet.figure.regions.push_back({Region::Kind::curve, pane.index, axes});
    sheet.new_group().primitives.emplace_back(FillRect{axes.rect, sheet.theme.panel, 0});
    draw_axes(sheet, axes, {"step", "", AxisStyle::Labels::cursor, AxisStyle::Grid::lines});

    Group& group = sheet.new_group(axes.rect);
    const float x = sheet.snapped(axes.to_pixel({static_cast<double>(sheet.step), axes.y.lo}).x);
    group.primitives.emplace_back(Lines{{{x, axes.rect.y0}, {x, axes.rect.y1}}, sheet.theme.accent, sheet.hairline()});
    const std::vector<Series> series =
        pane.kind == CurveKind::height ? std::vector{Series::height} : std::vector{Series::rate_x, Series::rate_y};
    const double from = pane.kind == CurveKind::height ? base.f : 0;
    for (const int i : pane.optimizers)
        for (const Series s : series) draw_curve(sheet, group, axes, i, s, from);

    Group& header = sheet.new_group();
    for (const int i : pane.optimizers)
        for (const Series s : series) draw_dot(sheet, header, axes, i, s, from);
    const float right = draw_values(sheet, header, pane, base.f);
    draw_name(sheet, header, pane, pane.kind == CurveKind::rate ? "effective rate" : base.known ? "f − f*" : "f", right);
}

}  // namespace ravine
