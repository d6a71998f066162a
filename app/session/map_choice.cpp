#include "app/session/map_choice.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace ravine {
namespace {

bool is_number(const Parameter& p) { return p.scale != Scale::toggle && p.scale != Scale::choice; }

/// Where a parameter belongs to a schedule: whether it is the chosen one.
bool in_use(const Parameter& p, std::span<const Parameter> params, std::span<const double> values) {
    if (p.schedules == 0) return true;
    const int schedule = index_of(params, "schedule");
    return schedule >= 0 && (p.schedules >> static_cast<unsigned>(values[static_cast<std::size_t>(schedule)]) & 1U) != 0;
}

std::vector<std::string> varying_ids(std::span<const Parameter> params, std::span<const double> values) {
    std::vector<std::string> ids;
    for (const int k : varying(params, values)) ids.emplace_back(params[static_cast<std::size_t>(k)].id);
    return ids;
}

/// The first of `wanted` that is among `known` and is not `taken`; else the first known that is not; else empty.
std::string first_of(const std::vector<std::string>& wanted, const std::vector<std::string>& known, std::string_view taken) {
    const auto is_free = [&](const std::string& id) { return id != taken && std::ranges::find(known, id) != known.end(); };
    for (const auto* list : {&wanted, &known})
        if (const auto found = std::ranges::find_if(*list, is_free); found != list->end()) return *found;
    return {};
}

/// The value in the session that a side of the map varies.
double& varied(Session& session, const PlannedMap& plan, const MapAxis& axis) {
    switch (axis.of) {
        case MapAxis::Of::optimizer:
            return session.optimizers[static_cast<std::size_t>(plan.optimizer)].params[static_cast<std::size_t>(axis.param)];
        case MapAxis::Of::objective:
            return session.objective_params[static_cast<std::size_t>(axis.param)];
        case MapAxis::Of::start_x:
            return session.start.x;
        case MapAxis::Of::start_y:
            break;
    }
    return session.start.y;
}

/// Whether a side still names the same parameter of the session.
bool is_side(const MapAxis& axis, std::string_view id, const OptimizerInfo& rule, const ObjectiveInfo& objective) {
    if (axis.of != MapAxis::Of::optimizer && axis.of != MapAxis::Of::objective) return true;
    const std::vector<Parameter>& params = axis.of == MapAxis::Of::optimizer ? rule.params : objective.params;
    const auto k = static_cast<std::size_t>(axis.param);
    return k < params.size() && params[k].id == id;
}

}  // namespace

std::vector<int> varying(std::span<const Parameter> params, std::span<const double> values) {
    std::vector<int> places;
    for (std::size_t k = 0; k < params.size(); ++k)
        if (is_number(params[k]) && in_use(params[k], params, values)) places.push_back(static_cast<int>(k));
    return places;
}

ChosenMap chosen_map(const Session& session, const MapChoice& choice) {
    const int last = static_cast<int>(session.optimizers.size()) - 1;
    ChosenMap chosen{{.kind = choice.kind, .optimizer = std::clamp(choice.optimizer, 0, last)}, choice.measure, {}};
    if (choice.kind == MapKind::basins) {
        chosen.measure = choice.basins_measure;
        return chosen;
    }
    if (chosen.measure == MapMeasure::minimum) chosen.measure = MapMeasure::f;
    const OptimizerChoice& card = session.optimizers[static_cast<std::size_t>(chosen.request.optimizer)];
    const OptimizerInfo& rule = info_of(card);
    const std::vector<std::string> hypers = varying_ids(rule.params, card.params);
    chosen.request.x = first_of({choice.x, "lr"}, hypers, {});
    if (choice.kind == MapKind::lr_objective) {
        const auto params = varying_ids(info_of(session).params, session.objective_params);
        chosen.request.y = first_of({choice.parameter}, params, {});
        if (chosen.request.y.empty())
            chosen.problem = fmt::format("{} has no parameter that a map could vary.", info_of(session).name);
    } else {
        std::vector<std::string> wanted{choice.y};
        wanted.insert(wanted.end(), forgetting_ids.begin(), forgetting_ids.end());
        chosen.request.y = first_of(wanted, hypers, chosen.request.x);
        if (chosen.request.y.empty())
            chosen.problem = fmt::format("{} has fewer than two numbers that a map could vary.", rule.name);
    }
    if (chosen.request.x.empty()) chosen.problem = fmt::format("{} has no number that a map could vary.", rule.name);
    return chosen;
}

Session essence(Session session, const MapRequest& request) {
    const Box box = session.view.box;
    session.title.clear();
    session.view = {};
    session.lesson = {};
    session.more_starts.clear();
    session.ensemble = 1;
    if (session.noise == 0 && !objective_of(session).draws_batches()) session.seed = 0;
    const auto place = static_cast<std::size_t>(request.optimizer);
    // The others stay as empty cards: a run's noise depends on its place.
    for (std::size_t i = 0; i < session.optimizers.size(); ++i)
        if (i != place) session.optimizers[i] = {};
    session.optimizers.resize(place + 1);
    OptimizerChoice& card = session.optimizers[place];
    card.color = 0;
    card.shown = true;
    const bool basins = request.kind == MapKind::basins;
    std::erase_if(session.changes, [&](const SessionChange& c) {
        return c.optimizer != request.optimizer || (!basins && (c.param == request.x || c.param == request.y));
    });
    if (basins) {
        session.view.box = box;
        session.start = {};
        return session;
    }
    for (const std::string& id : {request.x, request.y}) {
        const std::vector<Parameter>& hypers = info_of(card).params;
        const std::vector<Parameter>& params = info_of(session).params;
        // As plan_map reads an id: of the optimizer first.
        if (const int k = index_of(hypers, id); k >= 0)
            card.params[static_cast<std::size_t>(k)] = hypers[static_cast<std::size_t>(k)].standard;
        else if (const int m = index_of(params, id); m >= 0)
            session.objective_params[static_cast<std::size_t>(m)] = params[static_cast<std::size_t>(m)].standard;
    }
    return session;
}

bool fits(const Session& session, const MapRequest& request, const PlannedMap& plan) {
    if (plan.optimizer != request.optimizer || plan.optimizer >= static_cast<int>(session.optimizers.size())) return false;
    const OptimizerInfo& rule = info_of(session.optimizers[static_cast<std::size_t>(plan.optimizer)]);
    const ObjectiveInfo& objective = info_of(session);
    if (rule.id != plan.spec.run.optimizer.info().id || objective.id != plan.spec.run.objective.info().id) return false;
    if (request.kind == MapKind::basins) return plan.spec.x.of == MapAxis::Of::start_x;
    return plan.x_id == request.x && plan.y_id == request.y && is_side(plan.spec.x, plan.x_id, rule, objective) &&
           is_side(plan.spec.y, plan.y_id, rule, objective);
}

void compute_map(const Session& session, const MapRequest& request, const Background<MapStage>::Job& job) {
    const PlannedMap plan = plan_map(session, request);
    Map map;
    const MapControl control{.stop = job.stop(),
                             .after_pass =
                                 [&](const Map& now, int size) {
                                     job.publish({plan, std::make_shared<const Map>(now), size});
                                 },
                             .progress = [&](double fraction) { job.progress(fraction); }};
    compute_map(plan.spec, map, control);
}

Point own_setting(const Session& session, const PlannedMap& plan) {
    Session copy = session;
    return {varied(copy, plan, plan.spec.x), varied(copy, plan, plan.spec.y)};
}

std::optional<MapCell> cell_of(const PlannedMap& plan, Point values) {
    const double x = std::floor(plan.spec.x.position(values.x) * plan.spec.columns);
    const double y = std::floor(plan.spec.y.position(values.y) * plan.spec.rows);
    // The far ends belong to the last cells; what is not a number is nowhere.
    if (!(x >= 0 && x <= plan.spec.columns && y >= 0 && y <= plan.spec.rows)) return std::nullopt;
    return MapCell{std::min(static_cast<int>(x), plan.spec.columns - 1), std::min(static_cast<int>(y), plan.spec.rows - 1)};
}

Point values_of(const PlannedMap& plan, MapCell cell) {
    return {plan.spec.x.value(cell.i, plan.spec.columns), plan.spec.y.value(cell.j, plan.spec.rows)};
}

void take_cell(Session& session, const PlannedMap& plan, MapCell cell) {
    const Point values = values_of(plan, cell);
    varied(session, plan, plan.spec.x) = values.x;
    varied(session, plan, plan.spec.y) = values.y;
    const OptimizerInfo& info = info_of(session.optimizers[static_cast<std::size_t>(plan.optimizer)]);
    for (const MapAxis* axis : {&plan.spec.x, &plan.spec.y}) {
        if (axis->of != MapAxis::Of::optimizer) continue;
        const std::string_view id = info.params[static_cast<std::size_t>(axis->param)].id;
        std::erase_if(session.changes, [&](const SessionChange& c) { return c.optimizer == plan.optimizer && c.param == id; });
    }
}

}  // namespace ravine
