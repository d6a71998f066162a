#include "app/session/session.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace ravine {
namespace {

constexpr double farthest = 1e150;   // squares of view coordinates stay finite
constexpr double narrowest = 1e-12;  // of the distance from the origin: some thousand doubles wide
constexpr double smallest_side = 1e-150;

const ObjectiveInfo& known_objective(std::string_view id) {
    const ObjectiveInfo* info = find_objective(id);
    if (info == nullptr) throw std::invalid_argument("unknown objective: " + std::string(id));
    return *info;
}

const OptimizerInfo& known_optimizer(std::string_view id) {
    const OptimizerInfo* info = find_optimizer(id);
    if (info == nullptr) throw std::invalid_argument("unknown optimizer: " + std::string(id));
    return *info;
}

bool is_side(double lo, double hi) {
    const double reach = std::max(std::abs(lo), std::abs(hi));
    return reach <= farthest && hi - lo >= std::max(reach * narrowest, smallest_side);
}

void set(OptimizerChoice& choice, std::string_view param, double value) {
    const int i = index_of(info_of(choice).params, param);
    choice.params.at(static_cast<std::size_t>(i)) = value;
}

}  // namespace

std::string why_not_view(const Box& box) {
    if (is_side(box.x0, box.x1) && is_side(box.y0, box.y1)) return {};
    return "numbers X0 < X1 and Y0 < Y1 that are far enough apart to tell them from each other, none beyond 1e150";
}

Session opening_session() {
    Session session;
    choose_objective(session, "rosenbrock");
    session.optimizers.push_back(new_optimizer(session, "adagrad"));
    session.optimizers.push_back(new_optimizer(session, "rmsprop"));
    // A valley that is not too narrow to walk along, and one learning rate for both: what differs is the accumulator alone.
    session.objective_params[static_cast<std::size_t>(index_of(find_objective("rosenbrock")->params, "b"))] = 10;
    set(session.optimizers[0], "lr", 0.03);
    set(session.optimizers[1], "lr", 0.03);
    set(session.optimizers[1], "rho", 0.99);
    return session;
}

int free_color(const Session& session) {
    const auto used = [&](int color) {
        return std::any_of(session.optimizers.begin(), session.optimizers.end(),
                           [&](const OptimizerChoice& choice) { return choice.color == color; });
    };
    int color = 0;
    while (used(color)) ++color;
    return color;
}

OptimizerChoice new_optimizer(const Session& session, std::string_view id) {
    const OptimizerInfo& info = known_optimizer(id);
    return {std::string(id), standard_values(info.params), free_color(session), true, std::nullopt};
}

void choose_objective(Session& session, std::string_view id) {
    const ObjectiveInfo& info = known_objective(id);
    session.objective = std::string(id);
    session.objective_params = standard_values(info.params);
    session.formula.reset();
    session.start = info.start;
    session.view.box = info.domain;
}

void choose_formula(Session& session, const TypedObjective& formula) {
    session.objective = typed_objective_id;
    session.objective_params.clear();
    session.formula = formula;
}

OptimizerChoice new_rule(const Session& session, const TypedOptimizer& rule) {
    return {std::string(typed_optimizer_id), standard_values(rule.info().params), free_color(session), true, rule};
}

std::string why_not_runs(const Session& session) {
    const auto runs = static_cast<std::int64_t>(session.optimizers.size() * (1 + session.more_starts.size())) * session.ensemble;
    if (runs * session.steps <= max_steps_together) return {};
    return "at most 12,000,000 steps in all runs together: fewer steps, optimizers, starts or runs of the ensemble";
}

void remove_optimizer(Session& session, int i) {
    const int count = static_cast<int>(session.optimizers.size());
    if (i < 0 || i >= count || count == 1) return;
    session.optimizers.erase(session.optimizers.begin() + i);
    std::erase_if(session.changes, [&](const SessionChange& change) { return change.optimizer == i; });
    for (SessionChange& change : session.changes)
        if (change.optimizer > i) --change.optimizer;

    const int last = count - 2;
    const auto mend = [&](int& pane, int other) {
        const bool gone = pane == i;
        if (pane > i || pane > last) --pane;
        // The card that moves up takes the empty pane, unless the other pane shows it already.
        if (gone && pane == other && last > 0) pane = pane == 0 ? 1 : pane - 1;
    };
    const int right = session.view.right > i ? session.view.right - 1 : session.view.right;
    mend(session.view.left, std::min(right, last));
    mend(session.view.right, session.view.left);
}

const ObjectiveInfo& info_of(const Session& session) {
    return session.formula ? session.formula->info() : known_objective(session.objective);
}

const OptimizerInfo& info_of(const OptimizerChoice& choice) {
    return choice.rule ? choice.rule->info() : known_optimizer(choice.id);
}

Objective objective_of(const Session& session) {
    return session.formula ? Objective(*session.formula) : Objective(session.objective, session.objective_params);
}

Optimizer optimizer_of(const OptimizerChoice& choice) {
    return choice.rule ? Optimizer(*choice.rule, choice.params) : Optimizer(choice.id, choice.params);
}

}  // namespace ravine
