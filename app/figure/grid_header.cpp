// The header over a pane of the grid: who is in it, with which settings, and how low it is.
#include <algorithm>

#include "app/figure/parts.h"
#include "app/figure/words.h"

namespace ravine {
namespace {

constexpr float sample_width = 22, after_sample = 7, apart = 10;    // units
constexpr float only_line = 24, first_line = 22, second_line = 16;  // units
constexpr auto role = TextRole::small;

float name_indent(const Sheet& sheet) { return sheet.units(sample_width + after_sample); }

/// A height that takes as much room as any.
constexpr std::string_view widest_height = "f − f* −0.00123";

/// As many settings as fit, and "…" where that is not all.
std::string settings_within(const Sheet& sheet, int i, float width) {
    std::string all = params_words(sheet, i);
    if (sheet.width(all, role) <= width) return all;
    const OptimizerInfo& info = info_of(sheet.choice(i));
    std::string kept;
    for (const std::string& setting : telling_settings(info, params_at(sheet.session, i, sheet.row_of(i)))) {
        std::string more = kept.empty() ? setting : kept + std::string(between_settings) + setting;
        if (sheet.width(more + " …", role) > width) break;
        kept = std::move(more);
    }
    return kept.empty() ? kept : kept + " …";
}

struct Placed {
    std::string text;
    TextRole role = TextRole::heading;
};

/// The name as large as it may be, shortened only where even the smallest face is too wide.
Placed name_within(const Sheet& sheet, int i, float width) {
    const std::string name = name_words(sheet, i);
    for (const TextRole size : {TextRole::heading, TextRole::body})
        if (sheet.width(name, size) <= width) return {name, size};
    return {shortened(sheet, name, role, width), role};
}

/// The height with its name, or the number alone: whatever the name of the optimizer leaves room for.
std::string height_within(const Sheet& sheet, int i, float width) {
    std::string words = height_words(sheet, i);
    if (sheet.width(words, role) <= width) return words;
    words = words.substr(words.rfind(' ') + 1);
    return sheet.width(words, role) <= width ? words : "";
}

}  // namespace

float grid_header_height(const Sheet& sheet, HeaderLines lines) {
    return sheet.units(lines == HeaderLines::one ? only_line : first_line + second_line);
}

bool fits_on_one_line(const Sheet& sheet, float width, int i) {
    const float name = sheet.width(name_words(sheet, i), TextRole::heading);
    const float settings = sheet.width(params_words(sheet, i), role);
    return name_indent(sheet) + name + settings + sheet.width(widest_height, role) + sheet.units(2 * apart) <= width;
}

void draw_grid_header(const Sheet& sheet, const Rect& rows, HeaderLines lines, int i) {
    Group& group = sheet.new_group();
    const bool two = lines == HeaderLines::two;
    const Rect row{rows.x0, rows.y0, rows.x1, two ? rows.y0 + sheet.units(first_line) : rows.y1};
    draw_pen_sample(sheet, group, {row.x0, (row.y0 + row.y1) / 2}, sheet.units(sample_width), i);
    const float x = row.x0 + name_indent(sheet);

    // The name comes first; the height takes what it leaves at its smallest.
    const float line = row.x1 - x, gap = sheet.units(apart);
    const std::string height = height_within(sheet, i, line - sheet.width(name_words(sheet, i), role) - gap);
    const float height_x = row.x1 - sheet.width(height, role);
    const Placed name = name_within(sheet, i, height.empty() ? line : height_x - gap - x);
    const float baseline = sheet.baseline(TextRole::heading, row.y0, row.y1);
    if (!name.text.empty()) group.primitives.emplace_back(Text{{x, baseline}, name.text, name.role, sheet.theme.text});
    if (!height.empty()) group.primitives.emplace_back(Text{{row.x1, baseline}, height, role, sheet.theme.text, Align::right});

    const float settings_x = two ? x : x + sheet.width(name.text, name.role) + gap;
    const std::string settings = settings_within(sheet, i, (two ? row.x1 : height_x - gap) - settings_x);
    if (settings.empty()) return;
    const float below = two ? sheet.baseline(role, row.y1 - sheet.units(1), rows.y1 - sheet.units(1)) : baseline;
    group.primitives.emplace_back(Text{{settings_x, below}, settings, role, sheet.theme.secondary});
}

}  // namespace ravine
