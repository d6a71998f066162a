// Runs → polylines in pixels: cut off near the pane, without points that nobody could see, with marks that do not touch.
#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "app/figure/figure.h"

namespace ravine {

/// Columns of equal length: row i is the point (x[i], y[i]) and belongs to step first_step + i. Finite but where `y` of a log
/// axis is not positive: such points stand at the lower edge.
struct Track {
    std::span<const double> x, y;
    int first_step = 0;
    std::span<const double> steps = {};  ///< rising whole numbers, where the rows do not belong to steps that follow one another

    double step(std::size_t row) const { return steps.empty() ? first_step + static_cast<double>(row) : steps[row]; }
};

/// What the pixels of a path depend on besides its points.
struct PathFrame {
    Axes axes;
    float tolerance = 0.2F;  ///< logical pixels that a left out point may lie off the line
    float spacing = 0;       ///< least distance between two marks; 0: no marks
    bool operator==(const PathFrame&) const = default;
};

PixelPath pixel_path(const Track& track, const PathFrame& frame);

/// Where the path is at `step`: between two vertices where it lies between two rows.
/// Where a row was left out of the simplified path, within its tolerance. The path is not empty.
Pixel at_step(const PixelPath& path, float step);

}  // namespace ravine
