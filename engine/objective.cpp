#include "engine/objective.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include "engine/kernels.h"
#include "engine/objective_entry.h"
#include "engine/typed.h"

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

Objective::Objective(TypedObjective typed)
    : index_(static_cast<int>(objectives().size())), typed_(std::make_shared<const TypedObjective>(std::move(typed))) {}

const ObjectiveInfo& Objective::info() const { return typed_ ? typed_->info() : objectives()[static_cast<std::size_t>(index_)]; }

PreparedObjective Objective::prepared() const {
    return typed_ ? prepare(typed_->formula()) : objective_entry(index_).prepare(params_);
}

bool Objective::operator==(const Objective& other) const {
    if (index_ != other.index_ || params_ != other.params_) return false;
    return typed_ == other.typed_ || (typed_ && other.typed_ && *typed_ == *other.typed_);
}

Sample Objective::at(Point p) const {
    Sample sample;
    gradients(1, &p.x, &p.y, &sample.f, &sample.gx, &sample.gy);
    return sample;
}

Hessian Objective::hessian(Point p) const { return objective_entry(index_).hessian(prepared(), p); }

std::vector<Minimum> Objective::minima() const { return typed_ ? typed_->minima() : objective_entry(index_).minima(prepared()); }

bool Objective::draws_batches() const {
    const ObjectiveEntry& entry = objective_entry(index_);
    return entry.data_size > 0 && entry.batch(prepared()) < entry.data_size;
}

bool Objective::has_global_minimum() const { return !minima().empty(); }

void Objective::values(std::size_t n, const double* x, const double* y, double* f) const {
    const PreparedObjective objective = prepared();
    kernels().values[index_](&objective, n, x, y, f);
}

void Objective::gradients(std::size_t n, const double* x, const double* y, double* f, double* gx, double* gy) const {
    const PreparedObjective objective = prepared();
    kernels().gradients[index_](&objective, n, x, y, f, gx, gy);
}

const ObjectiveInfo* find_objective(std::string_view id) {
    const auto& all = objectives();
    const auto found = std::ranges::find(all, id, &ObjectiveInfo::id);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace ravine
