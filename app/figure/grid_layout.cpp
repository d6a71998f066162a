// The grid: a pane for every shown optimizer, all with the same view, start and step.
#include <algorithm>
#include <cmath>

#include "app/figure/grid_order.h"
#include "app/figure/parts.h"
#include "app/figure/spacing.h"

namespace ravine {
namespace {

/// Panes a quarter wider than high are what a lattice is chosen for. It depends neither on the view nor on the step, so that
/// nothing jumps while a person zooms or plays.
constexpr float wanted_aspect = 1.25F;
constexpr float least_curves = 70;  ///< units high, below which curves say nothing

struct Lattice {
    int columns = 1, rows = 1;
    GridHeader header;
    Rect first;        ///< the upper left pane
    float across = 0;  ///< from one pane to the next
    float down = 0;

    Rect pane(int k) const {
        const int in_row = k % columns, above = k / columns;
        const auto column = static_cast<float>(in_row), row = static_cast<float>(above);
        return {first.x0 + column * across, first.y0 + row * down, first.x1 + column * across, first.y1 + row * down};
    }
    Rect all() const { return {first.x0, first.y0, pane(columns - 1).x1, pane(columns * rows - 1).y1}; }
};

struct Gaps {
    float across = 14, down = 6;  // units
};

/// What the panes share, without the labels left, right of and below them.
Rect size_in(const Sheet& sheet, const Rect& room, const Lattice& l) {
    const Gaps gaps;
    const auto columns = static_cast<float>(l.columns), rows = static_cast<float>(l.rows);
    const float header = height_of(sheet, l.header);
    return {0, 0, (room.width() - (columns - 1) * sheet.units(gaps.across)) / columns,
            (room.height() - (rows - 1) * sheet.units(gaps.down)) / rows - header};
}

/// The columns that give panes of the wanted shape most room.
Lattice best_lattice(const Sheet& sheet, const Rect& room, int panes) {
    Lattice best;
    float most = -INFINITY;
    for (int columns = 1; columns <= panes; ++columns) {
        Lattice l;
        l.columns = columns;
        l.rows = (panes + columns - 1) / columns;
        const Rect size = size_in(sheet, room, l);
        const float scale = std::min(size.width() / wanted_aspect, size.height());
        if (scale <= most) continue;
        most = scale;
        best = l;
    }
    return best;
}

/// Places the lattice in `area`, with room for the labels of the axes and of a bar `bar` wide.
Lattice lattice_in(const Sheet& sheet, const Rect& area, float bar, const std::vector<int>& optimizers) {
    const Rect about{area.x0 + sheet.units(40), area.y0, area.x1 - bar, area.y1 - bottom_gutter(sheet)};
    Lattice l = best_lattice(sheet, about, std::max(1, static_cast<int>(optimizers.size())));
    l.header = grid_header(sheet, size_in(sheet, about, l), optimizers);
    const Rect guess = at_least(sheet, size_in(sheet, about, l));
    const Rect room{area.x0 + left_gutter(sheet, contour_axes(sheet, guess).y, guess.height()), about.y0, about.x1, about.y1};

    // Whole device pixels in and between panes: all show the same samples of f. Rounded down, or the last would stand outside.
    const Gaps gaps;
    const auto whole = [&](float length) { return std::floor(length * sheet.pixel_ratio + 1e-3F) / sheet.pixel_ratio; };
    const Rect fit = size_in(sheet, room, l);
    const Rect size = at_least(sheet, {0, 0, whole(fit.width()), whole(fit.height())});
    const float header = whole(height_of(sheet, l.header));
    const float x = sheet.snapped(room.x0), y = sheet.snapped(room.y0) + header;
    l.first = {x, y, x + size.width(), y + size.height()};
    l.across = size.width() + whole(sheet.units(gaps.across));
    l.down = size.height() + header + whole(sheet.units(gaps.down));
    return l;
}

/// Labels stand left of the first column, and below the lowest pane of each.
AxisSides sides_of(const Lattice& l, int k, int panes) {
    const bool left = k % l.columns == 0, below = k + l.columns >= panes;
    return left && below ? AxisSides::both : left ? AxisSides::left : below ? AxisSides::below : AxisSides::none;
}

/// Cells that no optimizer needs show the first curve of all.
void draw_spare_cells(const Sheet& sheet, const Lattice& l, const std::vector<int>& optimizers, float header,
                      FigureRequest::Purpose purpose) {
    const Curve& curve = sheet.session.view.curves[0];
    const auto panes = static_cast<int>(optimizers.size()), cells = l.columns * l.rows;
    if (panes == 0 || panes == cells) return;
    const Rect from = l.pane(panes), to = l.pane(cells - 1);
    // The pane above has the labels of its axis there.
    const float top = std::max(from.y0, l.pane(panes - l.columns).y1 + bottom_gutter(sheet) + sheet.units(header));
    if (to.y1 - top < sheet.units(least_curves)) return;
    const float x0 = from.x0 + curve_gutter(sheet, curve, optimizers, to.y1 - top);
    draw_curves(
        sheet,
        {0, curve, at_least(sheet, {x0, top, to.x1, to.y1}), {x0, top - sheet.units(header), to.x1, top}, optimizers, purpose});
}

}  // namespace

void compose_grid(const Sheet& sheet, const FigureRequest& request) {
    const Spacing s = spacing_for(request.purpose);
    const Rect area = area_within(sheet, s);
    const bool document = request.purpose == FigureRequest::Purpose::document;
    const float top = draw_heading(sheet, area, request.purpose) + sheet.units(s.gap / 2);
    const std::vector<int> order = grid_order(sheet.session, sheet.runs, static_cast<int>(sheet.step));

    const Rect free{area.x0, top, area.x1, area.y1};
    const float bar = document ? bar_for(sheet, free).total : 0;
    const Lattice lattice = lattice_in(sheet, free, bar, order);
    // Every pane has the axes of the first, to the last bit.
    const Axes first = contour_axes(sheet, lattice.first);
    const int panes = std::max(1, static_cast<int>(order.size()));
    for (int k = 0; k < panes; ++k) {
        const Axes axes{lattice.pane(k), first.x, first.y};
        ContourPane pane{k, axes, {}, sides_of(lattice, k, panes)};
        if (!order.empty()) pane.optimizers = {order[static_cast<std::size_t>(k)]};
        draw_contour(sheet, pane);
        for (const int i : pane.optimizers) {
            const Rect header{axes.rect.x0, axes.rect.y0 - height_of(sheet, lattice.header), axes.rect.x1, axes.rect.y0};
            draw_grid_header(sheet, lattice.header, header, i);
            draw_badge(sheet, axes, i);
        }
    }
    draw_spare_cells(sheet, lattice, order, s.curve_header, request.purpose);
    if (!document) return;
    const Rect all = lattice.all();
    draw_color_bar(sheet, all, all.x1 + sheet.units(14), levels_of(sheet, first));
}

}  // namespace ravine
