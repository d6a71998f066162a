// Ticks, grid lines and labels around a pane.
#include <algorithm>
#include <cmath>

#include "app/figure/parts.h"
#include "app/figure/ticks.h"

namespace ravine {
namespace {

constexpr float tick_length = 4;
constexpr float label_gap = 4;  ///< between a tick and its label
constexpr float apart = 8;      ///< least distance between two labels on one line
constexpr auto label_role = TextRole::small;

int ticks_along(const Sheet& sheet, const Axis& axis, float height) {
    const float each = axis.scale == AxisScale::log ? 22 : 34;
    return std::clamp(static_cast<int>(height / sheet.units(each)), 2, 9);
}

/// Labels on one line, from the left; those that would touch one that is there already are left out.
class LabelLine {
public:
    LabelLine(const Sheet& sheet, Group& group, float leftmost, float baseline)
        : sheet_(sheet), group_(group), leftmost_(leftmost), baseline_(baseline) {}

    bool add(float middle, const std::string& text, Color color) {
        const float half = sheet_.width(text, label_role) / 2;
        return add_span(middle - half, middle + half, text, color);
    }
    bool add_span(float x0, float x1, const std::string& text, Color color) {
        const float gap = sheet_.units(apart);
        for (const auto& [from, to] : taken_)
            if (x0 < to + gap && x1 > from - gap) return false;
        if (x0 < leftmost_ || x1 > sheet_.figure.width) return false;
        taken_.emplace_back(x0, x1);
        group_.primitives.emplace_back(Text{{x0, baseline_}, text, label_role, color, Align::left});
        return true;
    }

private:
    const Sheet& sheet_;
    Group& group_;
    float leftmost_, baseline_;
    std::vector<std::pair<float, float>> taken_;
};

void draw_below(const Sheet& sheet, Group& group, const Axes& axes, const AxisStyle& style) {
    const Rect& r = axes.rect;
    const float tick = sheet.units(tick_length);
    const float top = r.y1 + tick + sheet.units(2);
    // Further left they would come under the labels of the other axis.
    LabelLine line(sheet, group, r.x0 - sheet.units(6), sheet.baseline(label_role, top, top + sheet.units(14)));
    // The name of the axis and the cursor's number come first: ticks give way to them.
    const float name = sheet.width(style.x_name, label_role);
    const double step = static_cast<double>(sheet.step);
    if (style.labels == AxisStyle::Labels::cursor && step >= axes.x.lo && step <= axes.x.hi) {
        const std::string at = readable(std::floor(static_cast<double>(sheet.step) + 1e-4));
        const float half = sheet.width(at, label_role) / 2;
        const float x = axes.to_pixel({static_cast<double>(sheet.step), 0}).x;
        const float middle = std::clamp(x, r.x0 + half, r.x1 - half);
        line.add(middle, at, sheet.theme.accent);
    }
    if (!style.x_name.empty()) line.add_span(r.x1 - name, r.x1, style.x_name, sheet.theme.secondary);
    const int wanted = std::clamp(static_cast<int>(r.width() / sheet.units(62)), 2, 10);
    for (const Tick& t : ticks(axes.x, wanted)) {
        // There is nothing between two steps.
        if (style.labels == AxisStyle::Labels::cursor && t.value != std::round(t.value)) continue;
        const float x = sheet.snapped(axes.to_pixel({t.value, 0}).x);
        group.primitives.emplace_back(Lines{{{x, r.y1}, {x, r.y1 + tick}}, sheet.theme.disabled, sheet.hairline()});
        if (!t.label.empty()) line.add(x, t.label, sheet.theme.secondary);
    }
}

void draw_left(const Sheet& sheet, Group& group, const Axes& axes, const AxisStyle& style) {
    const Rect& r = axes.rect;
    const float tick = sheet.units(tick_length), right = r.x0 - tick - sheet.units(label_gap);
    const float half = sheet.units(text_size(label_role)) * 0.62F;
    float lowest_free = r.y1 + half;
    float top = r.y0 - half;
    if (!style.y_name.empty()) {
        group.primitives.emplace_back(Text{{right, sheet.baseline(label_role, r.y0, r.y0 + 2 * half)},
                                           style.y_name,
                                           label_role,
                                           sheet.theme.secondary,
                                           Align::right});
        top = r.y0 + 2 * half;
    }
    for (const Tick& t : ticks(axes.y, ticks_along(sheet, axes.y, r.height()))) {
        const float y = sheet.snapped(axes.to_pixel({axes.x.lo, t.value}).y);
        group.primitives.emplace_back(Lines{{{r.x0 - tick, y}, {r.x0, y}}, sheet.theme.disabled, sheet.hairline()});
        if (t.label.empty() || y - half < top || y + half > lowest_free) continue;
        group.primitives.emplace_back(Text{
            {right, sheet.baseline(label_role, y - half, y + half)}, t.label, label_role, sheet.theme.secondary, Align::right});
        lowest_free = y - half;
    }
}

void draw_grid(const Sheet& sheet, const Axes& axes) {
    Group& group = sheet.new_group(axes.rect);
    for (const Tick& t : ticks(axes.y, ticks_along(sheet, axes.y, axes.rect.height()))) {
        if (t.label.empty()) continue;
        const float y = sheet.snapped(axes.to_pixel({axes.x.lo, t.value}).y);
        group.primitives.emplace_back(Lines{{{axes.rect.x0, y}, {axes.rect.x1, y}}, sheet.theme.hairline, sheet.hairline()});
    }
}

}  // namespace

float left_gutter(const Sheet& sheet, const Axis& y, float height) {
    float widest = sheet.units(20);
    for (const Tick& t : ticks(y, ticks_along(sheet, y, height))) widest = std::max(widest, sheet.width(t.label, label_role));
    return widest + sheet.units(tick_length + label_gap + 2);
}

float bottom_gutter(const Sheet& sheet) { return sheet.units(tick_length + 2 + 14); }

void draw_axes(const Sheet& sheet, const Axes& axes, const AxisStyle& style) {
    if (style.grid == AxisStyle::Grid::lines) draw_grid(sheet, axes);
    Group& group = sheet.new_group();
    if (style.sides == AxisSides::below || style.sides == AxisSides::both) draw_below(sheet, group, axes, style);
    if (style.sides == AxisSides::left || style.sides == AxisSides::both) draw_left(sheet, group, axes, style);
}

}  // namespace ravine
