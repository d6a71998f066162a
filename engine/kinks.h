// Stationary points of functions with kinks. A gradient says nothing there: on |x| it is 1 or −1 however close to 0.
//
// A. A. Goldstein ("Optimization of Lipschitz continuous functions", 1977) takes all gradients within a small distance together:
// where 0 lies in their convex hull, a point within that distance is stationary, and otherwise the hull's shortest vector, turned
// round, leads downhill. The gradients are sampled on a circle (J. Burke, A. Lewis, M. Overton, 2005).
#pragma once

#include <cstddef>
#include <span>

#include "engine/objective.h"

namespace ravine {

/// The gradients around a point, at `radius` from it, and at the point itself.
struct Slopes {
    Point shortest;       ///< of their convex hull; 0 where 0 lies in it
    double longest = 0;   ///< the greatest size of them
    bool defined = true;  ///< false where one of them is not finite
};
Slopes slopes_around(const Objective& objective, Point p, double radius);
/// How many points slopes_around() asks the objective for.
inline constexpr std::size_t slope_samples = 17;

/// Nearest to the origin in the convex hull of these points; the origin itself where it lies inside.
Point nearest_of_hull(std::span<const Point> points);

/// The least f at `radius` from p; NaN where f is not defined somewhere there.
double least_around(const Objective& objective, Point p, double radius);
inline constexpr std::size_t circle_samples = 32;

}  // namespace ravine
