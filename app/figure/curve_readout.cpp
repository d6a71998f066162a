// What the curves say at the step under the pointer: a line through them, and a small panel beside it.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/figure/parts.h"
#include "app/figure/words.h"

namespace ravine {
namespace {

constexpr float line_height = 16, inset = 4, pad_x = 8, pad_y = 5, marker_room = 14, between = 8, apart = 14;  // units
constexpr float short_name = 60;

/// What is read out, and where the pointer is.
struct Moment {
    CurveKind kind = CurveKind::height;
    int step = 0;
    Pixel pointer;
};

/// One optimizer: its name and what it says, in one piece or in one for each coordinate.
struct Entry {
    int optimizer = 0;
    std::string name;
    std::vector<std::string> values;
};

std::vector<Entry> entries_at(const Sheet& sheet, const Region& region, CurveKind kind, int step) {
    const Reference& from = sheet.memory.reference(objective_of(sheet.session));
    const std::vector<std::string> names = optimizer_names(sheet.session);
    std::vector<Entry> out;
    for (const int i : region.optimizers) {
        const Run& run = sheet.run(i);
        // A run that has ended says how, not what it was at its end.
        const bool over = step > run.last();
        out.push_back({i, names[static_cast<std::size_t>(i)],
                       over ? std::vector{outcome_short(run, run.last())} : value_words(run, kind, step, from)});
    }
    return out;
}

/// How wide the parts of all entries are; together they make a cell of the panel.
struct Cell {
    float name = 0, first = 0, second = 0, alone = 0;  ///< `alone`: the widest text in place of two values

    float values(float gap) const { return std::max(second > 0 ? first + gap + second : first, alone); }
};

Cell cell_of(const Sheet& sheet, const std::vector<Entry>& entries) {
    Cell cell;
    for (const Entry& e : entries) {
        const auto wide = [&](const std::string& text) { return sheet.width(text, TextRole::small); };
        cell.name = std::max(cell.name, wide(e.name));
        if (e.values.size() == 1) cell.alone = std::max(cell.alone, wide(e.values[0]));
        if (e.values.size() < 2) continue;
        cell.first = std::max(cell.first, wide(e.values[0]));
        cell.second = std::max(cell.second, wide(e.values[1]));
    }
    return cell;
}

/// How the cells stand in the panel.
struct Grid {
    int columns = 0, rows = 0;
    float name = 0;   ///< room for a name; 0: none is written
    float width = 0;  ///< of a column
};

/// Finds room for cells in a pane.
class Arranger {
public:
    /// `count` cells below a heading, which is longer where some are left out.
    struct Heading {
        float alone = 0, with_count = 0;  ///< widths
    };
    Arranger(const Sheet& sheet, const Cell& cell, const Rect& pane, int count, Heading heading)
        : sheet_(sheet), cell_(cell), pane_(pane), count_(count), heading_(heading) {}

    /// The first arrangement of all that fits: with names, with short names, without. Else of as many as fit; a grid without
    /// columns where not even one does.
    Grid arrange() const {
        for (const float name : names())
            for (int columns = 1; columns <= 3; ++columns) {
                const Grid grid = of(columns, (count_ + columns - 1) / columns, name);
                if (fits(grid) && covers_little(grid)) return grid;
            }
        for (const int least : {few, 1})
            for (const float name : names())
                for (int rows = count_ - 1; rows >= least; --rows) {
                    const Grid grid = of(1, rows, name);
                    if (fits(grid) && (rows == 1 || covers_little(grid))) return grid;
                }
        return {};
    }

    /// The panel's width and height.
    Pixel size(const Grid& grid) const {
        const auto columns = static_cast<float>(grid.columns);
        const float heading = grid.columns * grid.rows < count_ ? heading_.with_count : heading_.alone;
        const float content = std::max(columns * grid.width + (columns - 1) * sheet_.units(apart), heading);
        return {content + sheet_.units(2 * pad_x),
                static_cast<float>(grid.rows + 1) * sheet_.units(line_height) + sheet_.units(2 * pad_y)};
    }

private:
    /// So many are worth more than their names.
    static constexpr int few = 3;
    /// Who reads a curve wants to see it: a part of the pane.
    static constexpr float most_covered = 0.45F;

    std::array<float, 3> names() const { return {cell_.name, std::min(cell_.name, sheet_.units(short_name)), 0.0F}; }
    Grid of(int columns, int rows, float name) const {
        const float gap = sheet_.units(between);
        return {columns, rows, name, sheet_.units(marker_room) + (name > 0 ? name + gap : 0) + cell_.values(gap)};
    }
    bool fits(const Grid& grid) const {
        const Pixel s = size(grid);
        const Rect room = pane_.shrunk(sheet_.units(inset));
        return s.x <= room.width() && s.y <= room.height();
    }
    bool covers_little(const Grid& grid) const {
        const Pixel s = size(grid);
        return s.x * s.y <= most_covered * pane_.width() * pane_.height();
    }

    const Sheet& sheet_;
    const Cell& cell_;
    const Rect& pane_;
    int count_;
    Heading heading_;
};

/// Keeps the entries whose curves are nearest to the pointer at the step, in their order.
void keep_nearest(const Sheet& sheet, const Region& region, Moment moment, std::size_t count, std::vector<Entry>& entries) {
    if (count >= entries.size()) return;
    const Reference& from = sheet.memory.reference(objective_of(sheet.session));
    const auto distance = [&](const Entry& e) {
        float least = INFINITY;
        const Run& run = sheet.run(e.optimizer);
        for (const Series s : series_of(moment.kind)) {
            if (!has(run, s, from) || moment.step < first_row(s) || moment.step > run.last()) continue;
            const Pixel at = region.axes.to_pixel({static_cast<double>(moment.step), value_at(run, s, moment.step, from)});
            least = std::min(least, std::abs(at.y - moment.pointer.y));
        }
        return least;
    };
    std::vector<std::pair<float, int>> nearest;
    for (const Entry& e : entries) nearest.emplace_back(distance(e), e.optimizer);
    std::ranges::sort(nearest);
    nearest.resize(count);
    std::erase_if(entries, [&](const Entry& e) {
        return std::ranges::find(nearest, e.optimizer, &std::pair<float, int>::second) == nearest.end();
    });
}

void draw_entry(const Sheet& sheet, Group& group, const Entry& e, const Grid& grid, const Cell& cell, Pixel at) {
    const float y1 = at.y + sheet.units(line_height), baseline = sheet.baseline(TextRole::small, at.y, y1);
    group.primitives.emplace_back(Marker{{at.x + sheet.units(4), (at.y + y1) / 2},
                                         sheet.pen_of(e.optimizer).marker,
                                         sheet.units(7),
                                         sheet.ink_of(e.optimizer),
                                         sheet.theme.panel,
                                         0});
    float x = at.x + sheet.units(marker_room);
    const auto write = [&](float left, const std::string& text, Color color) {
        if (!text.empty()) group.primitives.emplace_back(Text{{left, baseline}, text, TextRole::small, color, Align::left});
    };
    if (grid.name > 0) {
        write(x, shortened(sheet, e.name, TextRole::small, grid.name), sheet.theme.secondary);
        x += grid.name + sheet.units(between);
    }
    write(x, e.values[0], sheet.theme.text);
    if (e.values.size() > 1) write(x + cell.first + sheet.units(between), e.values[1], sheet.theme.text);
}

/// Beside the pointer, on the side where there is room, and within the pane.
Rect placed(const Sheet& sheet, const Rect& pane, Pixel pointer, float width, float height) {
    const Rect room = pane.shrunk(sheet.units(inset));
    const float away = sheet.units(12);
    float x = pointer.x + away;
    if (x + width > room.x1) x = pointer.x - away - width;
    x = std::clamp(x, room.x0, std::max(room.x0, room.x1 - width));
    const float y = std::clamp(pointer.y - height / 2, room.y0, std::max(room.y0, room.y1 - height));
    return sheet.snapped(Rect{x, y, x + width, y + height});
}

/// Where the curves pass the step.
void draw_passage(const Sheet& sheet, Group& group, const Region& region, CurveKind kind, int step) {
    const Axes& axes = region.axes;
    const float x = sheet.snapped(axes.to_pixel({static_cast<double>(step), axes.y.lo}).x);
    group.primitives.emplace_back(
        Lines{{{x, axes.rect.y0}, {x, axes.rect.y1}}, sheet.theme.secondary.with_alpha(0.7F), sheet.hairline()});
    const Reference& from = sheet.memory.reference(objective_of(sheet.session));
    for (const int i : region.optimizers)
        for (const Series s : series_of(kind)) {
            if (!has(sheet.run(i), s, from) || step < first_row(s) || step > sheet.run(i).last()) continue;
            const Pixel at = axes.to_pixel({static_cast<double>(step), value_at(sheet.run(i), s, step, from)});
            if (axes.rect.contains(at))
                group.primitives.emplace_back(
                    Marker{at, sheet.pen_of(i).marker, sheet.units(6), sheet.ink_of(i), sheet.theme.panel, sheet.units(1)});
        }
}

}  // namespace

void draw_curve_readout(const Sheet& sheet, const Region& region, Pixel pointer) {
    const Rect& pane = region.axes.rect;
    const Curve& curve = sheet.session.view.curves[region.index == 1 ? 1 : 0];
    if (!why_no_curves(sheet, curve, region.optimizers).empty()) return;
    const Axis& steps = region.axes.x;
    const double lowest = std::ceil(steps.lo),
                 highest = std::floor(std::min(steps.hi, static_cast<double>(last_step(sheet.runs))));
    const int step = static_cast<int>(std::clamp(std::round(region.axes.to_data(pointer).x), lowest, std::max(lowest, highest)));

    Group& group = sheet.new_group(pane);
    draw_passage(sheet, group, region, curve.kind, step);
    std::vector<Entry> entries = entries_at(sheet, region, curve.kind, step);
    const Cell cell = cell_of(sheet, entries);
    const std::string head = "step " + std::to_string(step);
    // Where there is no room for all, it says how many more there are.
    const auto more_than = [&](std::size_t shown) {
        return shown < entries.size() ? std::to_string(entries.size() - shown) + " more" : "";
    };
    const float alone = sheet.width(head, TextRole::small);
    const Arranger arranger(sheet, cell, pane, static_cast<int>(entries.size()),
                            {alone, alone + sheet.units(apart) + sheet.width(more_than(0), TextRole::small)});
    const Grid grid = arranger.arrange();
    if (grid.columns == 0) return;
    const auto room = static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows);
    const std::string more = more_than(room);
    keep_nearest(sheet, region, {curve.kind, step, pointer}, room, entries);
    const Pixel size = arranger.size(grid);
    const Rect panel = placed(sheet, pane, pointer, size.x, size.y);

    const float line = sheet.hairline();
    group.primitives.emplace_back(FillRect{panel, sheet.theme.raised.with_alpha(0.94F), sheet.units(6)});
    group.primitives.emplace_back(
        StrokeRect{panel.shrunk(line / 2), mix(sheet.theme.hairline, sheet.theme.text, 0.12F), line, sheet.units(6)});
    const float left = panel.x0 + sheet.units(pad_x), top = panel.y0 + sheet.units(pad_y);
    const float baseline = sheet.baseline(TextRole::small, top, top + sheet.units(line_height));
    group.primitives.emplace_back(Text{{left, baseline}, head, TextRole::small, sheet.theme.text, Align::left});
    if (!more.empty())
        group.primitives.emplace_back(
            Text{{panel.x1 - sheet.units(pad_x), baseline}, more, TextRole::small, sheet.theme.secondary, Align::right});
    for (int k = 0; k < static_cast<int>(entries.size()); ++k) {
        const int column = k / grid.rows, row = 1 + k % grid.rows;
        draw_entry(sheet, group, entries[static_cast<std::size_t>(k)], grid, cell,
                   {left + static_cast<float>(column) * (grid.width + sheet.units(apart)),
                    top + static_cast<float>(row) * sheet.units(line_height)});
    }
}

}  // namespace ravine
