#include "engine/optimizer.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include "engine/typed.h"

namespace ravine {
namespace {

int place_of(std::string_view id) {
    const OptimizerInfo* found = find_optimizer(id);
    if (found == nullptr) throw std::invalid_argument("there is no optimizer called '" + std::string(id) + "'");
    return static_cast<int>(found - optimizers().data());
}

}  // namespace

Optimizer::Optimizer(std::string_view id, std::span<const double> params)
    : index_(place_of(id)), params_(params.begin(), params.end()) {
    check_count();
}

void Optimizer::check_count() const {
    const std::size_t wanted = info().params.size();
    if (params_.size() != wanted)
        throw std::invalid_argument("optimizer '" + std::string(info().id) + "' takes " + std::to_string(wanted) +
                                    " hyperparameters, not " + std::to_string(params_.size()));
}

Optimizer::Optimizer(std::string_view id) : index_(place_of(id)), params_(standard_values(info().params)) {}

Optimizer::Optimizer(TypedOptimizer typed, std::span<const double> params)
    : index_(static_cast<int>(optimizers().size())),
      typed_(std::make_shared<const TypedOptimizer>(std::move(typed))),
      params_(params.begin(), params.end()) {
    check_count();
}

const OptimizerInfo& Optimizer::info() const { return typed_ ? typed_->info() : optimizers()[static_cast<std::size_t>(index_)]; }

const Rule* Optimizer::rule() const { return typed_ ? &typed_->rule() : nullptr; }

bool Optimizer::operator==(const Optimizer& other) const {
    if (index_ != other.index_ || params_ != other.params_) return false;
    return typed_ == other.typed_ || (typed_ && other.typed_ && *typed_ == *other.typed_);
}

double Optimizer::param(std::string_view id) const {
    const int i = index_of(info().params, id);
    if (i < 0)
        throw std::invalid_argument("optimizer '" + std::string(info().id) + "' has no hyperparameter '" + std::string(id) + "'");
    return params_[static_cast<std::size_t>(i)];
}

const OptimizerInfo* find_optimizer(std::string_view id) {
    const auto& all = optimizers();
    const auto found = std::ranges::find(all, id, &OptimizerInfo::id);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace ravine
