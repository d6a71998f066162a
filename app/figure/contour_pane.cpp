// One contour with its trajectories.
#include <algorithm>
#include <cmath>

#include "app/figure/overlays.h"
#include "app/figure/parts.h"
#include "app/figure/path_sizes.h"
#include "app/figure/words.h"

namespace ravine {
namespace {

constexpr float fade_share = 0.2F, shortest_fade = 12;  // of all steps; steps

int device_pixels(float length, float ratio) { return std::clamp(static_cast<int>(std::lround(length * ratio)), 1, 16384); }

/// How a run is shown: its path grows faint behind its own head, which stays where the run ended.
void play(const Sheet& sheet, Path& path, const Run& run) {
    path.reveal = sheet.step;
    if (!sheet.session.view.overlays.fade) return;
    path.reveal = std::min(sheet.step, static_cast<float>(run.last()));
    path.fade = std::max(shortest_fade, fade_share * static_cast<float>(sheet.session.steps));
}

/// The optimizer's runs from other starts and with other noise: thin, behind the run that stands out.
void draw_more_runs(const Sheet& sheet, Group& group, const Axes& axes, int i) {
    const PathFrame frame{axes, 0.5F / sheet.pixel_ratio, sheet.units(mark_spacing)};
    for (std::size_t k = sheet.session.optimizers.size(); k < sheet.places.size(); ++k) {
        if (sheet.places[k].optimizer != i) continue;
        const auto path = sheet.memory.path(sheet.runs[k], FigureMemory::Series::trajectory, nullptr, frame);
        const bool leads = sheet.leads(k);
        Path thin;
        thin.path = path;
        thin.color = sheet.pen_of(i).color.with_alpha(leads ? 0.9F : 0.45F);
        thin.halo = sheet.theme.halo.with_alpha(leads ? sheet.theme.halo.a : 0);
        thin.width = sheet.units(leads ? 1.6F : 1.1F);
        thin.halo_width = sheet.units(1);
        play(sheet, thin, *sheet.runs[k]);
        group.primitives.emplace_back(std::move(thin));
        const Pixel at = at_step(*path, std::min(sheet.step, static_cast<float>(sheet.runs[k]->last())));
        group.primitives.emplace_back(Marker{at, sheet.pen_of(i).marker, sheet.units(leads ? 7.0F : 5.0F), sheet.pen_of(i).color,
                                             rgb(0xFFFFFF, 0.8F), sheet.units(1)});
    }
}

void draw_path(const Sheet& sheet, Group& group, const Axes& axes, int i) {
    const Pen& p = sheet.pen_of(i);
    Path path;
    path.path = trajectory(sheet, axes, i);
    path.color = p.color;
    path.halo = sheet.theme.halo;
    path.width = sheet.units(path_width);
    path.halo_width = sheet.units(halo_width);
    path.dash = sheet.units(p.dash);
    path.gap = sheet.units(p.gap);
    play(sheet, path, sheet.run(i));
    group.primitives.emplace_back(std::move(path));
}

/// Over the lines of all, where they tell optimizers apart that run close together.
void draw_marks(const Sheet& sheet, Group& group, const Axes& axes, int i) {
    if (!sheet.session.view.overlays.marks) return;
    const Pen& p = sheet.pen_of(i);
    Path marks;
    marks.path = trajectory(sheet, axes, i);
    marks.color = p.color;
    marks.halo = sheet.theme.halo;
    marks.width = 0;
    marks.halo_width = sheet.units(halo_width);
    marks.marker = p.marker;
    marks.marker_size = sheet.units(mark_size);
    play(sheet, marks, sheet.run(i));
    group.primitives.emplace_back(std::move(marks));
}

void draw_head(const Sheet& sheet, Group& group, const Axes& axes, int i) {
    group.primitives.emplace_back(Marker{head_at(sheet, axes, i), sheet.pen_of(i).marker, sheet.units(head_size),
                                         sheet.pen_of(i).color, rgb(0xFFFFFF), sheet.units(1.8F)});
}

/// Where all trajectories begin, and what is dragged to move it.
void draw_start(const Sheet& sheet, Group& group, const Axes& axes) {
    const auto ring = [&](Point start, float size) {
        const Pixel at = axes.to_pixel(start);
        if (!axes.rect.shrunk(-sheet.units(size)).contains(at)) return;
        group.primitives.emplace_back(
            Marker{at, Shape::ring, sheet.units(size), rgb(0xFFFFFF), rgb(0x0B0F16, 0.85F), sheet.units(1.4F)});
    };
    for (const Point& start : sheet.session.more_starts) ring(start, 0.7F * start_size);
    ring(sheet.session.start, start_size);
}

}  // namespace

PathFrame trajectory_frame(const Sheet& sheet, const Axes& axes) {
    return {axes, 0.2F / sheet.pixel_ratio, sheet.units(mark_spacing)};
}

std::shared_ptr<const PixelPath> trajectory(const Sheet& sheet, const Axes& axes, int i) {
    return sheet.memory.path(sheet.runs[static_cast<std::size_t>(i)], FigureMemory::Series::trajectory, nullptr,
                             trajectory_frame(sheet, axes));
}

Pixel head_at(const Sheet& sheet, const Axes& axes, int i) { return at_step(*trajectory(sheet, axes, i), sheet.step_of(i)); }

float head_reach(const Sheet& sheet) { return sheet.units(head_size); }

Axes contour_axes(const Sheet& sheet, const Rect& rect) {
    const Box box = fitted(sheet.session.view.box, rect);
    return {rect, {box.x0, box.x1}, {box.y0, box.y1}};
}

const Levelled& levels_of(const Sheet& sheet, const Axes& axes) {
    return sheet.memory.levels(objective_of(sheet.session), {axes.x.lo, axes.x.hi, axes.y.lo, axes.y.hi},
                               device_pixels(axes.rect.width(), sheet.pixel_ratio),
                               device_pixels(axes.rect.height(), sheet.pixel_ratio), LevelSpacing(sheet.session.view));
}

void draw_contour(const Sheet& sheet, const ContourPane& pane) {
    const Axes& axes = pane.axes;
    sheet.figure.regions.push_back({Region::Kind::contour, pane.index, axes, {}, pane.optimizers});
    Group& group = sheet.new_group(axes.rect);
    const Overlays& overlays = sheet.session.view.overlays;
    const auto style = contour_style(sheet);
    const OverlayGround ground{axes, levels_of(sheet, axes), style};
    Field field{axes.rect, ground.levels.grid, style};
    if (overlays.arrows) field.strokes = descent_arrows(sheet, ground);
    group.primitives.emplace_back(std::move(field));
    if (overlays.labels) draw_isoline_labels(sheet, group, ground);
    if (overlays.minima) draw_stationary_points(sheet, group, ground);
    for (const int i : pane.optimizers) draw_more_runs(sheet, group, axes, i);
    for (const int i : pane.optimizers) draw_path(sheet, group, axes, i);
    for (const int i : pane.optimizers) draw_marks(sheet, group, axes, i);
    for (const int i : pane.optimizers)
        if (overlays.step_box) draw_step_box(sheet, group, axes, i);
    draw_start(sheet, group, axes);
    for (const int i : pane.optimizers) draw_head(sheet, group, axes, i);

    Group& frame = sheet.new_group();
    const float line = sheet.hairline();
    frame.primitives.emplace_back(StrokeRect{axes.rect.shrunk(-line / 2), sheet.theme.hairline, line, 0});
    AxisStyle style_of_axes{"x", "y"};
    style_of_axes.sides = pane.sides;
    draw_axes(sheet, axes, style_of_axes);
}

}  // namespace ravine
