// The headers over the panes of the grid: who is in each, with which settings, and how low it is.
#include <algorithm>
#include <array>

#include "app/figure/parts.h"
#include "app/figure/words.h"

namespace ravine {
namespace {

constexpr float sample_width = 22, after_sample = 7, apart = 10;    // units
constexpr float only_line = 24, first_line = 22, second_line = 16;  // units
constexpr float least_pane = 120;                                   // units high, below which there is one line
constexpr auto role = TextRole::small;

float name_indent(const Sheet& sheet) { return sheet.units(sample_width + after_sample); }

/// "f − f* 0.1" without the name of what is measured.
std::string number_in(const std::string& height) { return height.substr(height.rfind(' ') + 1); }

/// How wide the heights of most runs are, whatever the step.
float usual_width(const Sheet& sheet, GridHeader::Height height, int i) {
    const std::string words = height_words(sheet, i);
    const std::string number = "−8.8×10⁻⁸";
    const std::string name = words.substr(0, words.size() - number_in(words).size());
    return sheet.width(height == GridHeader::Height::named ? name + number : number, role);
}

/// As many settings as fit, and "…" where that is not all.
std::string settings_within(const Sheet& sheet, int i, float width) {
    std::string all = params_words(sheet, i);
    if (sheet.width(all, role) <= width) return all;
    const OptimizerInfo& info = info_of(sheet.choice(i));
    std::string kept;
    for (const std::string& setting : telling_settings(info, params_at(sheet.session, i, sheet.row_of(i)))) {
        std::string more = kept;
        if (!more.empty()) more += between_settings;
        more += setting;
        if (sheet.width(more + " …", role) > width) break;
        kept = std::move(more);
    }
    return kept.empty() ? kept : kept + " …";
}

/// The height beside the name. One of unusual length loses its name first.
std::string height_within(const Sheet& sheet, const GridHeader& header, int i, float width) {
    std::string words = height_words(sheet, i);
    if (header.height == GridHeader::Height::named && sheet.width(words, role) <= width) return words;
    words = number_in(words);
    return sheet.width(words, role) <= width ? words : "";
}

}  // namespace

GridHeader grid_header(const Sheet& sheet, const Rect& pane, const std::vector<int>& optimizers) {
    using Height = GridHeader::Height;
    const auto fits = [&](const GridHeader& h, auto&& also) {
        return std::all_of(optimizers.begin(), optimizers.end(), [&](int i) {
            const float line = name_indent(sheet) + sheet.width(name_words(sheet, i), h.name) + sheet.units(apart) +
                               usual_width(sheet, h.height, i) + also(i);
            return line <= pane.width();
        });
    };
    const auto nothing = [](int) { return 0.0F; };
    const auto settings = [&](int i) {
        const OptimizerChoice& choice = sheet.choice(i);
        return sheet.width(hyperparameters(info_of(choice), choice.params), role) + sheet.units(apart);
    };

    GridHeader header;
    const bool two_fit = pane.height() >= sheet.units(least_pane);
    header.lines = two_fit && !fits(header, settings) ? GridHeader::Lines::two : GridHeader::Lines::one;
    constexpr std::array<std::pair<TextRole, Height>, 4> looks{{{TextRole::heading, Height::named},
                                                                {TextRole::body, Height::named},
                                                                {TextRole::body, Height::number},
                                                                {role, Height::number}}};
    for (const auto& [name, height] : looks) {
        header.name = name;
        header.height = height;
        if (fits(header, nothing)) break;
    }
    return header;
}

float height_of(const Sheet& sheet, const GridHeader& header) {
    return sheet.units(header.lines == GridHeader::Lines::one ? only_line : first_line + second_line);
}

void draw_grid_header(const Sheet& sheet, const GridHeader& header, const Rect& rows, int i) {
    sheet.figure.names.push_back({rows, i});
    Group& group = sheet.new_group();
    const bool two = header.lines == GridHeader::Lines::two;
    const Rect row{rows.x0, rows.y0, rows.x1, two ? rows.y0 + sheet.units(first_line) : rows.y1};
    draw_pen_sample(sheet, group, {row.x0, (row.y0 + row.y1) / 2}, sheet.units(sample_width), i);

    const float x = row.x0 + name_indent(sheet), gap = sheet.units(apart);
    const std::string name = shortened(sheet, name_words(sheet, i), header.name, row.x1 - x);
    const float after_name = x + sheet.width(name, header.name) + gap;
    const std::string height = height_within(sheet, header, i, row.x1 - after_name);
    const float baseline = sheet.baseline(TextRole::heading, row.y0, row.y1);
    if (!name.empty()) group.primitives.emplace_back(Text{{x, baseline}, name, header.name, sheet.theme.text});
    if (!height.empty()) group.primitives.emplace_back(Text{{row.x1, baseline}, height, role, sheet.theme.text, Align::right});

    const float left = two ? x : after_name;
    const float right = two ? row.x1 : row.x1 - sheet.width(height, role) - gap;
    const std::string settings = settings_within(sheet, i, right - left);
    if (settings.empty()) return;
    const float below = two ? sheet.baseline(role, row.y1 - sheet.units(1), rows.y1 - sheet.units(1)) : baseline;
    group.primitives.emplace_back(Text{{left, below}, settings, role, sheet.theme.secondary});
}

}  // namespace ravine
