// Which map of a session is wanted: which optimizer, and what varies along its sides.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "app/session/session.h"
#include "engine/map.h"

namespace ravine {

/// lr_rho: learning rate along x, `rho` (or what stands for it in the rule) along y. lr_objective: learning rate along x, a
/// parameter of the objective along y. basins: where runs from every point of the view end.
enum class MapKind { lr_rho, lr_objective, basins };
inline constexpr std::array<std::string_view, 3> map_kind_names{"lr-rho", "lr-objective", "basins"};

enum class MapMeasure { f, steps, outcome, minimum };
inline constexpr std::array<std::string_view, 4> map_measure_names{"f", "steps", "outcome", "minimum"};

/// What forgets: the decay of squared gradients in the rules that have one, the momentum in others. The most telling first.
inline constexpr std::array<std::string_view, 6> forgetting_ids{"rho", "beta2", "beta", "beta1", "momentum", "alpha"};

struct MapRequest {
    MapKind kind = MapKind::lr_rho;
    int optimizer = -1;          ///< index into Session::optimizers; -1: the first that the map can be made of
    std::string x = {}, y = {};  ///< ids of parameters that vary instead; of the optimizer first, then of the objective
    int columns = 256, rows = 256;
    double tolerance = 1e-6;
    bool operator==(const MapRequest&) const = default;
};

/// The parts of a map and their names.
struct PlannedMap {
    MapSpec spec;
    int optimizer = 0;
    std::string x_id, y_id;      ///< "lr", "rho", "kappa", "x"
    std::string x_name, y_name;  ///< for people
};

/// Throws std::invalid_argument with what was expected where the session has no such map.
PlannedMap plan_map(const Session& session, const MapRequest& request);

}  // namespace ravine
