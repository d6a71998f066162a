// A map as a figure: the grid of runs, its axes, and what the colours mean.
#pragma once

#include <memory>
#include <optional>

#include "app/figure/compose.h"
#include "app/session/map_choice.h"

namespace ravine {

struct MapView {
    const Session& session;
    const PlannedMap& plan;
    std::shared_ptr<const Map> map;
    MapMeasure measure = MapMeasure::f;
};

/// Composes maps. A pure function of its arguments with a memory: as long as map, measure, colours and size stay, it gives the
/// same fields.
class MapComposer {
public:
    MapComposer();
    ~MapComposer();
    MapComposer(MapComposer&&) noexcept;
    MapComposer& operator=(MapComposer&&) noexcept;

    /// A document says everything and fills its size. In a window a map is a column, the key below it: `width` wide, at most
    /// `height` high, and figure.height says how high it is. Its one region is the pane. request.step does not count.
    Figure compose(const MapView& view, const FigureRequest& request, const TextMetrics& metrics);

private:
    struct Memory;
    std::unique_ptr<Memory> memory_;
};

/// Without a memory.
Figure compose_map(const MapView& view, const FigureRequest& request, const TextMetrics& metrics);

/// The cell of the map that is shown at a pixel of its pane; none outside of the pane.
std::optional<MapCell> cell_at(const Axes& pane, const PlannedMap& plan, Pixel at);
/// The middle of a cell.
Pixel pixel_of(const Axes& pane, const PlannedMap& plan, MapCell cell);

}  // namespace ravine
