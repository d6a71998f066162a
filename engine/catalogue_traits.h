// What the engine asks of the types in its catalogues beyond the contract that all of them keep.
#pragma once

#include "engine/coordinate.h"

namespace ravine {

/// Objectives that are means over samples: `data_size` samples, `batch()` of them in a mini-batch, and `loss(x, y, weights)`.
template <class O>
concept FromData = requires(const O& objective) {
    O::data_size;
    objective.batch();
};

/// Objectives whose value(x, y) is join(of_x(x), of_y(y)), with std::arrays of numbers that depend on one coordinate each: a grid
/// computes those once per column and once per row.
template <class O>
concept JoinsParts = requires(const O& objective, double v) {
    objective.join(objective.of_x(v), objective.of_y(v));
};

/// Rules that move both coordinates at once: they have `step` in place of `update`, and no hyperparameters but their own.
template <class R>
concept JointRule = requires {
    requires R::joint;
};

/// Rules whose `update` is two: `root` takes the gradient into the accumulators and gives what the step is divided by, and `move`
/// makes the step.
template <class R>
concept TakesRoot = requires(const typename R::template Hyper<double>& hyper, const Coordinate<double>& c,
                             typename R::template State<double>& state) {
    R::root(hyper, 1.0, c, state);
};

/// Rules whose weight decay acts on the position, apart from the gradient.
template <class R>
concept DecouplesDecay = requires {
    requires R::decoupled_decay;
};

}  // namespace ravine
