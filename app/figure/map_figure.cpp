#include "app/figure/map_figure.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "app/figure/map_colors.h"
#include "app/figure/parts.h"
#include "app/figure/ticks.h"
#include "app/figure/words.h"

namespace ravine {
namespace {

Axis axis_of(const MapAxis& axis) {
    const AxisScale scale = axis.scale == Scale::log     ? AxisScale::log
                            : axis.scale == Scale::decay ? AxisScale::decay
                                                         : AxisScale::linear;
    return {axis.lo, axis.hi, scale};
}

std::shared_ptr<const LevelGrid> grid_of(const MapView& view, const MapColors& colors, const Rect& rect, float ratio) {
    auto grid = std::make_shared<LevelGrid>();
    grid->columns = std::clamp(static_cast<int>(std::lround(rect.width() * ratio)), 1, 16384);
    grid->rows = std::clamp(static_cast<int>(std::lround(rect.height() * ratio)), 1, 16384);
    grid->lowest = 0;
    grid->highest = 256;
    grid->level.reserve(static_cast<std::size_t>(grid->columns) * static_cast<std::size_t>(grid->rows));
    for (int row = 0; row < grid->rows; ++row) {
        const int j = static_cast<int>((static_cast<long>(grid->rows - 1 - row) * view.map.rows) / grid->rows);
        for (int column = 0; column < grid->columns; ++column) {
            const int i = static_cast<int>((static_cast<long>(column) * view.map.columns) / grid->columns);
            const std::int16_t index = colors.index[view.map.cell(i, j)];
            // The middle of a band: its colour, unmixed.
            grid->level.push_back(index < 0 ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(index) + 0.5F);
        }
    }
    return grid;
}

std::string title_of(const MapView& view) {
    const Session& session = view.session;
    const std::string name = optimizer_names(session)[static_cast<std::size_t>(view.plan.optimizer)];
    const std::string surface(info_of(session).name);
    return session.title.empty() ? fmt::format("{} on {}", name, surface) : session.title;
}

std::string subtitle_of(const MapView& view) {
    const Session& session = view.session;
    const auto i = static_cast<std::size_t>(view.plan.optimizer);
    std::string text = fmt::format("{} by {} runs of {} steps", view.map.columns, view.map.rows, view.plan.spec.run.steps);
    if (view.plan.spec.x.of != MapAxis::Of::start_x)
        text += fmt::format(" from ({}, {})", readable(session.start.x), readable(session.start.y));
    return text + ",   " + hyperparameters(info_of(session.optimizers[i]), session.optimizers[i].params);
}

/// Where on an axis the session's own setting lies; not a number where it lies outside.
double own_value(const MapView& view, const MapAxis& axis) {
    const RunSpec& run = view.plan.spec.run;
    switch (axis.of) {
        case MapAxis::Of::optimizer:
            return run.optimizer.params()[static_cast<std::size_t>(axis.param)];
        case MapAxis::Of::objective:
            return run.objective.params()[static_cast<std::size_t>(axis.param)];
        case MapAxis::Of::start_x:
            return run.start.x;
        case MapAxis::Of::start_y:
            return run.start.y;
    }
    return 0;
}

void draw_text(const Sheet& sheet, Group& group, const Rect& row, const std::string& text, TextRole role, Color color) {
    const std::string shown = shortened(sheet, text, role, row.width());
    if (!shown.empty())
        group.primitives.emplace_back(Text{{row.x0, sheet.baseline(role, row.y0, row.y1)}, shown, role, color, Align::left});
}

void draw_swatch(const Sheet& sheet, Group& group, float x, float y, Color color) {
    const Rect swatch = sheet.snapped(Rect{x, y - sheet.units(6), x + sheet.units(12), y + sheet.units(6)});
    group.primitives.emplace_back(FillRect{swatch, color, sheet.units(2)});
    group.primitives.emplace_back(StrokeRect{swatch, sheet.theme.hairline, sheet.hairline(), sheet.units(2)});
}

void draw_key(const Sheet& sheet, const MapColors& colors, const Rect& column) {
    Group& group = sheet.new_group();
    const float line = sheet.units(20), swatch = sheet.units(20);
    float y = column.y0;
    draw_text(sheet, group, {column.x0, y, column.x1, y + line}, colors.name, TextRole::small, sheet.theme.text);
    y += line + sheet.units(4);
    const auto entry = [&](Color color, const std::string& text) {
        draw_swatch(sheet, group, column.x0, y + line / 2, color);
        draw_text(sheet, group, {column.x0 + swatch, y, column.x1, y + line}, text, TextRole::small, sheet.theme.secondary);
        y += line;
    };
    for (const MapColors::Entry& e : colors.entries) entry(e.color, e.text);
    if (!colors.nothing.empty()) entry(sheet.theme.undefined, colors.nothing);
    if (colors.bar.empty()) return;
    y += sheet.units(10);
    const Rect bar = sheet.snapped(Rect{column.x0, y, column.x0 + sheet.units(12), std::max(column.y1, y + sheet.units(40))});
    for (int k = 0; k < 64; ++k) {
        const float t0 = static_cast<float>(k) / 64, t1 = static_cast<float>(k + 1) / 64;
        group.primitives.emplace_back(
            FillRect{sheet.snapped(Rect{bar.x0, bar.y1 - bar.height() * t1, bar.x1, bar.y1 - bar.height() * t0}),
                     colors.colors[static_cast<std::size_t>(k * 4 + 2)], 0});
    }
    group.primitives.emplace_back(StrokeRect{bar, sheet.theme.hairline, sheet.hairline(), 0});
    const float half = sheet.units(text_size(TextRole::small)) / 2;
    for (const MapColors::BarLabel& label : colors.bar) {
        const float at = std::clamp(bar.y1 - bar.height() * label.place, bar.y0 + half, bar.y1 - half);
        draw_text(sheet, group, {bar.x1 + sheet.units(6), at - half, column.x1, at + half}, label.text, TextRole::small,
                  sheet.theme.secondary);
    }
}

void draw_marks(const Sheet& sheet, const MapView& view, const Axes& axes) {
    Group& group = sheet.new_group(axes.rect);
    for (const Minimum& m : view.plan.spec.places)
        group.primitives.emplace_back(Marker{axes.to_pixel({m.x, m.y}), Shape::star, sheet.units(12), sheet.theme.minimum,
                                             rgb(0x0B0F16, 0.9F), sheet.units(1.4F)});
    if (view.plan.spec.x.of == MapAxis::Of::start_x) return;
    const Pixel at = axes.to_pixel({own_value(view, view.plan.spec.x), own_value(view, view.plan.spec.y)});
    if (axes.rect.contains(at))
        group.primitives.emplace_back(
            Marker{at, Shape::ring, sheet.units(13), rgb(0xFFFFFF), rgb(0x0B0F16, 0.9F), sheet.units(1.4F)});
}

}  // namespace

Figure compose_map(const MapView& view, const FigureRequest& request, const TextMetrics& metrics) {
    Figure figure{request.width, request.height, request.unit, {}, {}};
    const Theme& colors = theme(view.session.view.theme);
    FigureMemory memory;
    const Runs none;
    const Sheet sheet{view.session, none, colors, metrics, memory, figure, request.unit, request.pixel_ratio, 0};
    sheet.new_group().primitives.emplace_back(FillRect{{0, 0, request.width, request.height}, colors.window, 0});
    const Rect area = Rect{0, 0, request.width, request.height}.shrunk(sheet.units(24));
    Group& heading = sheet.new_group();
    draw_text(sheet, heading, {area.x0, area.y0, area.x1, area.y0 + sheet.units(26)}, title_of(view), TextRole::title,
              colors.text);
    draw_text(sheet, heading, {area.x0, area.y0 + sheet.units(28), area.x1, area.y0 + sheet.units(48)}, subtitle_of(view),
              TextRole::body, colors.secondary);

    const MapColors cells = map_colors(view, colors);
    const Axis x = axis_of(view.plan.spec.x), y = axis_of(view.plan.spec.y);
    const float top = area.y0 + sheet.units(62), bottom = area.y1 - bottom_gutter(sheet);
    // The y axis carries its name on a line of its own: names of hyperparameters are longer than "y".
    const float name = sheet.units(24);
    const float key = std::min(sheet.units(220), 0.35F * area.width());
    const float left = area.x0 + left_gutter(sheet, y, bottom - top);
    Rect pane{left, top + name, std::max(area.x1 - key - sheet.units(24), left + sheet.units(24)), bottom};
    pane = sheet.snapped(pane);
    const Axes axes{pane, x, y};
    figure.regions.push_back({Region::Kind::contour, 0, axes});
    draw_text(sheet, heading, {area.x0, top - sheet.units(4), pane.x1, top + name - sheet.units(10)}, view.plan.y_name,
              TextRole::small, colors.secondary);

    const auto style = std::make_shared<FieldStyle>(FieldStyle{cells.colors, {0, 0, 0, 0}, 0, colors.undefined, 0});
    sheet.new_group(pane).primitives.emplace_back(Field{pane, grid_of(view, cells, pane, request.pixel_ratio), style});
    draw_marks(sheet, view, axes);
    const float line = sheet.hairline();
    sheet.new_group().primitives.emplace_back(StrokeRect{pane.shrunk(-line / 2), colors.hairline, line, 0});
    draw_axes(sheet, axes, {view.plan.x_name, ""});
    draw_key(sheet, cells, {pane.x1 + sheet.units(24), pane.y0, area.x1, pane.y1});
    return figure;
}

}  // namespace ravine
