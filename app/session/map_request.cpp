#include "app/session/map_request.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include "app/session/nearest.h"
#include "app/session/simulation.h"
#include "engine/minima_search.h"
#include "engine/polish.h"

namespace ravine {
namespace {

bool varies(const Parameter& p) { return p.scale != Scale::toggle && p.scale != Scale::choice; }

std::string_view forgetting_of(const OptimizerInfo& info) {
    for (std::string_view id : forgetting_ids)
        if (index_of(info.params, id) >= 0) return id;
    return {};
}

int optimizer_for(const Session& session, const MapRequest& request) {
    if (request.optimizer >= 0) return request.optimizer;
    for (std::size_t i = 0; i < session.optimizers.size(); ++i) {
        const OptimizerInfo& info = info_of(session.optimizers[i]);
        if (request.kind != MapKind::lr_rho || !forgetting_of(info).empty()) return static_cast<int>(i);
    }
    return 0;
}

MapAxis axis_of(const Parameter& p, MapAxis::Of of, int param) { return {of, param, p.min, p.max, p.scale}; }

struct Side {
    MapAxis axis;
    std::string id, name;
};

Side side_of(const Session& session, int optimizer, std::string_view id) {
    const OptimizerInfo& rule = info_of(session.optimizers.at(static_cast<std::size_t>(optimizer)));
    const ObjectiveInfo& objective = info_of(session);
    if (const int k = index_of(rule.params, id); k >= 0 && varies(rule.params[static_cast<std::size_t>(k)])) {
        const Parameter& p = rule.params[static_cast<std::size_t>(k)];
        return {axis_of(p, MapAxis::Of::optimizer, k), std::string(p.id), std::string(p.name)};
    }
    if (const int k = index_of(objective.params, id); k >= 0 && varies(objective.params[static_cast<std::size_t>(k)])) {
        const Parameter& p = objective.params[static_cast<std::size_t>(k)];
        return {axis_of(p, MapAxis::Of::objective, k), std::string(p.id), std::string(p.name)};
    }
    std::vector<std::string_view> known;
    for (const auto* params : {&rule.params, &objective.params})
        for (const Parameter& p : *params)
            if (varies(p)) known.push_back(p.id);
    throw std::invalid_argument(fmt::format("neither {} nor {} has a number called {} to vary{}", rule.id, objective.id,
                                            in_quotes(id), did_you_mean(id, known)));
}

std::string second_id(const Session& session, const MapRequest& request, int optimizer) {
    if (!request.y.empty()) return request.y;
    if (request.kind == MapKind::lr_rho) {
        const OptimizerInfo& info = info_of(session.optimizers.at(static_cast<std::size_t>(optimizer)));
        const std::string_view id = forgetting_of(info);
        if (id.empty())
            throw std::invalid_argument(
                fmt::format("{} has neither rho nor another decay to vary: choose a number with --y", info.id));
        return std::string(id);
    }
    for (const Parameter& p : info_of(session).params)
        if (varies(p)) return std::string(p.id);
    throw std::invalid_argument(
        fmt::format("{} has no number to vary: choose one of the optimizer's with --y", info_of(session).id));
}

std::vector<Minimum> minima_in_view(const Objective& objective, const Box& box) {
    // Whatever people type, looking is a matter of milliseconds.
    constexpr int work = 30'000;
    if (objective.minima_are_found()) return search_minima(objective, box, work);
    const Surface view{[&](Point p) { return objective.at(p).f; },
                       [&](Point p) {
                           return Taylor{objective.at(p), objective.hessian(p)};
                       },
                       {},
                       box};
    return local_minima(view);
}

/// The minima that runs may end in: those that are known, or all that are found in the view where it has others.
std::vector<Minimum> places_of(const Session& session, const Objective& objective) {
    std::vector<Minimum> places = objective.minima();
    for (const Minimum& found : minima_in_view(objective, session.view.box)) {
        const double near = 1e-3 * (session.view.box.width() + session.view.box.height());
        const auto known = [&](const Minimum& m) { return std::abs(m.x - found.x) + std::abs(m.y - found.y) < near; };
        if (std::none_of(places.begin(), places.end(), known)) places.push_back(found);
    }
    return places;
}

}  // namespace

PlannedMap plan_map(const Session& session, const MapRequest& request) {
    const int optimizer = optimizer_for(session, request);
    if (optimizer >= static_cast<int>(session.optimizers.size()))
        throw std::invalid_argument(
            fmt::format("there is no optimizer number {}, expected 0 to {}", optimizer, session.optimizers.size() - 1));
    PlannedMap plan{.spec = {.run = run_spec(session, optimizer), .x = {}, .y = {}},
                    .optimizer = optimizer,
                    .x_id = {},
                    .y_id = {},
                    .x_name = {},
                    .y_name = {}};
    plan.spec.columns = request.columns;
    plan.spec.rows = request.rows;
    plan.spec.tolerance = request.tolerance;
    if (request.kind == MapKind::basins) {
        const Box& box = session.view.box;
        plan.spec.x = {MapAxis::Of::start_x, 0, box.x0, box.x1, Scale::linear};
        plan.spec.y = {MapAxis::Of::start_y, 0, box.y0, box.y1, Scale::linear};
        plan.x_id = plan.x_name = "x";
        plan.y_id = plan.y_name = "y";
        plan.spec.places = places_of(session, plan.spec.run.objective);
        plan.spec.reach = 0.01 * std::max(box.width(), box.height());
        return plan;
    }
    const Side x = side_of(session, plan.optimizer, request.x.empty() ? "lr" : request.x);
    const Side y = side_of(session, plan.optimizer, second_id(session, request, plan.optimizer));
    plan.spec.x = x.axis, plan.spec.y = y.axis;
    plan.x_id = x.id, plan.y_id = y.id;
    plan.x_name = x.name, plan.y_name = y.name;
    return plan;
}

}  // namespace ravine
