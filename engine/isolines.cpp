// Three passes. Bands of rows, in parallel, are walked into fragments of lines. Fragments are joined where bands meet. Levels, in
// parallel: fragments are copied into lines.
#include "engine/isolines.h"

#include <stdexcept>
#include <string>

#include <tbb/parallel_for.h>

#include "engine/isoline_bands.h"
#include "engine/isoline_joiner.h"
#include "engine/isoline_ladder.h"

namespace ravine {
namespace {

using isoline::Band, isoline::Joiner, isoline::Ladder, isoline::Line, isoline::none;

/// Appends a line unless it has shrunk to a point or to a way there and back.
void append(const Joiner& joiner, Line line, IsolineSet& set) {
    const std::size_t begin = set.points.size();
    std::uint32_t k = line.first;
    do {
        const std::span<const Point> more = joiner.points(k);
        // The first point of a fragment is the last one of the fragment before.
        set.points.insert(set.points.end(), more.begin() + (k == line.first ? 0 : 1), more.end());
        k = joiner.next(k);
    } while (k != none && k != line.first);
    if (line.is_closed)
        while (set.points.size() > begin + 1 && set.points.back() == set.points[begin]) set.points.pop_back();
    if (set.points.size() - begin < (line.is_closed ? 3U : 2U)) {
        set.points.resize(begin);
        return;
    }
    set.starts.push_back(static_cast<std::uint32_t>(set.points.size()));
    set.closed.push_back(line.is_closed ? 1 : 0);
}

IsolineSet assemble(const Joiner& joiner, const std::vector<Line>& lines) {
    std::size_t points = 0;
    for (const Line& line : lines) {
        std::uint32_t k = line.first;
        do points += joiner.points(k).size(), k = joiner.next(k);
        while (k != none && k != line.first);
    }
    IsolineSet set;
    set.points.reserve(points);
    set.starts.reserve(lines.size() + 1), set.closed.reserve(lines.size());
    for (const Line& line : lines) append(joiner, line, set);
    return set;
}

void check(const HeightGrid& grid, std::size_t levels) {
    const bool has_size = grid.columns >= 0 && grid.rows >= 0;
    if (!has_size || grid.f.size() != static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows))
        throw std::invalid_argument("isolines need a grid of columns times rows samples, not one of " +
                                    std::to_string(grid.columns) + " by " + std::to_string(grid.rows) + " that holds " +
                                    std::to_string(grid.f.size()));
    if (levels > max_isoline_levels)
        throw std::invalid_argument("isolines are made for up to 4,096 levels at a time, not " + std::to_string(levels));
}

}  // namespace

std::vector<IsolineSet> isolines(const HeightGrid& grid, std::span<const double> levels) {
    check(grid, levels.size());
    std::vector<IsolineSet> sets(levels.size());
    if (grid.columns < 2 || grid.rows < 2) return sets;
    const Ladder ladder(levels);
    std::vector<Band> bands = walk_bands(grid, ladder);
    const Joiner joiner(bands);
    const std::vector<std::vector<Line>> lines = joiner.lines(ladder.size());
    tbb::parallel_for(std::size_t{0}, ladder.size(), [&](std::size_t k) { sets[ladder.place(k)] = assemble(joiner, lines[k]); });
    return sets;
}

}  // namespace ravine
