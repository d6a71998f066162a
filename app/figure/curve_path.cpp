#include "app/figure/curve_path.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ravine {
namespace {

struct Rows {
    int first = 0, last = -1;
};

Rows rows_in(const Axis& steps, int first, int last) {
    const double margin = 1 + 0.5 * (steps.hi - steps.lo);
    return {std::max(first, static_cast<int>(std::floor(steps.lo - margin))),
            std::min(last, static_cast<int>(std::ceil(std::min(steps.hi + margin, 2.0 * max_steps))))};
}

/// How many rows share half a device pixel; the tolerance is a fifth of one.
int rows_together(const PathFrame& frame) {
    const double steps = (frame.axes.x.hi - frame.axes.x.lo) / static_cast<double>(frame.axes.rect.width());
    return std::max(1, static_cast<int>(2.5 * static_cast<double>(frame.tolerance) * steps));
}

struct Columns {
    std::vector<double> steps, values;

    void add(int row, double value) {
        if (!steps.empty() && steps.back() >= row) return;
        steps.push_back(row);
        values.push_back(value);
    }
};

/// The rows first..last, which share a pixel, as far as they show.
void add_together(Columns& columns, Rows rows, const std::vector<double>& values) {
    const auto at = [&](std::ptrdiff_t k) { columns.add(rows.first + static_cast<int>(k), values[static_cast<std::size_t>(k)]); };
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const std::ptrdiff_t lowest = low - values.begin(), highest = high - values.begin();
    at(0);
    at(std::min(lowest, highest));
    at(std::max(lowest, highest));
    at(rows.last - rows.first);
}

}  // namespace

PixelPath curve_path(const Run& run, Series series, const Reference& from, const PathFrame& frame) {
    if (!has(run, series, from)) return {};
    const Rows rows = rows_in(frame.axes.x, first_row(series), run.last());
    if (rows.first > rows.last) return {};
    const int together = rows_together(frame);
    Columns columns;
    std::vector<double> values;
    // Groups begin at multiples of their length, so that a curve does not change while it is panned.
    for (int first = rows.first; first <= rows.last;) {
        const int last = std::min(rows.last, first - first % together + together - 1);
        values.clear();
        for (int row = first; row <= last; ++row) values.push_back(value_at(run, series, row, from));
        add_together(columns, {first, last}, values);
        first = last + 1;
    }
    return pixel_path({columns.steps, columns.values, rows.first, columns.steps}, frame);
}

}  // namespace ravine
