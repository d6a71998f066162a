// A quantity over the steps.
#include <algorithm>

#include "app/figure/parts.h"

namespace ravine {
namespace {

constexpr float faint = 0.32F;
constexpr float sample_width = 18, before_samples = 12, mark_width = 8, before_mark = 5;  // units

/// What a pane's curves are drawn with.
struct Drawing {
    const Sheet& sheet;
    const CurvePane& pane;
    Axes axes;
    const Reference& from;

    std::span<const Series> series() const { return series_of(pane.curve.kind); }
    bool of_coordinates() const { return series().size() == 2; }
    bool is_dashed(Series s) const { return of_coordinates() && s == series().back(); }
    std::shared_ptr<const PixelPath> path(int i, Series s) const {
        return sheet.memory.path(sheet.runs[static_cast<std::size_t>(i)], s, &from, {axes, 0.2F / sheet.pixel_ratio, 0});
    }
};

/// The faint whole and, over it, the part up to the playback position.
void draw_curve(const Drawing& d, Group& group, int i, Series series) {
    const Sheet& sheet = d.sheet;
    const auto shape = d.path(i, series);
    if (shape->vertices.empty()) return;
    Path path;
    path.path = shape;
    path.color = sheet.ink_of(i).with_alpha(faint);
    path.halo = {0, 0, 0, 0};
    path.width = sheet.units(1.7F);
    if (d.is_dashed(series)) {
        path.dash = sheet.units(5);
        path.gap = sheet.units(3.5F);
    }
    group.primitives.emplace_back(path);
    path.color.a = 1;
    path.reveal = sheet.step;
    group.primitives.emplace_back(path);
}

/// Where the curve is under the cursor: between two values where the cursor is between two steps.
Pixel place_of(const Drawing& d, int i, Series series) {
    const Run& run = d.sheet.run(i);
    const int row = d.sheet.row_of(i), next = std::min(row + 1, run.last());
    const auto at = [&](int k) { return d.axes.to_pixel({static_cast<double>(k), value_at(run, series, k, d.from)}); };
    const float t = d.sheet.step_of(i) - static_cast<float>(row);
    const Pixel a = at(row), b = at(next);
    return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

/// A dot there. It may stand on the edge of the pane, and is not cut there.
void draw_dot(const Drawing& d, Group& group, int i, Series series) {
    const Sheet& sheet = d.sheet;
    if (!has(sheet.run(i), series, d.from) || sheet.row_of(i) < first_row(series)) return;
    const Pixel at = place_of(d, i, series);
    if (!d.axes.rect.shrunk(-1).contains(at)) return;
    group.primitives.emplace_back(
        Marker{at, sheet.pen_of(i).marker, sheet.units(7), sheet.ink_of(i), sheet.theme.panel, sheet.units(1.5F)});
}

std::vector<std::string> words_of(const Drawing& d, int i) {
    return value_words(d.sheet.run(i), d.pane.curve.kind, d.sheet.row_of(i), d.from);
}

/// The room that a name takes, without and with the samples of the lines for x and y behind it.
struct NameRoom {
    float name = 0, all = 0;
};

float label_width(const Sheet& sheet) {
    return sheet.width("x", TextRole::small) + sheet.width("y", TextRole::small) + sheet.units(2 * 4 + 8);
}

NameRoom name_room(const Drawing& d, const std::string& name) {
    const bool window = d.pane.purpose == FigureRequest::Purpose::window;
    const float alone = d.sheet.width(name, TextRole::body) + d.sheet.units(window ? before_mark + mark_width : 0);
    const float samples = d.sheet.units(before_samples + 2 * sample_width) + label_width(d.sheet);
    return {alone, d.of_coordinates() ? alone + samples : alone};
}

/// The values under the cursor, from the right; returns how far to the left they reach. Each has a place of constant width, so
/// that they stand still while they change. All of them or none: one alone would be taken for the only one.
float draw_values(const Drawing& d, Group& group, const NameRoom& name) {
    const Sheet& sheet = d.sheet;
    const Rect& row = d.pane.header;
    const float baseline = sheet.baseline(TextRole::body, row.y0, row.y1), middle = (row.y0 + row.y1) / 2;
    const std::string widest = d.of_coordinates() ? "x 8.8×10⁻⁸" : "8.8×10⁻⁸";
    const float gap = sheet.units(8), before = sheet.units(18);
    // With many optimizers the legend reads out the values.
    if (d.pane.optimizers.size() > 2) return row.x1;
    const auto widths = [&](float place) {
        float sum = 0;
        for (const int i : d.pane.optimizers) {
            sum += before;
            for (const std::string& w : words_of(d, i)) sum += std::max(place, sheet.width(w, TextRole::small)) + gap;
        }
        return sum;
    };
    float place = sheet.width(widest, TextRole::small);
    // Where constant places would leave no room for the name, they give way.
    if (widths(place) > row.width() - name.all) place = 0;
    if (widths(place) > row.width() - name.name) return row.x1;

    float x = row.x1;
    for (auto it = d.pane.optimizers.rbegin(); it != d.pane.optimizers.rend(); ++it) {
        const std::vector<std::string> words = words_of(d, *it);
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

/// Which line is x and which is y, from `x` to at most `right`.
void draw_samples(const Drawing& d, Group& group, float x, float right) {
    const Sheet& sheet = d.sheet;
    const Rect& row = d.pane.header;
    const float baseline = sheet.baseline(TextRole::body, row.y0, row.y1), middle = sheet.snapped((row.y0 + row.y1) / 2);
    // Where there is little room the samples shrink; one of them alone would mislead.
    const float sample = std::min(sheet.units(sample_width), (right - x - label_width(sheet)) / 2);
    if (sample < sheet.units(8)) return;  // below that a dash looks like a line
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

/// The name of the quantity and, in a window, the mark of a name that opens a list. Returns the rectangle of both.
Rect draw_name(const Drawing& d, Group& group, const std::string& name, float right) {
    const Sheet& sheet = d.sheet;
    const Rect& row = d.pane.header;
    const bool window = d.pane.purpose == FigureRequest::Purpose::window;
    const float mark = window ? sheet.units(before_mark + mark_width) : 0;
    const std::string shown = shortened(sheet, name, TextRole::body, right - row.x0 - mark);
    float x = row.x0 + sheet.width(shown, TextRole::body);
    group.primitives.emplace_back(
        Text{{row.x0, sheet.baseline(TextRole::body, row.y0, row.y1)}, shown, TextRole::body, sheet.theme.text, Align::left});
    if (window) {
        x += sheet.units(before_mark);
        const float middle = (row.y0 + row.y1) / 2 + sheet.units(0.5F), w = sheet.units(mark_width), h = sheet.units(2);
        group.primitives.emplace_back(
            Lines{{{x, middle - h}, {x + w / 2, middle + h}, {x + w, middle - h}}, sheet.theme.secondary, sheet.units(1.3F)});
        x += w;
    }
    if (d.of_coordinates()) draw_samples(d, group, x + sheet.units(before_samples), right);
    return {row.x0, row.y0, x, std::min(row.y1, d.axes.rect.y0)};
}

void draw_note(const Drawing& d, const std::string& note) {
    const Sheet& sheet = d.sheet;
    const Rect& r = d.axes.rect;
    const std::string shown = shortened(sheet, note, TextRole::small, r.width() - sheet.units(16));
    if (shown.empty() || r.height() < sheet.units(16)) return;
    sheet.new_group(r).primitives.emplace_back(Text{{(r.x0 + r.x1) / 2, sheet.baseline(TextRole::small, r.y0, r.y1)},
                                                    shown,
                                                    TextRole::small,
                                                    sheet.theme.secondary,
                                                    Align::center});
}

void draw_lines(const Drawing& d) {
    const Sheet& sheet = d.sheet;
    const Axes& axes = d.axes;
    draw_axes(sheet, axes, {"step", "", AxisStyle::Labels::cursor, AxisStyle::Grid::lines});
    Group& group = sheet.new_group(axes.rect);
    const float x = sheet.snapped(axes.to_pixel({static_cast<double>(sheet.step), axes.y.lo}).x);
    if (x >= axes.rect.x0 && x <= axes.rect.x1)
        group.primitives.emplace_back(Lines{{{x, axes.rect.y0}, {x, axes.rect.y1}}, sheet.theme.accent, sheet.hairline()});
    for (const int i : d.pane.optimizers)
        for (const Series s : d.series()) draw_curve(d, group, i, s);
}

}  // namespace

void draw_curves(const Sheet& sheet, const CurvePane& pane) {
    const Drawing d{sheet,
                    pane,
                    {pane.rect, step_axis(sheet), curve_axis(sheet, pane.curve, pane.optimizers)},
                    sheet.memory.reference(objective_of(sheet.session))};
    sheet.new_group().primitives.emplace_back(FillRect{d.axes.rect, sheet.theme.panel, 0});
    const std::string note = why_no_curves(sheet, pane.curve, pane.optimizers);
    note.empty() ? draw_lines(d) : draw_note(d, note);

    Group& header = sheet.new_group();
    const std::string name = quantity_name(sheet.session, pane.curve.kind, pane.optimizers);
    float right = pane.header.x1;
    if (note.empty()) {
        for (const int i : pane.optimizers)
            for (const Series s : d.series()) draw_dot(d, header, i, s);
        right = draw_values(d, header, name_room(d, name));
    }
    const Rect name_rect = draw_name(d, header, name, right);
    sheet.figure.regions.push_back({Region::Kind::curve, pane.index, d.axes, name_rect, pane.optimizers});
}

}  // namespace ravine
