// A map as a figure: the grid of runs, its axes, and what the colours mean.
#pragma once

#include "app/figure/compose.h"
#include "app/session/map_request.h"

namespace ravine {

struct MapView {
    const Session& session;
    const PlannedMap& plan;
    const Map& map;
    MapMeasure measure = MapMeasure::f;
};

/// request.step and request.purpose do not count: a map is a document.
Figure compose_map(const MapView& view, const FigureRequest& request, const TextMetrics& metrics);

}  // namespace ravine
