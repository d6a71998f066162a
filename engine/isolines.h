// Isolines of a height grid as joined lines, for vector files and contour labels.
//
// Marching squares on the squares between four neighbouring samples (W. Lorensen, H. Cline, "Marching cubes", SIGGRAPH 1987, in
// two dimensions), with linear interpolation along their sides. A sample that equals a level counts as above it, so that every
// side is crossed once or not at all, whatever the samples are. Where opposite corners of a square are above and the others
// below, the mean of the four decides which corners belong together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/geometry.h"
#include "engine/height_grid.h"

namespace ravine {

inline constexpr std::size_t max_isoline_levels = 4096;
/// More would not be a drawing: 20 million crossings are 10 on every pixel of a large screen.
inline constexpr std::size_t max_isoline_points = 20'000'000;

/// The lines of one level, in data units. Higher ground lies to the left of a line's direction. No point stands twice in a row.
struct IsolineSet {
    std::vector<Point> points;
    std::vector<std::uint32_t> starts{0};  ///< line k is points[starts[k]] .. points[starts[k + 1] - 1]; size() + 1 entries
    std::vector<std::uint8_t> closed;      ///< of line k: 1 where its last point joins its first, which is not repeated

    std::size_t size() const { return closed.size(); }
    std::span<const Point> line(std::size_t k) const { return std::span(points).subspan(starts[k], starts[k + 1] - starts[k]); }
};

/// One set for each of `levels`, which may come in any order; a level that is not finite has no lines. Open lines have two or
/// more points and end at the outermost samples or beside a square with an undefined corner; closed ones have three or more:
/// curves that shrink to a sample are left out. The same lines in the same order for any number of threads.
///
/// Throws std::invalid_argument where the grid's size is not its columns times its rows, or for more than max_isoline_levels;
/// std::length_error where the lines would have more than max_isoline_points.
std::vector<IsolineSet> isolines(const HeightGrid& grid, std::span<const double> levels);

}  // namespace ravine
