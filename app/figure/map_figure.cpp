#include "app/figure/map_figure.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "app/figure/map_key.h"
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

/// The middle of a band: its colour, unmixed.
float level_of(std::int16_t index) {
    return index < 0 ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(index) + 0.5F;
}

std::shared_ptr<LevelGrid> empty_grid(int columns, int rows) {
    auto grid = std::make_shared<LevelGrid>();
    grid->columns = columns;
    grid->rows = rows;
    grid->lowest = 0;
    grid->highest = 256;
    grid->level.resize(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    return grid;
}

/// Cells as pixels: `columns` by `rows` of them.
std::shared_ptr<const LevelGrid> grid_of(const Map& map, const std::vector<std::int16_t>& index, int columns, int rows) {
    auto grid = empty_grid(columns, rows);
    auto level = grid->level.begin();
    for (int row = 0; row < rows; ++row) {
        const int j = static_cast<int>((static_cast<long>(rows - 1 - row) * map.rows) / rows);
        for (int column = 0; column < columns; ++column) {
            const int i = static_cast<int>((static_cast<long>(column) * map.columns) / columns);
            *level++ = level_of(index[map.cell(i, j)]);
        }
    }
    return grid;
}

/// All colours, rising along the longer side.
std::shared_ptr<const LevelGrid> ramp_of(int columns, int rows) {
    auto grid = empty_grid(columns, rows);
    auto level = grid->level.begin();
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            *level++ = columns > rows ? 256 * (static_cast<float>(column) + 0.5F) / static_cast<float>(columns)
                                      : 256 * (static_cast<float>(rows - row) - 0.5F) / static_cast<float>(rows);
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
    std::string text = fmt::format("{} by {} runs of {} steps", view.map->columns, view.map->rows, view.plan.spec.run.steps);
    if (view.plan.spec.x.of != MapAxis::Of::start_x)
        text += fmt::format(" from ({}, {})", readable(session.start.x), readable(session.start.y));
    return text + ",   " + hyperparameters(info_of(session.optimizers[i]), session.optimizers[i].params);
}

/// The session's own setting: a ring, and hairlines from the edges that lead to it. Dark beneath light, so that it shows on any
/// colour. What lies outside of the pane is not shown.
void draw_own(const Sheet& sheet, const MapView& view, const Axes& axes) {
    const Rect& r = axes.rect;
    const Pixel at = axes.to_pixel(own_setting(view.session, view.plan));
    Group& group = sheet.new_group(r);
    const float clear = sheet.units(11);
    const auto lead = [&](Pixel from, Pixel to) {
        group.primitives.emplace_back(Lines{{from, to}, rgb(0x0B0F16, 0.55F), sheet.hairline(3)});
        group.primitives.emplace_back(Lines{{from, to}, rgb(0xFFFFFF, 0.85F), sheet.hairline()});
    };
    const bool inside_x = at.x >= r.x0 && at.x <= r.x1, inside_y = at.y >= r.y0 && at.y <= r.y1;
    if (inside_x) {
        const float y = inside_y ? at.y : r.y0 - clear;
        if (y - clear > r.y0) lead({at.x, r.y0}, {at.x, y - clear});
        if (y + clear < r.y1) lead({at.x, std::max(r.y0, y + clear)}, {at.x, r.y1});
    }
    if (inside_y) {
        const float x = inside_x ? at.x : r.x0 - clear;
        if (x - clear > r.x0) lead({r.x0, at.y}, {x - clear, at.y});
        if (x + clear < r.x1) lead({std::max(r.x0, x + clear), at.y}, {r.x1, at.y});
    }
    if (inside_x && inside_y)
        group.primitives.emplace_back(
            Marker{at, Shape::ring, sheet.units(13), rgb(0xFFFFFF), rgb(0x0B0F16, 0.9F), sheet.units(1.4F)});
}

void draw_places(const Sheet& sheet, const MapView& view, const Axes& axes) {
    Group& group = sheet.new_group(axes.rect);
    for (const Minimum& m : view.plan.spec.places)
        group.primitives.emplace_back(Marker{axes.to_pixel({m.x, m.y}), Shape::star, sheet.units(12), sheet.theme.minimum,
                                             rgb(0x0B0F16, 0.9F), sheet.units(1.4F)});
}

/// What is costly and changes seldom.
struct MapMemory {
    struct Seen {
        std::shared_ptr<const Map> map;
        MapMeasure measure = MapMeasure::f;
        std::string colormap;
        ThemeName theme = ThemeName::dark;
        bool operator==(const Seen&) const = default;
    };
    Seen seen;
    MapColors colors;
    std::shared_ptr<const FieldStyle> style;
    std::shared_ptr<const LevelGrid> cells, ramp;

    void colour(const MapView& view) {
        const Seen now{view.map, view.measure, view.session.view.colormap, view.session.view.theme};
        if (seen == now) return;
        const Theme& theme = ravine::theme(now.theme);
        MapColors made = map_colors(view, theme);
        // Where the colours stay, what was painted with them stays too.
        const bool same = style != nullptr && made.colors == colors.colors && seen.theme == now.theme;
        if (!same) style = std::make_shared<FieldStyle>(FieldStyle{made.colors, {0, 0, 0, 0}, 0, theme.undefined, 0});
        if (made.index != colors.index || seen.map == nullptr) cells = nullptr;
        colors = std::move(made);
        seen = now;
    }

    static bool has_size(const std::shared_ptr<const LevelGrid>& grid, int columns, int rows) {
        return grid != nullptr && grid->columns == columns && grid->rows == rows;
    }

    Field cells_in(const Rect& pane, float ratio) {
        const auto samples = [&](float length) { return std::clamp(static_cast<int>(std::lround(length * ratio)), 1, 16384); };
        const int columns = samples(pane.width()), rows = samples(pane.height());
        if (!has_size(cells, columns, rows)) cells = grid_of(*seen.map, colors.index, columns, rows);
        return {pane, cells, style};
    }

    MapKey key() {
        return {colors, style, [this](int columns, int rows) {
                    if (!has_size(ramp, columns, rows)) ramp = ramp_of(columns, rows);
                    return ramp;
                }};
    }
};

/// Field and marks.
void draw_pane(const Sheet& sheet, const MapView& view, const Axes& axes, const Field& cells) {
    sheet.figure.regions.push_back({Region::Kind::contour, 0, axes});
    sheet.new_group(axes.rect).primitives.emplace_back(cells);
    draw_places(sheet, view, axes);
    const float line = sheet.hairline();
    sheet.new_group().primitives.emplace_back(StrokeRect{axes.rect.shrunk(-line / 2), sheet.theme.hairline, line, 0});
}

/// How high a pane is that is 1 wide: as the part of the plane that it shows, or a square.
float proportion(const MapView& view) {
    const MapAxis &x = view.plan.spec.x, &y = view.plan.spec.y;
    if (x.of != MapAxis::Of::start_x) return 1;
    return std::clamp(static_cast<float>((y.hi - y.lo) / (x.hi - x.lo)), 0.4F, 1.25F);
}

/// The pane as high as its proportions ask for and the room allows, the key below; the figure ends there.
void compose_column(const Sheet& sheet, const MapView& view, MapMemory& memory) {
    Figure& figure = sheet.figure;
    const Axis x = axis_of(view.plan.spec.x), y = axis_of(view.plan.spec.y);
    const float least = sheet.units(40);
    // The last tick's label may stand half beyond the pane.
    const float right = figure.width - sheet.units(12);
    const float top = sheet.units(26), name = sheet.units(18), gap = bottom_gutter(sheet) + name + sheet.units(8);
    const float key = key_height(sheet, view, memory.colors, figure.width);
    const float room = std::max(figure.height - top - gap - key, least);
    const float left = left_gutter(sheet, y, room);
    const float width = std::max(right - left, least);
    const Axes axes{sheet.snapped(Rect{left, top, left + width, top + std::min(room, proportion(view) * width)}), x, y};
    const float below = axes.rect.y1 + gap;
    figure.height = below + key;
    Group& names = sheet.new_group();
    draw_line(sheet, names, {0, 0, right, name}, view.plan.y_name, TextRole::small, sheet.theme.secondary);
    // In a narrow pane the name of the x axis would leave no room for ticks: it has a line of its own.
    const std::string x_name = shortened(sheet, view.plan.x_name, TextRole::small, axes.rect.width());
    const float x_line = axes.rect.y1 + bottom_gutter(sheet);
    names.primitives.emplace_back(Text{{axes.rect.x1, sheet.baseline(TextRole::small, x_line, x_line + name)},
                                       x_name,
                                       TextRole::small,
                                       sheet.theme.secondary,
                                       Align::right});
    draw_pane(sheet, view, axes, memory.cells_in(axes.rect, sheet.pixel_ratio));
    draw_axes(sheet, axes, {"", ""});
    draw_own(sheet, view, axes);
    draw_key_below(sheet, memory.key(), {0, below, figure.width, figure.height});
}

/// Title above, key beside.
void compose_document(const Sheet& sheet, const MapView& view, MapMemory& memory) {
    const Rect all{0, 0, sheet.figure.width, sheet.figure.height};
    sheet.new_group().primitives.emplace_back(FillRect{all, sheet.theme.window, 0});
    const Rect area = all.shrunk(sheet.units(24));
    const Axis x = axis_of(view.plan.spec.x), y = axis_of(view.plan.spec.y);
    const float top = area.y0 + sheet.units(62), bottom = area.y1 - bottom_gutter(sheet);
    // The y axis carries its name on a line of its own: names of hyperparameters are longer than "y".
    const float name = sheet.units(24);
    const float column = std::min(sheet.units(220), 0.35F * area.width());
    const float left = area.x0 + left_gutter(sheet, y, bottom - top);
    const float right = std::max(area.x1 - column - sheet.units(24), left + sheet.units(24));
    const Axes axes{sheet.snapped(Rect{left, top + name, right, bottom}), x, y};
    Group& heading = sheet.new_group();
    draw_line(sheet, heading, {area.x0, area.y0, area.x1, area.y0 + sheet.units(26)}, title_of(view), TextRole::title,
              sheet.theme.text);
    draw_line(sheet, heading, {area.x0, area.y0 + sheet.units(28), area.x1, area.y0 + sheet.units(48)}, subtitle_of(view),
              TextRole::body, sheet.theme.secondary);
    draw_line(sheet, heading, {area.x0, top - sheet.units(4), right, top + name - sheet.units(10)}, view.plan.y_name,
              TextRole::small, sheet.theme.secondary);
    draw_pane(sheet, view, axes, memory.cells_in(axes.rect, sheet.pixel_ratio));
    draw_axes(sheet, axes, {view.plan.x_name, ""});
    if (view.plan.spec.x.of != MapAxis::Of::start_x) draw_own(sheet, view, axes);
    draw_key_beside(sheet, memory.key(), {axes.rect.x1 + sheet.units(24), axes.rect.y0, area.x1, axes.rect.y1});
}

}  // namespace

struct MapComposer::Memory : MapMemory {};

MapComposer::MapComposer() : memory_(std::make_unique<Memory>()) {}
MapComposer::~MapComposer() = default;
MapComposer::MapComposer(MapComposer&&) noexcept = default;
MapComposer& MapComposer::operator=(MapComposer&&) noexcept = default;

Figure MapComposer::compose(const MapView& view, const FigureRequest& request, const TextMetrics& metrics) {
    Figure figure{request.width, request.height, request.unit, {}, {}};
    FigureMemory no_memory;
    const Runs no_runs;
    const Sheet sheet{view.session,        no_runs, theme(view.session.view.theme), metrics, no_memory, figure, request.unit,
                      request.pixel_ratio, 0};
    memory_->colour(view);
    const bool window = request.purpose == FigureRequest::Purpose::window;
    (window ? compose_column : compose_document)(sheet, view, *memory_);
    return figure;
}

Figure compose_map(const MapView& view, const FigureRequest& request, const TextMetrics& metrics) {
    return MapComposer().compose(view, request, metrics);
}

std::optional<MapCell> cell_at(const Axes& pane, const PlannedMap& plan, Pixel at) {
    if (!pane.rect.contains(at)) return std::nullopt;
    const auto place = [](float distance, float length, int count) {
        return std::clamp(static_cast<int>(std::floor(static_cast<double>(distance) / length * count)), 0, count - 1);
    };
    return MapCell{place(at.x - pane.rect.x0, pane.rect.width(), plan.spec.columns),
                   place(pane.rect.y1 - at.y, pane.rect.height(), plan.spec.rows)};
}

Pixel pixel_of(const Axes& pane, const PlannedMap& plan, MapCell cell) {
    const auto middle = [](int place, int count) { return (static_cast<float>(place) + 0.5F) / static_cast<float>(count); };
    return {pane.rect.x0 + pane.rect.width() * middle(cell.i, plan.spec.columns),
            pane.rect.y1 - pane.rect.height() * middle(cell.j, plan.spec.rows)};
}

}  // namespace ravine
