// Update rules that need both coordinates at once, or f at other points: Newton's, L-BFGS. They run lane by lane.
#pragma once

#include "engine/kernels.h"
#include "engine/objective_entry.h"

namespace ravine {

/// f as a joint rule sees it: the full objective, without noise and mini-batches.
class Evaluator {
public:
    Evaluator(const PreparedObjective& prepared, int objective) : prepared_(&prepared), objective_(objective) {}

    Sample at(double x, double y) const;
    Hessian hessian(double x, double y) const { return objective_entry(objective_).hessian(*prepared_, {x, y}); }

private:
    const PreparedObjective* prepared_;
    int objective_;
};

/// One update of every lane.
using JointKernel = void (*)(const RuleArguments& arguments, const Evaluator& f);

/// `optimizer` is a place in optimizers(), or behind them; nullptr where its rule moves one coordinate at a time.
JointKernel joint_rule(int optimizer);

}  // namespace ravine
