// Objectives and optimizers that people typed. Small immutable values, cheap to copy; two are equal where their texts are.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/expression/formula.h"
#include "engine/expression/rule.h"
#include "engine/objective.h"
#include "engine/optimizer.h"

namespace ravine {

inline constexpr std::string_view typed_objective_id = "formula", typed_optimizer_id = "rule";

/// A formula in x and y. It has no parameters, and its minima are not known: they are looked for.
class TypedObjective {
public:
    /// Throws ExpressionError.
    explicit TypedObjective(std::string_view text);

    const std::string& text() const { return data_->text; }
    const Formula& formula() const { return data_->formula; }
    const ObjectiveInfo& info() const { return data_->info; }

    /// The minima that are found within 6 of the origin; where there are none, within 30; or else within 200. The lowest first.
    /// The first call looks for them, which takes a few milliseconds at most; any number of threads may ask.
    const std::vector<Minimum>& minima() const;
    static constexpr double farthest_search = 200;

    bool operator==(const TypedObjective& other) const { return text() == other.text(); }

private:
    struct Data {
        Data(std::string written, Formula compiled) : text(std::move(written)), formula(std::move(compiled)) {}
        std::string text;
        Formula formula;
        ObjectiveInfo info = {};
        std::once_flag looked;
        std::vector<Minimum> minima = {};
    };
    std::shared_ptr<Data> data_;  ///< all but the minima stays as it is
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
