// The levels that isolines are made for, in their order, and where samples stand among them.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <span>
#include <vector>

#include "engine/isolines.h"

namespace ravine::isoline {

/// How many of the levels lie at or below a sample. An edge is crossed by the levels between the ranks of its ends.
using Rank = std::uint16_t;
inline constexpr Rank undefined = std::numeric_limits<Rank>::max();
static_assert(max_isoline_levels < undefined);

/// The finite levels in ascending order between two that no sample reaches.
class Ladder {
public:
    explicit Ladder(std::span<const double> levels) : places_(levels.size()) {
        std::iota(places_.begin(), places_.end(), 0U);
        std::erase_if(places_, [&](std::uint32_t k) { return !std::isfinite(levels[k]); });
        std::ranges::stable_sort(places_, {}, [&](std::uint32_t k) { return levels[k]; });
        rungs_.push_back(-HUGE_VAL);
        for (const std::uint32_t k : places_) rungs_.push_back(levels[k]);
        rungs_.push_back(HUGE_VAL);
    }

    std::size_t size() const { return places_.size(); }
    double level(std::size_t k) const { return rungs_[k + 1]; }
    /// Where level k stands among those that were asked for.
    std::uint32_t place(std::size_t k) const { return places_[k]; }

    /// Neighbours rarely have a level between them, so the search starts where the one before ended.
    void rank(const double* f, std::size_t n, Rank* ranks) const {
        const double* const rungs = rungs_.data();
        std::size_t r = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const double v = f[i];
            if (!(v - v == 0)) {
                ranks[i] = undefined;
                continue;
            }
            while (v >= rungs[r + 1]) ++r;
            while (v < rungs[r]) --r;
            ranks[i] = static_cast<Rank>(r);
        }
    }

private:
    std::vector<std::uint32_t> places_;
    std::vector<double> rungs_;
};

}  // namespace ravine::isoline
