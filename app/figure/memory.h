// What a composer remembers between frames, because it is costly: level grids, colours, simplified paths, extents. Equal inputs
// give the same pointer, so painters can keep their textures and buffers.
#pragma once

#include <cstdint>
#include <list>

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
    void begin_frame() {
        ++frame_;
        surfaces.begin_frame();
    }
    void end_frame();

    SurfaceMemory surfaces;

    const Levelled& levels(const Objective& objective, Box box, int columns, int rows, Levels levels);

    struct StyleKey {
        std::string colormap;
        ThemeName theme = ThemeName::dark;
        float line_width = 1;
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
        Objective objective;
        Box box;
        int columns = 0, rows = 0;
        Levels levels = Levels::log;
        Levelled value;
        std::uint64_t used = 0;
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

    std::uint64_t frame_ = 0;
    std::list<GridEntry> grids_;
    std::list<StyleEntry> styles_;
    std::list<PathEntry> paths_;
    std::list<ExtentEntry> extents_;
    std::list<ReferenceEntry> references_;
};

}  // namespace ravine
