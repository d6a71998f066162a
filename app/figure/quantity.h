// The quantities of a run over its steps: what curves, their axes and what is read out from them take their numbers from.
#pragma once

#include <cmath>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/figure/words.h"

namespace ravine {

/// One line of numbers that a run gives, a number for each row. `trajectory` is the path in the plane: it has no value.
enum class Series {
    trajectory,
    height,
    gradient,
    distance,
    rate_x,
    rate_y,
    accumulator_x,
    accumulator_y,
    step_length,
};

/// What heights and distances are counted from, and the objective's domain: runs far from it are out of sight.
struct Reference {
    Base base;
    std::vector<Minimum> minima;  ///< all known ones
    Box domain;
};
Reference reference_of(const Objective& objective);

/// The lines that a curve of this kind has: one, or one for x and one for y.
std::span<const Series> series_of(CurveKind kind);

/// Whether there is anything to show: without a known minimum there are no distances to it, and some optimizers accumulate
/// nothing.
bool has(const Run& run, Series series, const Reference& from);
/// Effective rates, accumulators and step lengths belong to the update that led to a row: none led to row 0.
int first_row(Series series);
/// The value at a row, first_row(series) ≤ row ≤ run.last(), of a series that the run has. Finite; where it would not be, the
/// largest double takes its place. A gradient is the one that the rule was given: with noise, or of a mini-batch, where there is
/// any. A step length is the distance from the row before.
double value_at(const Run& run, Series series, int row, const Reference& from);

/// Between what bounds a series moves while the run is in sight: within ten times the domain or, where it starts outside of that,
/// twice as far out as its start.
struct Extent {
    /// lo > hi: there are no values. Neither is farther from 0 than 1e300.
    double lo = INFINITY, hi = -INFINITY;
    double least_above_0 = INFINITY;  ///< at least 1e-300
    double first = 0;                 ///< the value of the first row in sight
    bool strayed = false;             ///< went out of sight

    bool empty() const { return lo > hi; }
    void take(double value);
    void take(const Extent& other);
};
/// Only these rows count, as far as the run has them.
struct RowRange {
    int first = 0, last = std::numeric_limits<int>::max();
    bool operator==(const RowRange&) const = default;
};
Extent extent_of(const Run& run, Series series, const Reference& from, const RowRange& rows = {});

/// The values of a kind at a row for reading: "0.0431", or "x 0.1" and "y 0.3". "–" where no update led there; "none" where there
/// is no such series.
std::vector<std::string> value_words(const Run& run, CurveKind kind, int row, const Reference& from);

/// "f − f*", "‖∇f‖", "accumulator s": as the axis is called where these optimizers are shown.
std::string quantity_name(const Session& session, CurveKind kind, std::span<const int> optimizers);
/// In words, for a menu.
std::string_view quantity_words(CurveKind kind);

}  // namespace ravine
