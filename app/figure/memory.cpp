#include "app/figure/memory.h"

#include <algorithm>
#include <cmath>

#include "app/figure/colormap.h"
#include "app/figure/theme.h"

namespace ravine {
namespace {

/// The rows of a run, from `first` on, that a frame shows, and so many on either side that what is beyond its edges is not seen.
struct Rows {
    int first = 0, last = -1;
};

Rows rows_in(const PathFrame& frame, int first, int last) {
    const Axis& steps = frame.axes.x;
    const double margin = 1 + 0.5 * (steps.hi - steps.lo);
    return {std::max(first, static_cast<int>(std::floor(steps.lo - margin))),
            std::min(last, static_cast<int>(std::ceil(std::min(steps.hi + margin, 2.0 * max_steps))))};
}

PixelPath curve_path(const Run& run, Series series, const Reference& from, const PathFrame& frame) {
    if (!has(run, series, from)) return {};
    const Rows rows = rows_in(frame, first_row(series), run.last());
    std::vector<double> steps, values;
    for (int row = rows.first; row <= rows.last; ++row) {
        steps.push_back(row);
        values.push_back(value_at(run, series, row, from));
    }
    if (steps.empty()) return {};
    return pixel_path({steps, values, rows.first}, frame);
}

}  // namespace

void FigureMemory::end_frame() {
    const auto stale = [this](const auto& entry) { return entry.used != frame_; };
    grids_.remove_if(stale);
    styles_.remove_if(stale);
    paths_.remove_if(stale);
    extents_.remove_if(stale);
    references_.remove_if(stale);
}

const Levelled& FigureMemory::levels(const Objective& objective, Box box, int columns, int rows, Levels levels) {
    for (auto& e : grids_)
        if (e.box == box && e.columns == columns && e.rows == rows && e.levels == levels && e.objective == objective) {
            e.used = frame_;
            return e.value;
        }
    grids_.push_back({objective, box, columns, rows, levels, level_grid(objective, box, columns, rows, levels), frame_});
    return grids_.back().value;
}

std::shared_ptr<const FieldStyle> FigureMemory::style(const StyleKey& key) {
    for (auto& e : styles_)
        if (e.key == key) {
            e.used = frame_;
            return e.value;
        }
    const Theme& colors = theme(key.theme);
    auto made = std::make_shared<FieldStyle>(
        FieldStyle{colormap(key.colormap, key.theme), colors.isoline, key.line_width, colors.undefined});
    styles_.push_back({key, made, frame_});
    return made;
}

std::shared_ptr<const PixelPath> FigureMemory::path(const RunPtr& run, Series series, const Reference* from,
                                                    const PathFrame& frame) {
    for (auto& e : paths_)
        if (e.run == run && e.series == series && e.frame == frame) {
            e.used = frame_;
            return e.value;
        }
    auto made = std::make_shared<const PixelPath>(series == Series::trajectory ? pixel_path({run->x, run->y}, frame)
                                                                               : curve_path(*run, series, *from, frame));
    paths_.push_back({run, series, frame, made, frame_});
    return made;
}

const Extent& FigureMemory::extent(const RunPtr& run, Series series, const Reference& from) {
    for (auto& e : extents_)
        if (e.run == run && e.series == series) {
            e.used = frame_;
            return e.value;
        }
    extents_.push_back({run, series, extent_of(*run, series, from), frame_});
    return extents_.back().value;
}

const Reference& FigureMemory::reference(const Objective& objective) {
    for (auto& e : references_)
        if (e.objective == objective) {
            e.used = frame_;
            return e.value;
        }
    references_.push_back({objective, reference_of(objective), frame_});
    return references_.back().value;
}

}  // namespace ravine
