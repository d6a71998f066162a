// The map that a person looks at while editing a session: which one, what it depends on, and how its cells become settings.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/session/background.h"
#include "app/session/map_request.h"

namespace ravine {

/// Kept whatever session is open: what a session does not have is replaced by what comes nearest to it.
struct MapChoice {
    MapKind kind = MapKind::lr_rho;
    int optimizer = 0;      ///< its card
    std::string x, y;       ///< ids of hyperparameters; empty: the learning rate and what forgets
    std::string parameter;  ///< id of the objective's; empty: its first
    MapMeasure measure = MapMeasure::f;
    MapMeasure basins_measure = MapMeasure::minimum;
    bool operator==(const MapChoice&) const = default;
};

/// Places of the parameters that a map can vary: numbers that are in use where the others are as `values` say.
std::vector<int> varying(std::span<const Parameter> params, std::span<const double> values);

/// What a session has of a choice.
struct ChosenMap {
    MapRequest request;
    MapMeasure measure = MapMeasure::f;
    std::string problem;  ///< why there is no such map: one sentence; empty where there is one
};
ChosenMap chosen_map(const Session& session, const MapChoice& choice);

/// The session without all that the map does not depend on: equal where the maps are. What varies along the sides does not count.
Session essence(Session session, const MapRequest& request);

/// A map that is being made.
struct MapStage {
    PlannedMap plan;
    std::shared_ptr<const Map> map;
    int cell_size = 1;  ///< cells a side that one run stands for; 1: complete
};

/// Whether a map that was planned earlier is one of this session and request, if perhaps of other numbers: its axes can be shown
/// and its cells taken.
bool fits(const Session& session, const MapRequest& request, const PlannedMap& plan);

/// Plans and computes the map, and publishes it after each pass.
void compute_map(const Session& session, const MapRequest& request, const Background<MapStage>::Job& job);

struct MapCell {
    int i = 0, j = 0;
    bool operator==(const MapCell&) const = default;
};

/// The session's own values along the sides of a map.
Point own_setting(const Session& session, const PlannedMap& plan);
/// The cell of a map of plan.spec's size that these values lie in; none where they lie outside.
std::optional<MapCell> cell_of(const PlannedMap& plan, Point values);
/// The values in the middle of a cell.
Point values_of(const PlannedMap& plan, MapCell cell);
/// Puts a cell's values into the session, from the first step on.
void take_cell(Session& session, const PlannedMap& plan, MapCell cell);

}  // namespace ravine
