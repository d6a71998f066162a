// Who is who: headers of panes and the legend of a single contour.
#include <algorithm>

#include "app/figure/parts.h"
#include "app/figure/ticks.h"
#include "app/figure/words.h"

namespace ravine {

std::string height_words(const Sheet& sheet, int i) {
    const Base base = known_base(objective_of(sheet.session));
    const double f = sheet.run(i).f[static_cast<std::size_t>(sheet.row_of(i))];
    return base.known && base.f != 0 ? "f − f* " + readable(f - base.f) : "f " + readable(f);
}

std::string params_words(const Sheet& sheet, int i) {
    const OptimizerChoice& choice = sheet.choice(i);
    return hyperparameters(optimizer_of(choice).info(), params_at(sheet.session, i, sheet.row_of(i)));
}

std::string name_words(const Sheet& sheet, int i) { return optimizer_names(sheet.session)[static_cast<std::size_t>(i)]; }

namespace {

/// What stands at the right end of a pane's header, from the most to the fewest words.
std::vector<std::string> status_choices(const Sheet& sheet, int i) {
    const Run& run = sheet.run(i);
    const int row = sheet.row_of(i);
    const std::string at = "step " + std::to_string(row), f = height_words(sheet, i);
    const std::string words = outcome_words(run, row), brief = outcome_short(run, row);
    std::vector<std::string> out;
    if (!words.empty()) out = {words + "   " + f, brief + "   " + f};
    out.insert(out.end(), {at + "   " + f, f});
    return out;
}

struct Line {
    Rect row;
    std::string left, right;
    TextRole left_role = TextRole::small, right_role = TextRole::small;
    Color left_color, right_color;
};

/// Two texts on one line; the left one is shortened where both do not fit.
void draw_line(const Sheet& sheet, Group& group, const Line& l) {
    const float right = l.right.empty() ? 0 : sheet.width(l.right, l.right_role) + sheet.units(10);
    const std::string left = shortened(sheet, l.left, l.left_role, l.row.width() - right);
    if (!left.empty())
        group.primitives.emplace_back(
            Text{{l.row.x0, sheet.baseline(l.left_role, l.row.y0, l.row.y1)}, left, l.left_role, l.left_color, Align::left});
    if (!l.right.empty())
        group.primitives.emplace_back(Text{
            {l.row.x1, sheet.baseline(l.left_role, l.row.y0, l.row.y1)}, l.right, l.right_role, l.right_color, Align::right});
}

/// One optimizer of the legend on two lines, and a third for its outcome where that is known; returns its lower end.
float draw_entry(const Sheet& sheet, Group& group, Rect area, int i) {
    const float sample = sheet.units(30), line = sheet.units(18);
    const Theme& t = sheet.theme;
    const Rect name{area.x0 + sample + sheet.units(10), area.y0, area.x1, area.y0 + sheet.units(20)};
    draw_pen_sample(sheet, group, {area.x0, (name.y0 + name.y1) / 2}, sample, i);
    draw_line(sheet, group, {name, name_words(sheet, i), "", TextRole::heading, TextRole::small, t.text, t.text});
    float y = name.y1;
    const Rect params{name.x0, y, name.x1, y + line};
    draw_line(sheet, group,
              {params, params_words(sheet, i), height_words(sheet, i), TextRole::small, TextRole::small, t.secondary, t.text});
    y = params.y1;
    std::string outcome = outcome_words(sheet.run(i), sheet.row_of(i));
    if (sheet.width(outcome, TextRole::small) > name.width()) outcome = outcome_short(sheet.run(i), sheet.row_of(i));
    if (!outcome.empty()) {
        draw_line(sheet, group,
                  {{name.x0, y, name.x1, y + line}, outcome, "", TextRole::small, TextRole::small, t.secondary, t.secondary});
        y += line;
    }
    return y;
}

/// The same on two lines always: the outcome takes the place right of the name.
float draw_close_entry(const Sheet& sheet, Group& group, Rect area, int i) {
    const float sample = sheet.units(24), line = sheet.units(17);
    const Theme& t = sheet.theme;
    const Rect name{area.x0 + sample + sheet.units(8), area.y0, area.x1, area.y0 + line};
    draw_pen_sample(sheet, group, {area.x0, (name.y0 + name.y1) / 2}, sample, i);
    draw_line(sheet, group,
              {name, name_words(sheet, i), outcome_short(sheet.run(i), sheet.row_of(i)), TextRole::body, TextRole::small, t.text,
               t.secondary});
    const Rect params{name.x0, name.y1, name.x1, name.y1 + line};
    draw_line(sheet, group,
              {params, params_words(sheet, i), height_words(sheet, i), TextRole::small, TextRole::small, t.secondary, t.text});
    return params.y1;
}

/// One optimizer on one line, where many have to share a low column.
float draw_brief_entry(const Sheet& sheet, Group& group, Rect area, float height, int i) {
    const float sample = sheet.units(22);
    const Rect row{area.x0 + sample + sheet.units(8), area.y0, area.x1, area.y0 + height};
    draw_pen_sample(sheet, group, {area.x0, (row.y0 + row.y1) / 2}, sample, i);
    draw_line(sheet, group,
              {row, name_words(sheet, i) + "  " + params_words(sheet, i), "", TextRole::small, TextRole::small, sheet.theme.text,
               sheet.theme.text});
    return row.y1;
}

}  // namespace

std::vector<int> shown_optimizers(const Session& session) {
    std::vector<int> out;
    for (std::size_t i = 0; i < session.optimizers.size(); ++i)
        if (session.optimizers[i].shown) out.push_back(static_cast<int>(i));
    return out;
}

void draw_pen_sample(const Sheet& sheet, Group& group, Pixel left, float width, int i) {
    const Pen& p = sheet.pen_of(i);
    const float y = sheet.snapped(left.y);
    group.primitives.emplace_back(
        Lines{{{left.x, y}, {left.x + width, y}}, sheet.ink_of(i), sheet.units(2.2F), sheet.units(p.dash), sheet.units(p.gap)});
    group.primitives.emplace_back(
        Marker{{left.x + width / 2, y}, p.marker, sheet.units(9), sheet.ink_of(i), sheet.theme.window, sheet.units(1.5F)});
}

void draw_pane_header(const Sheet& sheet, const Rect& row, int i) {
    sheet.figure.names.push_back({row, i});
    Group& group = sheet.new_group();
    const Theme& t = sheet.theme;
    const float sample = sheet.units(30);
    draw_pen_sample(sheet, group, {row.x0, (row.y0 + row.y1) / 2}, sample, i);
    float x = row.x0 + sample + sheet.units(9);
    const std::string name = shortened(sheet, name_words(sheet, i), TextRole::heading, row.x1 - x);
    const float baseline = sheet.baseline(TextRole::heading, row.y0, row.y1);
    group.primitives.emplace_back(Text{{x, baseline}, name, TextRole::heading, t.text, Align::left});
    x += sheet.width(name, TextRole::heading) + sheet.units(12);

    const std::string params = params_words(sheet, i);
    float right = row.x1;
    const float free = row.x1 - x - sheet.width(params, TextRole::small) - sheet.units(18);
    for (const std::string& status : status_choices(sheet, i)) {
        const float width = sheet.width(status, TextRole::small);
        if (width > free) continue;
        group.primitives.emplace_back(Text{{row.x1, baseline}, status, TextRole::small, t.text, Align::right});
        right = row.x1 - width - sheet.units(18);
        break;
    }
    const std::string shown = shortened(sheet, params, TextRole::small, right - x);
    if (!shown.empty()) group.primitives.emplace_back(Text{{x, baseline}, shown, TextRole::small, t.secondary, Align::left});
}

float draw_legend(const Sheet& sheet, const Rect& column, const std::vector<int>& optimizers) {
    Group& group = sheet.new_group();
    const auto n = static_cast<float>(optimizers.size());
    const float entry = sheet.units(56), gap = sheet.units(12), close_entry = sheet.units(34), close_gap = sheet.units(7);
    const bool roomy = n * (entry + gap) - gap <= column.height();
    const bool close = n * (close_entry + close_gap) - close_gap <= column.height();
    const float line = std::min(sheet.units(20), column.height() / std::max(n, 1.0F));
    float y = column.y0;
    for (const int i : optimizers) {
        const Rect area{column.x0, y, column.x1, column.y1};
        const float end = roomy   ? draw_entry(sheet, group, area, i)
                          : close ? draw_close_entry(sheet, group, area, i)
                                  : draw_brief_entry(sheet, group, area, line, i);
        sheet.figure.names.push_back({{column.x0, y, column.x1, end}, i});
        y = end + (roomy ? gap : close ? close_gap : 0);
    }
    return y;
}

}  // namespace ravine
