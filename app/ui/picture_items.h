// What can be done with the picture: lines of its menus, and of the command palette.
#pragma once

#include <optional>

#include "app/figure/path_near.h"
#include "app/ui/optimizer_menu.h"

namespace ravine {

/// A place on a contour that was pointed at.
struct ContourSpot {
    Box box;                            ///< that the pane shows
    Point point;                        ///< in it
    std::optional<int> start = {};      ///< the start that is there
    std::optional<NearStep> near = {};  ///< the path that is there
    std::optional<int> cell = {};       ///< in the grid: whose cell it is
};

/// All refer to the desk's session, which must be the same as long as they can be chosen.
MenuItems contour_items(Desk desk, const ContourSpot& spot);
/// `point`: what is seen there of the graph of f, if anything.
MenuItems surface_items(Desk desk, std::optional<Point> point);
/// `step`: the one that was pointed at. `curve`: which of the two, of these optimizers.
MenuItems curve_items(Desk desk, int curve, const std::vector<int>& optimizers, int step);

/// The overlays, each on or off.
MenuItems overlay_items(View& view);
/// Directions and heights of the surface.
MenuItems camera_items(Camera& camera);
/// Quantities of a curve, and its scales.
MenuItems quantity_items(const Session& session, Curve& curve, const std::vector<int>& optimizers);
MenuItems scale_items(Curve& curve);

/// "x, y, f", each with as many digits as make the same number again.
std::string coordinates(const Objective& objective, Point p);

}  // namespace ravine
