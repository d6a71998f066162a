// The graph of f with every trajectory on it; beside it the legend and how the heights fell.
#include <algorithm>

#include "app/figure/surface_parts.h"

namespace ravine {

void compose_surface(const Sheet& sheet, const FigureRequest& request) {
    const bool document = request.purpose == FigureRequest::Purpose::document;
    const float margin = sheet.units(document ? 24 : 12);
    const Rect area = Rect{0, 0, sheet.figure.width, sheet.figure.height}.shrunk(margin);
    const float top = draw_heading(sheet, area, request.purpose) + sheet.units(8);
    const std::vector<int> shown = shown_optimizers(sheet.session);
    const float legend_x = area.x1 - std::min(sheet.units(264), area.width() * 0.34F);
    // A pane keeps a size that can be drawn, however small the figure is. In the window it reaches to the edges.
    const float edge = document ? 0 : margin;
    Rect pane{area.x0 - edge, top, legend_x - sheet.units(16), area.y1 + edge};
    pane.x1 = std::max(pane.x1, pane.x0 + sheet.units(24));
    pane.y1 = std::max(pane.y1, pane.y0 + sheet.units(24));
    SurfaceView view = surface_view(sheet, sheet.snapped(pane));
    if (request.motion == FigureRequest::Motion::turning) view.detail = DrapeView::Detail::sketch;
    draw_surface(sheet, view, shown);
    draw_side_column(sheet, {legend_x, top + sheet.units(8), area.x1, area.y1 - bottom_gutter(sheet)}, shown, request.purpose);
}

}  // namespace ravine
