// Objectives and optimizers that people typed. Small immutable values, cheap to copy; two are equal where their texts are.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/expression/formula.h"
#include "engine/expression/rule.h"
#include "engine/objective.h"
#include "engine/optimizer.h"

namespace ravine {

inline constexpr std::string_view typed_objective_id = "formula", typed_optimizer_id = "rule";

/// A formula in x and y. It has no parameters, and no minima are known of it.
class TypedObjective {
public:
    /// Throws ExpressionError.
    explicit TypedObjective(std::string_view text);

    const std::string& text() const { return data_->text; }
    const Formula& formula() const { return data_->formula; }
    const ObjectiveInfo& info() const { return data_->info; }

    bool operator==(const TypedObjective& other) const { return text() == other.text(); }

private:
    struct Data {
        std::string text;
        Formula formula;
        ObjectiveInfo info;
    };
    std::shared_ptr<const Data> data_;
};

/// An update rule. Its own parameters come first, then those that every rule takes.
class TypedOptimizer {
public:
    /// Throws ExpressionError.
    explicit TypedOptimizer(std::string_view text);

    const std::string& text() const { return data_->text; }
    const Rule& rule() const { return data_->rule; }
    const OptimizerInfo& info() const { return data_->info; }

    bool operator==(const TypedOptimizer& other) const { return text() == other.text(); }

private:
    struct Data {
        std::string text;
        Rule rule;
        OptimizerInfo info;
    };
    std::shared_ptr<const Data> data_;
};

}  // namespace ravine
