#include "app/figure/level_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>

#include "app/figure/ticks.h"

namespace ravine {
namespace {

constexpr int linear_bands = 16;
constexpr int quantile_bands = 16;
constexpr int most_decades = 5;
/// Decades on each side of zero where there is no minimum to count from.
constexpr double symmetric_decades = 2;
/// Heights that differ by less than this from f* are rounding.
constexpr double smallest = 1e-300;
/// Steps and thresholds stay where powers of ten are exact enough; heights where their differences are finite.
constexpr double smallest_step = 1e-290, largest_height = 1e300;
constexpr int most_knots = 128;

using Series = std::span<const double>;
constexpr std::array<double, 3> one_two_five{1, 2, 5};
constexpr std::array<double, 6> six{1, 1.5, 2, 3, 5, 7};
/// Where it matters how many steps there are.
constexpr std::array<double, 12> finer_steps{1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 15, 20};

/// Those of series × 10^k from the last at or below `lo` to the first at or above `hi`.
std::vector<double> series_between(Series series, double lo, double hi) {
    std::vector<double> out;
    for (int k = static_cast<int>(std::floor(std::log10(lo) + 1e-12)); std::pow(10.0, k) <= hi * 10; ++k)
        for (const double m : series) out.push_back(m * std::pow(10.0, k));
    const auto begin = std::upper_bound(out.begin(), out.end(), lo * (1 + 1e-12));
    const auto end = std::lower_bound(out.begin(), out.end(), hi * (1 - 1e-12));
    return {begin == out.begin() ? begin : begin - 1, end == out.end() ? end : end + 1};
}

/// Even steps from one step above zero. Few: where heights are alike everywhere, isolines are many already.
std::vector<double> steps_up_to(double hi) {
    const double step = nice_step(std::max(hi / 10, smallest_step));
    std::vector<double> out;
    for (int i = 1; i <= most_knots && (out.empty() || out.back() < hi * (1 - 1e-12)); ++i) out.push_back(i * step);
    return out;
}

std::vector<double> sorted_finite(std::span<const double> heights) {
    // A few thousand samples tell where the heights lie as well as all of them; the two ends are taken from all.
    const std::size_t stride = std::max<std::size_t>(1, heights.size() / 16384);
    std::vector<double> out;
    double lo = INFINITY, hi = -INFINITY;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        if (!std::isfinite(heights[i])) continue;
        const double f = std::clamp(heights[i], -largest_height, largest_height);
        lo = std::min(lo, f);
        hi = std::max(hi, f);
        if (i % stride == 0) out.push_back(f);
    }
    if (lo <= hi) out.insert(out.end(), {lo, hi});
    std::sort(out.begin(), out.end());
    return out;
}

double quantile(std::span<const double> sorted, double q) {
    return sorted[static_cast<std::size_t>(q * static_cast<double>(sorted.size() - 1))];
}

}  // namespace

LevelMap::LevelMap(const LevelSpacing& levels, std::optional<double> global_minimum, std::span<const double> heights) {
    Levels kind = levels.kind;
    std::vector<double> sorted = sorted_finite(heights);
    if (sorted.empty()) sorted = {0, 1};
    if (sorted.front() == sorted.back()) {
        const double pad = std::max(1e-6, std::abs(sorted.front()) * 1e-6);
        sorted = {sorted.front() - pad, sorted.back() + pad};
        kind = Levels::linear;
    }
    switch (kind) {
        case Levels::linear:
            if (levels.count > 0)
                fill_bands(sorted.front(), sorted.back(), levels.count);
            else
                fill_even(0, sorted.front(), sorted.back());
            break;
        case Levels::quantile:
            fill_quantile(sorted, levels.count > 0 ? levels.count : quantile_bands);
            break;
        case Levels::log:
            if (global_minimum)
                fill_log(*global_minimum, sorted);
            else
                fill_symmetric(sorted);
            break;
    }
    finish();
}

double LevelMap::spaced(double f) const {
    switch (spacing_) {
        case Spacing::even:
            return f;
        case Spacing::logarithmic:
            return std::log(std::max(f - origin_, smallest));
        case Spacing::symmetric: {
            const double a = std::abs(f) / threshold_;
            return a <= 1 ? f / threshold_ : std::copysign(1 + std::log(a), f);
        }
    }
    return f;
}

double LevelMap::level(double f) const {
    std::size_t interval = 1;
    return level(f, interval);
}

double LevelMap::level(double f, std::size_t& interval) const {
    if (std::isnan(f)) return f;
    const double p = spaced(f);
    // The interval that p lies in, or the one at that end: most often that of the last call.
    const std::size_t last = places_.size() - 1;
    std::size_t i = std::clamp<std::size_t>(interval, 1, last);
    const bool same = (i == 1 || places_[i - 1] <= p) && (i == last || p < places_[i]);
    if (!same) i = static_cast<std::size_t>(std::upper_bound(places_.begin() + 1, places_.end() - 1, p) - places_.begin());
    interval = i;
    const double within = (p - places_[i - 1]) / (places_[i] - places_[i - 1]);
    return std::clamp(first_ + static_cast<double>(i) - 1 + within, lowest() - 0.5, highest() + 0.5);
}

double LevelMap::height(int level) const { return knots_.at(static_cast<std::size_t>(level - first_)); }

void LevelMap::fill_log(double f_star, std::span<const double> sorted) {
    const double hi = std::max(sorted.back() - f_star, smallest * 1e6);
    const double lo = std::max(sorted.front() - f_star, hi * std::pow(10.0, -most_decades));
    const double middle = std::max(quantile(sorted, 0.05) - f_star, lo);
    if (hi / lo < 10) return fill_even(f_star, sorted.front(), sorted.back());
    spacing_ = Spacing::logarithmic;
    origin_ = f_star;
    // Where most of the view lies within a decade or so the series is too coarse: steps take its place there.
    const double decades = std::log10(hi / middle);
    knots_ = decades > 2.2   ? series_between(one_two_five, middle, hi)
             : decades > 1.3 ? series_between(six, middle, hi)
                             : steps_up_to(hi);
    if (lo < knots_.front()) {
        std::vector<double> lower = series_between(one_two_five, lo, knots_.front());
        while (!lower.empty() && lower.back() >= knots_.front() * (1 - 1e-9)) lower.pop_back();
        knots_.insert(knots_.begin(), lower.begin(), lower.end());
    }
    for (double& k : knots_) k += f_star;
}

void LevelMap::fill_symmetric(std::span<const double> sorted) {
    const double lo = sorted.front(), hi = sorted.back();
    const double top = std::max({std::abs(lo), std::abs(hi), smallest_step});
    // A view that lies to one side of zero and spans little is even steps, as is one that is far from it.
    if (lo * hi > 0 && std::max(lo / hi, hi / lo) < 3) return fill_even(0, lo, hi);
    spacing_ = Spacing::symmetric;
    threshold_ = series_between(one_two_five, top * std::pow(10.0, -symmetric_decades), top).front();
    std::vector<double> side = series_between(one_two_five, threshold_, top);
    std::transform(side.rbegin(), side.rend(), std::back_inserter(knots_), std::negate<>());
    knots_.insert(knots_.end(), side.begin(), side.end());
    // Only what is in view, and one knot beyond it on each side.
    const auto begin = std::upper_bound(knots_.begin(), knots_.end(), lo);
    const auto end = std::lower_bound(knots_.begin(), knots_.end(), hi);
    knots_ = {begin == knots_.begin() ? begin : begin - 1, end == knots_.end() ? end : end + 1};
}

void LevelMap::fill_even(double base, double lo, double hi) {
    fill_steps(base, lo, hi, nice_step(std::max((hi - lo) / linear_bands / 1.3, smallest_step)));
}

void LevelMap::fill_bands(double lo, double hi, int wanted) {
    const double about = std::max((hi - lo) / wanted, smallest_step);
    const double decade = std::pow(10.0, std::floor(std::log10(about)));
    const auto miss = [&](double m) {
        const double step = m * decade;
        return std::abs(std::log((std::ceil(hi / step - 1e-9) - std::floor(lo / step + 1e-9)) / wanted));
    };
    fill_steps(0, lo, hi, *std::ranges::min_element(finer_steps, {}, miss) * decade);
}

void LevelMap::fill_steps(double base, double lo, double hi, double step) {
    spacing_ = Spacing::even;
    const double from = std::floor((lo - base) / step + 1e-9), to = std::ceil((hi - base) / step - 1e-9);
    // Counted by whole numbers: far from the base one step more may be the same double.
    const int count = static_cast<int>(std::clamp(to - from, 1.0, static_cast<double>(most_knots)));
    for (int i = 0; i <= count; ++i) knots_.push_back(base + (from + i) * step);
    first_ = static_cast<int>(std::clamp(from, -1e6, 1e6));
}

void LevelMap::fill_quantile(std::span<const double> sorted, int bands) {
    for (int i = 0; i <= bands; ++i) knots_.push_back(quantile(sorted, static_cast<double>(i) / bands));
}

void LevelMap::finish() {
    // Rounding, or plateaus among the quantiles, may bring two knots to one place: one of them goes.
    std::vector<double> kept;
    places_.clear();
    for (const double k : knots_) {
        const double p = spaced(k);
        if (!places_.empty() && !(p > places_.back())) continue;
        places_.push_back(p);
        kept.push_back(k);
    }
    if (kept.size() < 2) {
        kept.push_back(kept.front());
        places_.push_back(places_.front() + std::max(1.0, std::abs(places_.front()) * 1e-9));
    }
    knots_ = std::move(kept);
}

}  // namespace ravine
