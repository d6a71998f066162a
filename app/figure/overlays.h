// What lies on a contour besides field, paths and heads: one file for each.
#pragma once

#include <memory>
#include <vector>

#include "app/figure/parts.h"

namespace ravine {

/// A contour whose field is known.
class OverlayGround {
public:
    OverlayGround(const Axes& pane, const Levelled& levelled, const std::shared_ptr<const FieldStyle>& look)
        : axes(pane), levels(levelled), style(look) {}

    const Axes& axes;
    const Levelled& levels;
    const std::shared_ptr<const FieldStyle>& style;

    /// The colour of the field at this many logical pixels from its top left, without isolines and relief.
    Color color_at(Pixel p) const;
    /// The colour between the isolines `band` and `band + 1`.
    Color band_color(float band) const;
    /// NaN where f is not defined.
    float level_at(Pixel p) const;
    /// Levels per logical pixel to the right and down, over `reach` on each side. NaN at the edge of what f defines.
    Pixel slope_at(Pixel p, float reach) const;
    /// A colour of the field where it slopes like this.
    Color lit(Color c, Pixel slope) const;
};

/// The style of a contour's field.
std::shared_ptr<const FieldStyle> contour_style(const Sheet& sheet);

/// Known minima, and the saddles that are found in view.
void draw_stationary_points(const Sheet& sheet, Group& group, const OverlayGround& ground);

/// The saddles in view, from a memory.
const std::vector<Point>& saddles_of(const Sheet& sheet, const Axes& axes);

/// Points in the box where the gradient vanishes and f rises one way and falls another: those that Newton's method finds from the
/// flattest points of a lattice. Bounded work; the same points for the same arguments.
std::vector<Point> find_saddles(const Objective& objective, const Box& box);

/// The direction of −∇f at scattered points, longer where it is steep, short where it soon turns. Drawn with the field.
std::shared_ptr<const FieldStrokes> descent_arrows(const Sheet& sheet, const OverlayGround& ground);

/// Heights on the isolines, where these are long and straight enough. They touch neither each other nor a start.
void draw_isoline_labels(const Sheet& sheet, Group& group, const OverlayGround& ground);

/// At the head of optimizer `i`: the effective rates as a box, −∇f as a dashed arrow with an open head, and the next update as a
/// solid one with a filled head; the arrows until the run has converged.
void draw_step_box(const Sheet& sheet, Group& group, const Axes& axes, int i);

}  // namespace ravine
