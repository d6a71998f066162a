// What the engine asks of the types in its catalogues beyond the contract that all of them keep.
#pragma once

namespace ravine {

/// Objectives that are means over samples: `data_size` samples, `batch()` of them in a mini-batch, and `loss(x, y, weights)`.
template <class O>
concept FromData = requires(const O& objective) {
    O::data_size;
    objective.batch();
};

/// Rules that move both coordinates at once: they have `step` in place of `update`, and no hyperparameters but their own.
template <class R>
concept JointRule = requires {
    requires R::joint;
};

/// Rules whose weight decay acts on the position, apart from the gradient.
template <class R>
concept DecouplesDecay = requires {
    requires R::decoupled_decay;
};

}  // namespace ravine
