#include "app/figure/map_key.h"

#include <algorithm>
#include <cmath>

namespace ravine {
namespace {

constexpr auto role = TextRole::small;
constexpr float line = 20, short_line = 18;               // units
constexpr float swatch = 12, swatch_room = 20;            // units
constexpr float bar_thickness = 12, gap = 6, apart = 14;  // units

void draw_swatch(const Sheet& sheet, Group& group, float x, float y, Color color) {
    const float half = sheet.units(swatch) / 2;
    const Rect square = sheet.snapped(Rect{x, y - half, x + 2 * half, y + half});
    group.primitives.emplace_back(FillRect{square, color, sheet.units(2)});
    group.primitives.emplace_back(StrokeRect{square, sheet.theme.disabled, sheet.hairline(), sheet.units(2)});
}

std::vector<MapColors::Entry> with_nothing(const Sheet& sheet, const MapColors& colors) {
    std::vector<MapColors::Entry> entries = colors.entries;
    if (!colors.nothing.empty()) entries.push_back({sheet.theme.undefined, colors.nothing, colors.nothing});
    return entries;
}

void draw_bar(const Sheet& sheet, const MapKey& key, const Rect& bar) {
    const auto samples = [&](float length) {
        return std::clamp(static_cast<int>(std::lround(length * sheet.pixel_ratio)), 1, 16384);
    };
    sheet.new_group(bar).primitives.emplace_back(Field{bar, key.ramp(samples(bar.width()), samples(bar.height())), key.style});
    const float hairline = sheet.hairline();
    sheet.new_group().primitives.emplace_back(StrokeRect{bar.shrunk(-hairline / 2), sheet.theme.hairline, hairline, 0});
}

/// The entries in lines: where each begins, and its width.
struct Slot {
    float x = 0, width = 0;
    int line = 0;
};
std::vector<Slot> flow(const Sheet& sheet, const std::vector<std::string>& texts, float width) {
    std::vector<Slot> slots;
    float x = 0;
    int row = 0;
    for (const std::string& text : texts) {
        const float needed = std::min(width, sheet.units(swatch_room) + sheet.width(text, role));
        if (x > 0 && x + needed > width) x = 0, ++row;
        slots.push_back({x, needed, row});
        x += needed + sheet.units(apart);
    }
    return slots;
}

std::vector<std::string> briefs(const std::vector<MapColors::Entry>& entries) {
    std::vector<std::string> texts;
    for (const MapColors::Entry& e : entries) texts.push_back(e.brief);
    return texts;
}

}  // namespace

void draw_line(const Sheet& sheet, Group& group, const Rect& row, const std::string& text, TextRole text_role, Color color) {
    const std::string shown = shortened(sheet, text, text_role, row.width());
    if (shown.empty()) return;
    group.primitives.emplace_back(
        Text{{row.x0, sheet.baseline(text_role, row.y0, row.y1)}, shown, text_role, color, Align::left});
}

void draw_key_beside(const Sheet& sheet, const MapKey& key, const Rect& column) {
    const float step = sheet.units(line);
    float y = column.y0;
    {
        Group& group = sheet.new_group();
        draw_line(sheet, group, {column.x0, y, column.x1, y + step}, key.colors.name, role, sheet.theme.text);
        y += step + sheet.units(4);
        for (const MapColors::Entry& e : with_nothing(sheet, key.colors)) {
            draw_swatch(sheet, group, column.x0, y + step / 2, e.color);
            draw_line(sheet, group, {column.x0 + sheet.units(swatch_room), y, column.x1, y + step}, e.text, role,
                      sheet.theme.secondary);
            y += step;
        }
    }
    if (key.colors.bar.empty()) return;
    y += sheet.units(10);
    const Rect bar =
        sheet.snapped(Rect{column.x0, y, column.x0 + sheet.units(bar_thickness), std::max(column.y1, y + sheet.units(2 * line))});
    draw_bar(sheet, key, bar);
    Group& group = sheet.new_group();
    const float half = sheet.units(text_size(role)) / 2;
    for (const MapColors::BarLabel& label : key.colors.bar) {
        const float at = std::clamp(bar.y1 - bar.height() * label.place, bar.y0 + half, bar.y1 - half);
        draw_line(sheet, group, {bar.x1 + sheet.units(gap), at - half, column.x1, at + half}, label.text, role,
                  sheet.theme.secondary);
    }
}

void draw_key_below(const Sheet& sheet, const MapKey& key, const Rect& row) {
    float y = row.y0;
    const float step = sheet.units(short_line);
    draw_line(sheet, sheet.new_group(), {row.x0, y, row.x1, y + sheet.units(line)}, key.colors.name, role, sheet.theme.text);
    y += sheet.units(line);
    if (!key.colors.bar.empty()) {
        const Rect bar = sheet.snapped(Rect{row.x0, y + sheet.units(2), row.x1, y + sheet.units(2 + 10)});
        draw_bar(sheet, key, bar);
        Group& group = sheet.new_group();
        y += sheet.units(14);
        float taken = row.x0 - sheet.units(gap);
        for (const MapColors::BarLabel& label : key.colors.bar) {
            const float width = sheet.width(label.text, role);
            const float x = std::clamp(bar.x0 + bar.width() * label.place - width / 2, row.x0, row.x1 - width);
            if (x < taken + sheet.units(gap)) continue;
            draw_line(sheet, group, {x, y, row.x1 + 1, y + step}, label.text, role, sheet.theme.secondary);
            taken = x + width;
        }
        y += step + sheet.units(2);
    }
    const std::vector<MapColors::Entry> entries = with_nothing(sheet, key.colors);
    const std::vector<Slot> slots = flow(sheet, briefs(entries), row.width());
    Group& group = sheet.new_group();
    for (std::size_t k = 0; k < entries.size(); ++k) {
        const float top = y + step * static_cast<float>(slots[k].line);
        if (top + step > row.y1 + 0.5F) break;
        const float x = row.x0 + slots[k].x;
        draw_swatch(sheet, group, x, top + step / 2, entries[k].color);
        draw_line(sheet, group, {x + sheet.units(swatch_room), top, x + slots[k].width + 1, top + step}, entries[k].brief, role,
                  sheet.theme.secondary);
    }
}

float key_height(const Sheet& sheet, const MapView& view, const MapColors& colors, float width) {
    const std::vector<std::string> texts = possible_briefs(view);
    const int lines = texts.empty() ? 0 : flow(sheet, texts, width).back().line + 1;
    // A map with many minima must still be seen.
    constexpr int most = 6;
    const float bar = colors.bar.empty() ? 0 : sheet.units(14 + short_line + 2);
    return sheet.units(line) + bar + sheet.units(short_line) * static_cast<float>(std::min(lines, most));
}

}  // namespace ravine
