// From heights to level numbers: isolines run where the number is whole, and they stand at fixed round heights, so that panning
// does not make them breathe.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "app/session/session.h"

namespace ravine {

/// How levels are spaced, and how many bands there are, of linear ones about so many; 0: as many as suit.
struct LevelSpacing {
    // A kind alone is a spacing.
    LevelSpacing(Levels levels, int bands = 0) : kind(levels), count(bands) {}  // NOLINT(google-explicit-constructor)
    explicit LevelSpacing(const View& view) : LevelSpacing(view.levels, view.level_count) {}
    Levels kind;
    int count;
    bool operator==(const LevelSpacing&) const = default;
};

/// A monotone, continuous map f → level. It knows one height (a knot) for each whole level in view and interpolates between
/// them; half a level beyond the first and the last it stays constant.
///
/// - log, with a global minimum f*: f − f* in 1, 2, 5 × 10^k, up to five decades below the highest; where most of the view spans
///   about two decades the series is finer, and where it spans about one, even steps of 1, 2 or 5 × 10^k take its place.
/// - log, without: the same on both sides of zero, with one band about zero.
/// - linear: even steps of 1, 2 or 5 × 10^k; of other round numbers too where so many bands are wanted.
/// - quantile: bands of equal area.
class LevelMap {
public:
    /// `heights` is what is in view, NaN where f is undefined. Any heights will do, also none or all equal.
    LevelMap(const LevelSpacing& levels, std::optional<double> global_minimum, std::span<const double> heights);

    double level(double f) const;  ///< NaN for NaN
    /// The same, for a caller who asks for neighbours: they tend to lie in the same interval, which is kept in `interval`, 1 at
    /// first.
    double level(double f, std::size_t& interval) const;
    double height(int level) const;  ///< of an isoline, lowest() ≤ level ≤ highest()
    int lowest() const { return first_; }
    int highest() const { return first_ + static_cast<int>(knots_.size()) - 1; }

private:
    enum class Spacing { even, logarithmic, symmetric };

    double spaced(double f) const;
    void fill_log(double f_star, std::span<const double> sorted);
    void fill_symmetric(std::span<const double> sorted);
    void fill_even(double base, double lo, double hi);
    void fill_bands(double lo, double hi, int wanted);
    void fill_steps(double base, double lo, double hi, double step);
    void fill_quantile(std::span<const double> sorted, int bands);
    void finish();

    Spacing spacing_ = Spacing::even;
    double origin_ = 0;           ///< logarithmic: f*
    double threshold_ = 1;        ///< symmetric: half of the height of the band about zero
    int first_ = 0;               ///< the level of the first knot
    std::vector<double> knots_;   ///< heights of the whole levels, rising
    std::vector<double> places_;  ///< spaced(knot)
};

}  // namespace ravine
