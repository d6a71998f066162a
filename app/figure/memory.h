// What a composer remembers between frames, because it is costly: level grids, colours, simplified paths, extents. Equal inputs
// give the same pointer, so painters can keep their textures and buffers.
#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <utility>

#include "app/figure/fine_grids.h"
#include "app/figure/level_grid.h"
#include "app/figure/overlay_memory.h"
#include "app/figure/pixel_path.h"
#include "app/figure/quantity.h"
#include "app/figure/surface_memory.h"
#include "app/session/simulation.h"

namespace ravine {

class FigureMemory {
public:
    /// Everything that is not asked for between here and end_frame() is forgotten then.
    void begin_frame();
    void end_frame();

    SurfaceMemory surfaces;

    /// From now on grids that take longer than a frame are coarse at first; `wake` is called, from another thread, when the next
    /// frame would have a finer one.
    void refine_beside(std::function<void()> wake) { fine_ = std::make_unique<FineGrids>(std::move(wake)); }
    bool is_refining() const { return fine_ != nullptr && fine_->busy(); }

    const Levelled& levels(const Objective& objective, Box box, int columns, int rows, const LevelSpacing& levels);

    struct StyleKey {
        StyleKey(const View& view, float width)
            : colormap(view.colormap), theme(view.theme), level_count(view.level_count), line_width(width) {}
        std::string colormap;
        ThemeName theme;
        int level_count;
        float line_width;
        float relief = 0;
        bool operator==(const StyleKey&) const = default;
    };
    std::shared_ptr<const FieldStyle> style(const StyleKey& key);

    using Series = ravine::Series;
    /// The path of `run` in `frame`, empty where it has no such series. `from` is that of the run's objective; a trajectory needs
    /// none.
    std::shared_ptr<const PixelPath> path(const RunPtr& run, Series series, const Reference* from, const PathFrame& frame);
    const Extent& extent(const RunPtr& run, Series series, const Reference& from, const RowRange& rows = {});

    const Reference& reference(const Objective& objective);

    OverlayMemory overlays;

private:
    struct GridEntry {
        GridKey key;
        Levelled value;
        std::uint64_t used = 0;
        int cell = 1;  ///< 1: fine
    };
    struct StyleEntry {
        StyleKey key;
        std::shared_ptr<const FieldStyle> value;
        std::uint64_t used = 0;
    };
    struct PathEntry {
        RunPtr run;
        Series series;
        PathFrame frame;
        std::shared_ptr<const PixelPath> value;
        std::uint64_t used = 0;
    };
    struct ExtentEntry {
        RunPtr run;
        Series series;
        RowRange rows;
        Extent value;
        std::uint64_t used = 0;
    };
    struct ReferenceEntry {
        Objective objective;
        Reference value;
        std::uint64_t used = 0;
    };

    void refine();

    std::unique_ptr<FineGrids> fine_;  ///< null: all grids are fine at once
    std::uint64_t frame_ = 0;
    std::list<GridEntry> grids_;
    std::list<StyleEntry> styles_;
    std::list<PathEntry> paths_;
    std::list<ExtentEntry> extents_;
    std::list<ReferenceEntry> references_;
};

}  // namespace ravine
