// Where the parts stand.
#include <algorithm>
#include <array>

#include "app/figure/parts.h"
#include "app/figure/spacing.h"

namespace ravine {
namespace {

std::vector<int> compared(const Session& session) {
    std::vector<int> out{session.view.left};
    if (session.view.right != session.view.left) out.push_back(session.view.right);
    return out;
}

}  // namespace

void compose_compare(const Sheet& sheet, const FigureRequest& request) {
    const Spacing s = spacing_for(request.purpose);
    const Rect area = area_within(sheet, s);
    const float top = draw_heading(sheet, area, request.purpose) + sheet.units(s.gap / 2);
    const std::vector<int> both = compared(sheet.session);
    const bool document = request.purpose == FigureRequest::Purpose::document;
    const std::array<Curve, 2>& curves = sheet.session.view.curves;

    // Heights: two headers, two rows of labels; the contours get two thirds of what is left.
    const float below = bottom_gutter(sheet);
    const float free = area.y1 - top - sheet.units(s.header + s.curve_header + s.gap) - 2 * below;
    const float contour_y0 = top + sheet.units(s.header), contour_y1 = contour_y0 + 0.67F * free;
    const float curve_y0 = contour_y1 + below + sheet.units(s.gap + s.curve_header);

    // Widths: both columns hold the widest label on their left, so that contours and curves stand in line.
    const float half = (area.width() - sheet.units(s.between)) / 2;
    const Rect about{area.x0 + sheet.units(40), contour_y0, area.x0 + half, contour_y1};
    const float bar = document ? bar_for(sheet, about).total : 0;
    const float gutter = std::max({left_gutter(sheet, contour_axes(sheet, about).y, contour_y1 - contour_y0),
                                   curve_gutter(sheet, curves[0], both, area.y1 - below - curve_y0),
                                   curve_gutter(sheet, curves[1], both, area.y1 - below - curve_y0)});
    const float width = (area.width() - bar - sheet.units(s.between)) / 2 - gutter;

    for (int pane = 0; pane < 2; ++pane) {
        const float x0 =
            sheet.snapped(area.x0 + gutter) + static_cast<float>(pane) * sheet.snapped(gutter + width + sheet.units(s.between));
        const float x1 = x0 + sheet.snapped(width);
        const int i = pane == 0 ? sheet.session.view.left : sheet.session.view.right;
        const Axes axes = contour_axes(sheet, at_least(sheet, {x0, contour_y0, x1, contour_y1}));
        draw_pane_header(sheet, {x0, top, x1, contour_y0}, i);
        draw_contour(sheet, {pane, axes, {i}});
        if (document && pane == 1) draw_color_bar(sheet, axes.rect, x1 + sheet.units(14), levels_of(sheet, axes));
        draw_curves(sheet, {pane,
                            curves[static_cast<std::size_t>(pane)],
                            at_least(sheet, {x0, curve_y0, x1, area.y1 - below}),
                            {x0, curve_y0 - sheet.units(s.curve_header), x1, curve_y0},
                            both,
                            request.purpose});
    }
}

void compose_single(const Sheet& sheet, const FigureRequest& request) {
    const Spacing s = spacing_for(request.purpose);
    const Rect area = area_within(sheet, s);
    const bool document = request.purpose == FigureRequest::Purpose::document;
    const float top = draw_heading(sheet, area, request.purpose) + sheet.units(s.gap);
    const float bottom = area.y1 - bottom_gutter(sheet);
    const std::vector<int> shown = shown_optimizers(sheet.session);

    const float legend = std::min(sheet.units(264), area.width() * 0.34F);
    const float legend_x = area.x1 - legend;
    const Rect about{area.x0 + sheet.units(40), top, legend_x - sheet.units(s.between), bottom};
    const float bar = document ? bar_for(sheet, about).total : 0;
    const float gutter = left_gutter(sheet, contour_axes(sheet, about).y, bottom - top);
    // The name of the bar's scale stands above it.
    const float contour_top = top + (document ? sheet.units(14) : 0);
    const Axes axes =
        contour_axes(sheet, at_least(sheet, {area.x0 + gutter, contour_top, legend_x - sheet.units(s.between) - bar, bottom}));
    draw_contour(sheet, {0, axes, shown});
    if (document) draw_color_bar(sheet, axes.rect, axes.rect.x1 + sheet.units(14), levels_of(sheet, axes));

    draw_side_column(sheet, {legend_x, axes.rect.y0, area.x1, bottom}, shown, request.purpose);
}

void draw_side_column(const Sheet& sheet, const Rect& column, const std::vector<int>& optimizers,
                      FigureRequest::Purpose purpose) {
    constexpr float gap = 16, curve_header = 24;
    const float legend_end = draw_legend(sheet, column, optimizers);
    // What the legend leaves shows the first curve.
    const Curve& curve = sheet.session.view.curves[0];
    const float header = legend_end + sheet.units(gap), curve_top = header + sheet.units(curve_header);
    if (optimizers.empty() || column.y1 - curve_top < sheet.units(110)) return;
    const float curve_y0 = std::max(curve_top, column.y1 - sheet.units(210));
    const float gutter = curve_gutter(sheet, curve, optimizers, column.y1 - curve_y0);
    draw_curves(sheet, {0,
                        curve,
                        at_least(sheet, {column.x0 + gutter, curve_y0, column.x1, column.y1}),
                        {column.x0 + gutter, curve_y0 - sheet.units(curve_header), column.x1, curve_y0},
                        optimizers,
                        purpose});
}

}  // namespace ravine
