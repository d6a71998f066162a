#include "app/figure/memory.h"

#include <algorithm>

#include "app/figure/colormap.h"
#include "app/figure/curve_path.h"
#include "app/figure/theme.h"

namespace ravine {
namespace {

/// Where there are more bands, lines between them would hide their colours.
constexpr int most_lined_bands = 24;

}  // namespace

void FigureMemory::begin_frame() {
    ++frame_;
    surfaces.begin_frame();
    if (fine_ == nullptr) return;
    for (GridEntry& e : grids_)
        if (e.cell > 1)
            if (auto fine = fine_->finished(e.key)) e.value = *std::move(fine), e.cell = 1;
}

void FigureMemory::refine() {
    std::vector<GridKey> coarse;
    for (const GridEntry& e : grids_)
        if (e.cell > 1) coarse.push_back(e.key);
    fine_->want(std::move(coarse));
}

void FigureMemory::end_frame() {
    const auto stale = [this](const auto& entry) { return entry.used != frame_; };
    grids_.remove_if(stale);
    if (fine_ != nullptr) refine();
    styles_.remove_if(stale);
    paths_.remove_if(stale);
    extents_.remove_if(stale);
    references_.remove_if(stale);
    overlays.end_frame();
    surfaces.end_frame();
}

const Levelled& FigureMemory::levels(const Objective& objective, Box box, int columns, int rows, const LevelSpacing& levels) {
    const GridKey key{objective, box, columns, rows, levels};
    for (auto& e : grids_)
        if (e.key == key) {
            e.used = frame_;
            return e.value;
        }
    const int cell = fine_ == nullptr ? 1 : fine_->cell(key);
    grids_.push_back({key,
                      cell > 1 ? coarse_level_grid(objective, box, columns, rows, levels, cell)
                               : level_grid(objective, box, columns, rows, levels),
                      frame_, cell});
    return grids_.back().value;
}

std::shared_ptr<const FieldStyle> FigureMemory::style(const StyleKey& key) {
    for (auto& e : styles_)
        if (e.key == key) {
            e.used = frame_;
            return e.value;
        }
    const Theme& colors = theme(key.theme);
    const Color line = colors.isoline.with_alpha(key.level_count > most_lined_bands ? 0 : colors.isoline.a);
    auto made = std::make_shared<FieldStyle>(
        FieldStyle{colormap(key.colormap, key.theme), line, key.line_width, colors.undefined, key.relief});
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

const Extent& FigureMemory::extent(const RunPtr& run, Series series, const Reference& from, const RowRange& rows) {
    for (auto& e : extents_)
        if (e.run == run && e.series == series && e.rows == rows) {
            e.used = frame_;
            return e.value;
        }
    extents_.push_back({run, series, rows, extent_of(*run, series, from, rows), frame_});
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
