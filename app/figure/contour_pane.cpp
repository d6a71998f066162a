// One contour with its trajectories.
#include <algorithm>
#include <cmath>

#include "app/figure/parts.h"
#include "app/figure/words.h"

namespace ravine {
namespace {

constexpr float path_width = 2.2F;
constexpr float halo_width = 1.6F;
constexpr float mark_size = 5;
constexpr float mark_spacing = 13;
constexpr float head_size = 11;
constexpr float minimum_size = 13;
constexpr float start_size = 13;

int device_pixels(float length, float ratio) { return std::clamp(static_cast<int>(std::lround(length * ratio)), 1, 16384); }

void draw_minima(const Sheet& sheet, Group& group, const Axes& axes) {
    const Objective objective = objective_of(sheet.session);
    const std::vector<Minimum> minima = objective.minima();
    for (const Minimum& m : minima) {
        const Pixel at = axes.to_pixel({m.x, m.y});
        if (!axes.rect.shrunk(-sheet.units(minimum_size)).contains(at)) continue;
        const bool global = objective.has_global_minimum() && m.f <= minima.front().f + 1e-9 * (1 + std::abs(m.f));
        group.primitives.emplace_back(Marker{at, global ? Shape::star : Shape::cross, sheet.units(global ? minimum_size : 8),
                                             sheet.theme.minimum, rgb(0x0B0F16, 0.9F), sheet.units(1.4F)});
    }
}

void draw_path(const Sheet& sheet, Group& group, const Axes& axes, int i) {
    const Pen& p = sheet.pen_of(i);
    const PathFrame frame{axes, 0.2F / sheet.pixel_ratio, sheet.units(mark_spacing)};
    Path path;
    path.path = sheet.memory.path(sheet.runs[static_cast<std::size_t>(i)], FigureMemory::Series::trajectory, 0, frame);
    path.color = p.color;
    path.halo = sheet.theme.halo;
    path.width = sheet.units(path_width);
    path.halo_width = sheet.units(halo_width);
    path.dash = sheet.units(p.dash);
    path.gap = sheet.units(p.gap);
    path.marker = p.marker;
    path.marker_size = sheet.units(mark_size);
    path.reveal = sheet.step;
    group.primitives.emplace_back(std::move(path));
}

void draw_head(const Sheet& sheet, Group& group, const Axes& axes, int i) {
    const PathFrame frame{axes, 0.2F / sheet.pixel_ratio, sheet.units(mark_spacing)};
    const auto path = sheet.memory.path(sheet.runs[static_cast<std::size_t>(i)], FigureMemory::Series::trajectory, 0, frame);
    const Pixel at = at_step(*path, sheet.step_of(i));
    group.primitives.emplace_back(
        Marker{at, sheet.pen_of(i).marker, sheet.units(head_size), sheet.pen_of(i).color, rgb(0xFFFFFF), sheet.units(1.8F)});
}

/// Where all trajectories begin, and what is dragged to move it.
void draw_start(const Sheet& sheet, Group& group, const Axes& axes) {
    const Pixel at = axes.to_pixel(sheet.session.start);
    if (!axes.rect.shrunk(-sheet.units(start_size)).contains(at)) return;
    group.primitives.emplace_back(
        Marker{at, Shape::ring, sheet.units(start_size), rgb(0xFFFFFF), rgb(0x0B0F16, 0.85F), sheet.units(1.4F)});
}

}  // namespace

Axes contour_axes(const Sheet& sheet, const Rect& rect) {
    const Box box = fitted(sheet.session.view.box, rect);
    return {rect, {box.x0, box.x1}, {box.y0, box.y1}};
}

const Levelled& levels_of(const Sheet& sheet, const Axes& axes) {
    return sheet.memory.levels(objective_of(sheet.session), {axes.x.lo, axes.x.hi, axes.y.lo, axes.y.hi},
                               device_pixels(axes.rect.width(), sheet.pixel_ratio),
                               device_pixels(axes.rect.height(), sheet.pixel_ratio), sheet.session.view.levels);
}

void draw_contour(const Sheet& sheet, const ContourPane& pane) {
    const Axes& axes = pane.axes;
    sheet.figure.regions.push_back({Region::Kind::contour, pane.index, axes});
    Group& group = sheet.new_group(axes.rect);
    const auto style = sheet.memory.style({sheet.session.view.colormap, sheet.session.view.theme, sheet.units(0.9F)});
    group.primitives.emplace_back(Field{axes.rect, levels_of(sheet, axes).grid, style});
    draw_minima(sheet, group, axes);
    for (const int i : pane.optimizers) draw_path(sheet, group, axes, i);
    draw_start(sheet, group, axes);
    for (const int i : pane.optimizers) draw_head(sheet, group, axes, i);

    Group& frame = sheet.new_group();
    const float line = sheet.hairline();
    frame.primitives.emplace_back(StrokeRect{axes.rect.shrunk(-line / 2), sheet.theme.hairline, line, 0});
    draw_axes(sheet, axes, {"x", "y"});
}

}  // namespace ravine
