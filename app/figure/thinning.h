// Keeps marks apart.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "app/figure/axes.h"

namespace ravine {

/// Accepts points of a rectangle that are no nearer than `spacing` to any that it has accepted before.
///
/// The rectangle is divided into cells whose diagonal is the spacing. So none holds two accepted points, most of the others are
/// refused after a look at their own cell, and the cells around it, two in each direction, hold all that could be near.
class Thinning {
public:
    /// `spacing` > 0; at least the 2,000th part of the rectangle's sides, so that there are few cells.
    Thinning(const Rect& bounds, float spacing)
        : bounds_(bounds),
          spacing_(std::max({spacing, bounds.width() / 2000, bounds.height() / 2000})),
          side_(spacing_ / std::sqrt(2.0F)),
          columns_(1 + cells(bounds.width())),
          rows_(1 + cells(bounds.height())),
          accepted_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), none()) {}

    /// False for points outside of the rectangle.
    bool accept(float x, float y) {
        if (!bounds_.contains({x, y})) return false;
        const int i = cells(x - bounds_.x0), j = cells(y - bounds_.y0);
        if (taken(i, j)) return false;
        for (int column = std::max(0, i - 2); column <= std::min(columns_ - 1, i + 2); ++column)
            for (int row = std::max(0, j - 2); row <= std::min(rows_ - 1, j + 2); ++row)
                if (taken(column, row) && std::hypot(at(column, row).x - x, at(column, row).y - y) < spacing_) return false;
        at(i, j) = {x, y};
        return true;
    }

private:
    static Pixel none() { return {std::numeric_limits<float>::quiet_NaN(), 0}; }
    int cells(float length) const { return std::max(0, static_cast<int>(length / side_)); }
    Pixel& at(int i, int j) {
        return accepted_[static_cast<std::size_t>(j) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(i)];
    }
    bool taken(int i, int j) { return !std::isnan(at(i, j).x); }

    Rect bounds_;
    float spacing_, side_;
    int columns_, rows_;
    std::vector<Pixel> accepted_;
};

}  // namespace ravine
