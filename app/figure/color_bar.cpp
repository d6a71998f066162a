// What the colours of a field mean.
#include <algorithm>
#include <cmath>

#include "app/figure/parts.h"
#include "app/figure/ticks.h"
#include "app/figure/words.h"

namespace ravine {
namespace {

constexpr float bar_width = 10;
constexpr float label_gap = 6;
constexpr float least_between = 15;
constexpr auto role = TextRole::small;

/// Heights are counted from here in the labels: log levels are levels of f − f*.
double base_of(const Sheet& sheet) {
    const Base base = known_base(objective_of(sheet.session));
    return sheet.session.view.levels == Levels::log && base.known ? base.f : 0;
}

/// Every so many bands have a label where there are too many for all: steps that people count in.
int label_stride(const Sheet& sheet, const LevelMap& map, float height) {
    if (sheet.session.view.level_count == 0) return 1;
    const float band = height / static_cast<float>(map.highest() - map.lowest());
    for (const int stride : {1, 2, 5, 10, 20})
        if (static_cast<float>(stride) * band >= sheet.units(least_between)) return stride;
    return 50;
}

}  // namespace

std::vector<LevelLabel> level_labels(const Sheet& sheet, const LevelMap& map, float height) {
    const double base = base_of(sheet);
    const int stride = label_stride(sheet, map, height);
    std::vector<LevelLabel> out;
    for (int b = map.lowest(); b <= map.highest(); ++b) {
        if (b % stride != 0) continue;
        double f = map.height(b) - base;
        // What is left over of a difference is not a digit.
        if (std::abs(f) < 1e-12 * std::abs(base)) f = 0;
        const double exponent = f == 0 ? 0 : std::log10(std::abs(f));
        out.push_back({b, readable(f), f == 0 || std::abs(exponent - std::round(exponent)) < 1e-6 ? 0 : 1});
    }
    std::stable_sort(out.begin(), out.end(), [](const LevelLabel& a, const LevelLabel& b) { return a.rank < b.rank; });
    return out;
}

std::string level_quantity(const Sheet& sheet) { return base_of(sheet) != 0 ? "f − f*" : "f"; }

float color_bar_width(const Sheet& sheet, const Levelled& levels) {
    float widest = sheet.units(20);
    for (const LevelLabel& l : level_labels(sheet, levels.map, HUGE_VALF)) widest = std::max(widest, sheet.width(l.text, role));
    return sheet.units(bar_width + label_gap) + widest;
}

void draw_color_bar(const Sheet& sheet, const Rect& pane, float x, const Levelled& levels) {
    const LevelMap& map = levels.map;
    const auto style = sheet.memory.style({sheet.session.view, sheet.units(0.9F)});
    const Rect bar{sheet.snapped(x), pane.y0, sheet.snapped(x + sheet.units(bar_width)), pane.y1};
    const int bands = map.highest() - map.lowest();
    const auto y_of = [&](int level) {
        return sheet.snapped(bar.y1 - bar.height() * static_cast<float>(level - map.lowest()) / static_cast<float>(bands));
    };
    Group& group = sheet.new_group();
    for (int b = map.lowest(); b < map.highest(); ++b) {
        const float middle = (static_cast<float>(b - map.lowest()) + 0.5F) / static_cast<float>(bands);
        const Color color = style->colors[static_cast<std::size_t>(std::lround(middle * 255))];
        group.primitives.emplace_back(FillRect{{bar.x0, y_of(b + 1), bar.x1, y_of(b)}, color, 0});
    }
    const float line = sheet.hairline();
    group.primitives.emplace_back(StrokeRect{bar.shrunk(-line / 2), sheet.theme.hairline, line, 0});

    const float half = sheet.units(text_size(role)) / 2, left = bar.x1 + sheet.units(label_gap);
    // The name of what is measured stands above the bar.
    group.primitives.emplace_back(Text{{bar.x0, sheet.baseline(role, bar.y0 - sheet.units(20), bar.y0 - sheet.units(4))},
                                       level_quantity(sheet),
                                       role,
                                       sheet.theme.secondary});
    std::vector<float> taken;
    for (const LevelLabel& l : level_labels(sheet, map, bar.height())) {
        const float y = std::clamp(y_of(l.level), bar.y0 + half, bar.y1 - half);
        if (std::any_of(taken.begin(), taken.end(), [&](float t) { return std::abs(t - y) < sheet.units(least_between); }))
            continue;
        taken.push_back(y);
        group.primitives.emplace_back(
            Text{{left, sheet.baseline(role, y - half, y + half)}, l.text, role, sheet.theme.secondary});
    }
}

}  // namespace ravine
