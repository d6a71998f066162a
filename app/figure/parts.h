// The parts that figures are put together from. Each adds its groups and regions to the sheet's figure.
#pragma once

#include <string>
#include <vector>

#include "app/figure/sheet.h"

namespace ravine {

/// On which sides of a pane its scales stand.
enum class AxisSides { none, left, below, both };

/// The scales of one pane, with its tick labels below and left of it.
struct AxisStyle {
    std::string x_name, y_name;
    enum class Labels { plain, cursor } labels = Labels::plain;  ///< cursor: the playback step stands among the labels below
    enum class Grid { none, lines } grid = Grid::none;
    AxisSides sides = AxisSides::both;
};
void draw_axes(const Sheet& sheet, const Axes& axes, const AxisStyle& style);
/// How much room the labels need left of a pane with this axis and height.
float left_gutter(const Sheet& sheet, const Axis& y, float height);
/// How much room the labels need below a pane.
float bottom_gutter(const Sheet& sheet);

/// Field, isolines, minima, start, and the trajectories of some optimizers.
struct ContourPane {
    int index = 0;
    Axes axes;  ///< its rectangle lies between device pixels
    std::vector<int> optimizers;
    AxisSides sides = AxisSides::both;
};
void draw_contour(const Sheet& sheet, const ContourPane& pane);
/// The field that a pane shows.
const Levelled& levels_of(const Sheet& sheet, const Axes& axes);
/// How the trajectories on a contour are simplified.
PathFrame trajectory_frame(const Sheet& sheet, const Axes& axes);
/// The session's view in a pane of this size.
Axes contour_axes(const Sheet& sheet, const Rect& rect);
/// Where an optimizer's head stands, and the most room that it takes about there.
Pixel head_at(const Sheet& sheet, const Axes& axes, int optimizer);
float head_reach(const Sheet& sheet);
/// The path of an optimizer in a pane: one for whoever draws it or looks where it runs.
std::shared_ptr<const PixelPath> trajectory(const Sheet& sheet, const Axes& axes, int optimizer);

/// One line above a pane: the pen, the optimizer's name and hyperparameters, where it is.
void draw_pane_header(const Sheet& sheet, const Rect& row, int optimizer);

/// The same in less room, over the panes of the grid: alike over all of them, and the same at every step.
struct GridHeader {
    enum class Lines { one, two } lines = Lines::one;            ///< two: the hyperparameters have one of their own
    TextRole name = TextRole::heading;                           ///< the largest that has room for every name
    enum class Height { named, number } height = Height::named;  ///< "f − f* 0.1", or the number alone
};
/// What suits panes so wide and high.
GridHeader grid_header(const Sheet& sheet, const Rect& pane, const std::vector<int>& optimizers);
float height_of(const Sheet& sheet, const GridHeader& header);
void draw_grid_header(const Sheet& sheet, const GridHeader& header, const Rect& rows, int optimizer);

/// How an optimizer fares at the step, as a label in a corner of its pane: never over its head, nor over more of the start, the
/// minima and the path than must be.
void draw_badge(const Sheet& sheet, const Axes& axes, int optimizer);

/// A quantity of some optimizers over the steps, with the playback position as a cursor and the values under it above.
struct CurvePane {
    int index = 0;
    Curve curve;
    Rect rect;                                                          ///< of the axes, between device pixels
    Rect header;                                                        ///< the line above
    std::vector<int> optimizers;                                        ///< at least one
    FigureRequest::Purpose purpose = FigureRequest::Purpose::document;  ///< in a window the name opens a menu, and looks like it
};
void draw_curves(const Sheet& sheet, const CurvePane& pane);
/// The scale that these curves need over the steps that are seen.
Axis curve_axis(const Sheet& sheet, const Curve& curve, const std::vector<int>& optimizers);
/// How much room its labels need left of a pane of this height.
float curve_gutter(const Sheet& sheet, const Curve& curve, const std::vector<int>& optimizers, float height);
/// The steps that curves show.
Axis step_axis(const Sheet& sheet);
/// Why there are no curves to draw, in one line; empty where there are.
std::string why_no_curves(const Sheet& sheet, const Curve& curve, const std::vector<int>& optimizers);

/// What the curves of a region say at the step under the pointer, over them and within their pane.
void draw_curve_readout(const Sheet& sheet, const Region& region, Pixel pointer);

/// What the colours of a field mean: a bar at the right of `pane`, from `x` on.
void draw_color_bar(const Sheet& sheet, const Rect& pane, float x, const Levelled& levels);
float color_bar_width(const Sheet& sheet, const Levelled& levels);

/// What the isolines of a map are called beside a bar of this height: the most important ones first.
struct LevelLabel {
    int level = 0;
    std::string text;
    int rank = 0;  ///< those of lower rank take their places first
};
std::vector<LevelLabel> level_labels(const Sheet& sheet, const LevelMap& map, float height);
/// What these labels measure: "f", or "f − f*".
std::string level_quantity(const Sheet& sheet);

/// Every shown optimizer with pen, name, hyperparameters, height and outcome, from the top of `column` down.
/// Returns how far down it goes.
float draw_legend(const Sheet& sheet, const Rect& column, const std::vector<int>& optimizers);

/// The legend from the top of `column` down and, where it leaves room, a curve down to the end of the column.
void draw_side_column(const Sheet& sheet, const Rect& column, const std::vector<int>& optimizers, FigureRequest::Purpose purpose);

/// Title, formula and caption of a document, the caption alone in a window. Returns where the rest may begin.
float draw_heading(const Sheet& sheet, const Rect& area, FigureRequest::Purpose purpose);

/// A short piece of an optimizer's path with one marker, `width` wide, about `y`.
void draw_pen_sample(const Sheet& sheet, Group& group, Pixel left, float width, int optimizer);

/// The indices of the optimizers that are shown.
std::vector<int> shown_optimizers(const Session& session);

/// The optimizer's name, told apart from others of its rule; its hyperparameters and f − f* at the step.
std::string name_words(const Sheet& sheet, int optimizer);
std::string params_words(const Sheet& sheet, int optimizer);
std::string height_words(const Sheet& sheet, int optimizer);

void compose_compare(const Sheet& sheet, const FigureRequest& request);
void compose_single(const Sheet& sheet, const FigureRequest& request);
void compose_surface(const Sheet& sheet, const FigureRequest& request);
void compose_grid(const Sheet& sheet, const FigureRequest& request);

}  // namespace ravine
