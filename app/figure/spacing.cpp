#include "app/figure/spacing.h"

#include <algorithm>

#include "app/figure/parts.h"

namespace ravine {

Spacing spacing_for(FigureRequest::Purpose purpose) {
    if (purpose == FigureRequest::Purpose::document) return {};
    return {12, 8, 26, 22, 22};
}

Rect area_within(const Sheet& sheet, const Spacing& s) {
    return Rect{0, 0, sheet.figure.width, sheet.figure.height}.shrunk(sheet.units(s.margin));
}

Rect at_least(const Sheet& sheet, Rect r) {
    r.x1 = std::max(r.x1, r.x0 + sheet.units(24));
    r.y1 = std::max(r.y1, r.y0 + sheet.units(24));
    return sheet.snapped(r);
}

Bar bar_for(const Sheet& sheet, const Rect& about) {
    // A coarse grid tells the levels well enough to measure their labels.
    const Axes axes = contour_axes(sheet, about);
    const Levelled coarse = level_grid(objective_of(sheet.session), {axes.x.lo, axes.x.hi, axes.y.lo, axes.y.hi}, 64, 64,
                                       LevelSpacing(sheet.session.view));
    const float width = color_bar_width(sheet, coarse) + sheet.units(8);
    return {width, width + sheet.units(14)};
}

}  // namespace ravine
