#include "app/figure/memory.h"

#include <algorithm>

#include "app/figure/colormap.h"
#include "app/figure/theme.h"

namespace ravine {
namespace {

PixelPath make_path(const Run& run, FigureMemory::Series series, double base, const PathFrame& frame) {
    using Series = FigureMemory::Series;
    if (series == Series::trajectory) return pixel_path({run.x, run.y}, frame);
    // The rates of row 0 are not numbers: no update led there.
    const std::size_t first = series == Series::height ? 0 : 1;
    if (run.size() <= first) return {};
    std::vector<double> steps(run.size() - first);
    for (std::size_t i = 0; i < steps.size(); ++i) steps[i] = static_cast<double>(i + first);
    const std::vector<double>& column = series == Series::height ? run.f : series == Series::rate_x ? run.rate_x : run.rate_y;
    std::vector<double> values(column.begin() + static_cast<std::ptrdiff_t>(first), column.end());
    if (series == Series::height)
        for (double& v : values) v -= base;
    return pixel_path({steps, values, static_cast<int>(first)}, frame);
}

}  // namespace

void FigureMemory::end_frame() {
    const auto stale = [this](const auto& entry) { return entry.used != frame_; };
    grids_.remove_if(stale);
    styles_.remove_if(stale);
    paths_.remove_if(stale);
    surfaces.end_frame();
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

std::shared_ptr<const PixelPath> FigureMemory::path(const RunPtr& run, Series series, double base, const PathFrame& frame) {
    for (auto& e : paths_)
        if (e.run == run && e.series == series && e.base == base && e.frame == frame) {
            e.used = frame_;
            return e.value;
        }
    auto made = std::make_shared<const PixelPath>(make_path(*run, series, base, frame));
    paths_.push_back({run, series, base, frame, made, frame_});
    return made;
}

}  // namespace ravine
