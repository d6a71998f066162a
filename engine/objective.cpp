#include "engine/objective.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "engine/kernels.h"
#include "engine/objective_entry.h"

namespace ravine {
namespace {

int place_of(std::string_view id) {
    const ObjectiveInfo* found = find_objective(id);
    if (found == nullptr) throw std::invalid_argument("there is no objective called '" + std::string(id) + "'");
    return static_cast<int>(found - objectives().data());
}

}  // namespace

Objective::Objective(std::string_view id, std::span<const double> params)
    : index_(place_of(id)), params_(params.begin(), params.end()) {
    const std::size_t wanted = info().params.size();
    if (params_.size() != wanted)
        throw std::invalid_argument("objective '" + std::string(id) + "' takes " + std::to_string(wanted) + " parameters, not " +
                                    std::to_string(params_.size()));
}

Objective::Objective(std::string_view id) : index_(place_of(id)), params_(standard_values(info().params)) {}

const ObjectiveInfo& Objective::info() const { return objectives()[static_cast<std::size_t>(index_)]; }

Sample Objective::at(Point p) const {
    Sample sample;
    gradients(1, &p.x, &p.y, &sample.f, &sample.gx, &sample.gy);
    return sample;
}

Hessian Objective::hessian(Point p) const {
    const ObjectiveEntry& entry = objective_entry(index_);
    return entry.hessian(entry.prepare(params_), p);
}

std::vector<Minimum> Objective::minima() const {
    const ObjectiveEntry& entry = objective_entry(index_);
    return entry.minima(entry.prepare(params_));
}

bool Objective::has_global_minimum() const { return !minima().empty(); }

void Objective::values(std::size_t n, const double* x, const double* y, double* f) const {
    const PreparedObjective objective = objective_entry(index_).prepare(params_);
    kernels().values[index_](&objective, n, x, y, f);
}

void Objective::gradients(std::size_t n, const double* x, const double* y, double* f, double* gx, double* gy) const {
    const PreparedObjective objective = objective_entry(index_).prepare(params_);
    kernels().gradients[index_](&objective, n, x, y, f, gx, gy);
}

const ObjectiveInfo* find_objective(std::string_view id) {
    const auto& all = objectives();
    const auto found = std::ranges::find(all, id, &ObjectiveInfo::id);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace ravine
