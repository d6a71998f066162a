#include "engine/isoline_bands.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <utility>

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

namespace ravine::isoline {
namespace {

constexpr int band_rows = 32;

/// A point where a level crosses a grid edge.
struct Crossing {
    Point at;
    std::uint32_t next;
    Rank level;
    bool is_entered;  ///< some crossing leads here
    bool is_walked;
};

/// One row of samples: their ranks, and of each edge to the next sample, its first crossing less the level of that: crossing
/// `bases[i] + level` (modulo 2^32) is where `level` crosses edge i.
struct Row {
    std::vector<Rank> ranks;
    std::vector<std::uint32_t> bases;
};

/// Working memory of a thread, kept from band to band.
struct Scratch {
    std::vector<Crossing> crossings;
    Row lower, upper;
};

/// Between samples a and b, `above` counting as above the level: exactly at a where a equals the level, so that the crossings
/// of all edges about such a sample are one point.
double crossing_share(double above, double below, double level) {
    const double whole = above - below;
    if (whole < HUGE_VAL) return (above - level) / whole;
    return (0.5 * above - 0.5 * level) / (0.5 * above - 0.5 * below);
}

/// Sides of a square: bottom, right, top, left.
enum Side : std::uint8_t { B, R, T, L };

/// How a line passes a square, by which corners are above: 1 lower left, 2 lower right, 4 upper right, 8 upper left. Higher
/// ground to the left. The ambiguous 5 and 10 are passed in two parts, each of which is the passage of another entry.
struct Passage {
    Side in, out;
};
constexpr std::array<Passage, 16> passages{{{B, B},
                                            {B, L},
                                            {R, B},
                                            {R, L},
                                            {T, R},
                                            {B, B},
                                            {T, B},
                                            {T, L},
                                            {L, T},
                                            {B, T},
                                            {B, B},
                                            {R, T},
                                            {L, R},
                                            {B, R},
                                            {L, B},
                                            {B, B}}};
constexpr bool is_ambiguous(unsigned corners) { return corners == 5 || corners == 10; }

/// Makes the crossings of one band and walks them into fragments.
class BandWalker {
public:
    BandWalker(const HeightGrid& grid, const Ladder& ladder, Scratch& scratch)
        : grid_(grid),
          ladder_(ladder),
          columns_(static_cast<std::size_t>(grid.columns)),
          crossings_(scratch.crossings),
          lower_(scratch.lower),
          upper_(scratch.upper) {
        crossings_.clear();
        for (Row* row : {&lower_, &upper_}) row->ranks.resize(columns_), row->bases.resize(columns_);
    }

    /// Rows j0 to j1 of samples. False where `spent`, which counts the crossings of all bands, is more than allowed.
    bool cross(int j0, int j1, Band& band, std::atomic<std::size_t>& spent) {
        cross_row(j0);
        band.from_low.assign(crossings_.size(), none);
        std::size_t before = 0;
        for (int j = j0; j < j1; ++j) {
            std::swap(lower_, upper_);
            band.high = static_cast<std::uint32_t>(crossings_.size());
            cross_row(j + 1);
            band.from_high.assign(crossings_.size() - band.high, none);
            pass_squares(j);
            const std::size_t more = crossings_.size() - std::exchange(before, crossings_.size());
            if (spent.fetch_add(more, std::memory_order_relaxed) + more > max_isoline_points) return false;
        }
        return true;
    }

    /// First the open fragments; what they leave is closed.
    void walk(Band& band) {
        const auto count = static_cast<std::uint32_t>(crossings_.size());
        band.points.reserve(count);
        for (std::uint32_t k = 0; k < count; ++k)
            if (!crossings_[k].is_entered && crossings_[k].next != none) walk_from(k, band);
        for (std::uint32_t k = 0; k < count; ++k)
            if (crossings_[k].is_entered && !crossings_[k].is_walked) walk_from(k, band);
    }

private:
    /// Whether the four squares (or edges) from place i on all have the rank of sample i of `a` at their corners.
    bool is_level_ahead(const Rank* a, const Rank* b, std::size_t i) const {
        if (i + 5 > columns_) return false;
        std::uint64_t part[4];
        std::memcpy(&part[0], a + i, 8), std::memcpy(&part[1], a + i + 1, 8);
        std::memcpy(&part[2], b + i, 8), std::memcpy(&part[3], b + i + 1, 8);
        return part[0] == part[1] && part[0] == part[2] && part[0] == part[3];
    }

    /// Ranks and crossings of sample row j, into the upper row.
    void cross_row(int j) {
        Rank* const ranks = upper_.ranks.data();
        const double* const f = row(j);
        ladder_.rank(f, columns_, ranks);
        Point from = grid_.point(0, j), to = from;
        for (std::size_t i = 0; i + 1 < columns_; ++i) {
            if (ranks[i] == ranks[i + 1]) {
                if (is_level_ahead(ranks, ranks, i)) i += 3;
                continue;
            }
            from.x = x(i), to.x = x(i + 1);
            upper_.bases[i] = cross_edge({from, f[i], ranks[i]}, {to, f[i + 1], ranks[i + 1]});
        }
    }

    struct Corner {
        Point at;
        double f = 0;
        Rank rank = 0;
    };

    /// Makes the crossings of the edge from a to b and returns its base.
    std::uint32_t cross_edge(const Corner& a, const Corner& b) {
        if (a.rank == undefined || b.rank == undefined) return 0;
        const auto& [above, below] =
            a.rank > b.rank ? std::pair<const Corner&, const Corner&>(a, b) : std::pair<const Corner&, const Corner&>(b, a);
        const Point way{below.at.x - above.at.x, below.at.y - above.at.y};
        const std::uint32_t base = static_cast<std::uint32_t>(crossings_.size()) - below.rank;
        for (Rank k = below.rank; k < above.rank; ++k) {
            const double share = crossing_share(above.f, below.f, ladder_.level(k));
            crossings_.push_back({{above.at.x + share * way.x, above.at.y + share * way.y}, none, k, false, false});
        }
        return base;
    }

    /// The squares between sample rows j (lower) and j + 1 (upper).
    void pass_squares(int j) {
        const Rank *const low = lower_.ranks.data(), *const high = upper_.ranks.data();
        const double *const f_low = row(j), *const f_high = row(j + 1);
        Point bottom = grid_.point(0, j), top = grid_.point(0, j + 1);
        std::uint32_t left = cross_edge({bottom, f_low[0], low[0]}, {top, f_high[0], high[0]});
        for (std::size_t i = 0; i + 1 < columns_; ++i) {
            if (is_level_ahead(low, high, i)) {
                i += 3;
                continue;
            }
            const auto [least, most] = std::minmax({low[i], low[i + 1], high[i + 1], high[i]});
            if (least == most) continue;
            bottom.x = top.x = x(i + 1);
            const std::uint32_t right = cross_edge({bottom, f_low[i + 1], low[i + 1]}, {top, f_high[i + 1], high[i + 1]});
            if (most != undefined) {
                const Square square{{low[i], low[i + 1], high[i + 1], high[i]},
                                    {f_low[i], f_low[i + 1], f_high[i + 1], f_high[i]},
                                    {lower_.bases[i], right, upper_.bases[i], left}};
                for (Rank k = least; k < most; ++k) pass(square, k);
            }
            left = right;
        }
    }

    struct Square {
        std::array<Rank, 4> ranks;  ///< from the lower left corner on, anticlockwise
        std::array<double, 4> f;
        std::array<std::uint32_t, 4> bases;  ///< of the sides, by Side
    };

    /// The lines of one level through one square.
    void pass(const Square& square, Rank level) {
        unsigned corners = 0;
        for (unsigned c = 0; c < 4; ++c) corners |= (square.ranks[c] > level ? 1U : 0U) << c;
        if (is_ambiguous(corners)) {
            double mean = 0;
            for (const double f : square.f) mean += 0.25 * f;
            // Middle below: each corner above is cut off by itself. Middle above: each corner below is.
            const bool is_above = mean >= ladder_.level(level);
            link(square, level, passages[is_above ? corners | 3U : corners & 3U]);
            link(square, level, passages[is_above ? corners | 12U : corners & 12U]);
            return;
        }
        link(square, level, passages[corners]);
    }

    void link(const Square& square, Rank level, Passage passage) {
        const std::uint32_t from = square.bases[passage.in] + level, to = square.bases[passage.out] + level;
        crossings_[from].next = to;
        crossings_[to].is_entered = true;
    }

    void walk_from(std::uint32_t first, Band& band) {
        Fragment fragment{band.points.size(), 0, first, crossings_[first].level, false};
        std::uint32_t k = first;
        do {
            Crossing& crossing = crossings_[k];
            crossing.is_walked = true;
            if (band.points.size() == fragment.begin || !(band.points.back() == crossing.at)) band.points.push_back(crossing.at);
            fragment.last = k;
            k = crossing.next;
        } while (k != none && k != first);
        fragment.is_closed = k == first;
        fragment.count = band.points.size() - fragment.begin;
        const auto number = static_cast<std::uint32_t>(band.fragments.size());
        if (!fragment.is_closed && first < band.from_low.size()) band.from_low[first] = number;
        if (!fragment.is_closed && first >= band.high && first - band.high < band.from_high.size())
            band.from_high[first - band.high] = number;
        band.fragments.push_back(fragment);
    }

    const double* row(int j) const { return grid_.f.data() + static_cast<std::size_t>(j) * columns_; }
    double x(std::size_t i) const { return grid_.point(static_cast<int>(i), 0).x; }

    const HeightGrid& grid_;
    const Ladder& ladder_;
    std::size_t columns_;
    std::vector<Crossing>& crossings_;
    Row &lower_, &upper_;
};

}  // namespace

std::vector<Band> walk_bands(const HeightGrid& grid, const Ladder& ladder) {
    const int squares = grid.rows - 1;
    std::vector<Band> bands(static_cast<std::size_t>((squares + band_rows - 1) / band_rows));
    tbb::enumerable_thread_specific<Scratch> scratch;
    std::atomic<std::size_t> spent = 0;
    std::atomic<bool> is_too_much = false;
    tbb::parallel_for(std::size_t{0}, bands.size(), [&](std::size_t b) {
        if (is_too_much) return;
        const int j0 = static_cast<int>(b) * band_rows;
        BandWalker walker(grid, ladder, scratch.local());
        if (walker.cross(j0, std::min(j0 + band_rows, squares), bands[b], spent))
            walker.walk(bands[b]);
        else
            is_too_much = true;
    });
    if (is_too_much)
        throw std::length_error("the isolines of this grid have more than 20,000,000 points; ask for fewer levels or samples");
    return bands;
}

}  // namespace ravine::isoline
