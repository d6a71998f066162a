// An optimizer: an update rule applied to each coordinate, with hyperparameters.
// The catalogue describes the built-in ones; an `Optimizer` is one of them with its hyperparameters set.
// Per-run state (accumulators) is not here: it belongs to a run.
//
// One update, for every rule: the raw gradient is clipped (clip_norm), weight decay is added to it, the schedule gives the
// learning rate, and the rule moves each coordinate. adamw, lion and adan decay the position instead, x ← x (1 − η λ), before
// they move it. newton and lbfgs move both coordinates at once and know no clipping, weight decay or schedule.
//
// The effective rate of a coordinate in one update is the factor between the gradient and the step. Where a rule averages
// gradients first (momentum, RMSprop's b, Adam), the average stands in the gradient's place. η is the scheduled learning rate:
//   gd, momentum, nesterov   η
//   qhm, lookahead           η (lookahead: of the step before x is pulled back)
//   adagrad                  η / (1 + (t−1) lr_decay) / (√s + ε)
//   rmsprop                  η / (√s + ε)
//   adadelta                 η √(d + ε) / √(s + ε)
//   adam, adamw, nadam       η / (√v̂ + ε)
//   adamax                   η / u
//   radam                    η q √(1−β₂ᵗ) / (√v + ε); η in the first steps
//   qhadam                   η / (√((1−ν₂) g² + ν₂ v̂) + ε)
//   yogi, adabelief, adan    η / (√v + ε), η / (√ŝ + ε), η / (√n + ε)
//   signsgd, lion            η / |m|, η / |c|; 0 where the average is 0
//   rprop                    Δ / |g|; 0 where g is 0 or its sign has turned
//   newton, lbfgs            −Δx / g; 0 where g is 0
// with the ε under the root, and the centred spread, where these are chosen.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "engine/parameter.h"

namespace ravine {

class Rule;
class TypedOptimizer;

/// One entry of the catalogue. The strings live as long as the program.
struct OptimizerInfo {
    std::string_view id, name;
    std::string_view formula;  ///< the update, statements separated by "; ": "s ← ρ s + (1−ρ) g²; x ← x − η g / (√s + ε)"
    std::string_view notice;  ///< what to watch for, one sentence
    std::string_view source;  ///< paper
    /// The rule's own hyperparameters, then those that every rule takes (schedule ..., weight_decay, clip_norm).
    std::vector<Parameter> params;
    std::size_t own_params = 0;                ///< how many of `params` are the rule's own
    std::vector<std::string_view> state;       ///< names of the accumulators per coordinate: {"s", "m", "b"}
    std::vector<std::string_view> signs = {};  ///< of the accumulators in rule_lines.h; empty: their names
};

/// An optimizer with its hyperparameters set: a small value, cheap to copy and to compare.
class Optimizer {
public:
    /// Throws std::invalid_argument where `id` is unknown, or the number of values is not that of its parameters.
    Optimizer(std::string_view id, std::span<const double> params);
    explicit Optimizer(std::string_view id);  ///< with its default hyperparameters
    /// Throws std::invalid_argument where the number of values is not that of its parameters.
    Optimizer(TypedOptimizer typed, std::span<const double> params);

    const OptimizerInfo& info() const;
    int index() const { return index_; }  ///< place in the catalogue; behind it for typed rules
    const Rule* rule() const;             ///< the typed rule, or nullptr
    std::span<const double> params() const { return params_; }
    double param(std::string_view id) const;  ///< throws std::invalid_argument where unknown

    bool operator==(const Optimizer& other) const;

private:
    void check_count() const;

    // In this order: what the parameters are is asked of the others.
    int index_ = 0;
    std::shared_ptr<const TypedOptimizer> typed_;
    std::vector<double> params_;
};

/// All built-in optimizers in teaching order.
const std::vector<OptimizerInfo>& optimizers();
/// The entry called `id`, or nullptr.
const OptimizerInfo* find_optimizer(std::string_view id);

}  // namespace ravine
