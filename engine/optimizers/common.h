// The hyperparameters that every rule takes after its own: a schedule for the learning rate, weight decay and clipping.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/parameter.h"

namespace ravine {

/// Places behind the rule's own hyperparameters.
enum class Common : std::size_t { schedule, every, gamma, steps, floor, warmup, decay, weight_decay, clip_norm };

/// Their descriptions, in the order of `Common`. `weight_decay`: its default.
std::vector<Parameter> common_parameters(double weight_decay);

/// Whether the rule's weight decay acts on the position, apart from the gradient. `optimizer`: a place in optimizers(), or behind
/// them for typed rules.
bool decouples_decay(int optimizer);

enum class ScheduleKind { constant, step, exponential, cosine, warmup_cosine, one_over_t };

/// How the learning rate changes from update to update.
struct Schedule {
    ScheduleKind kind = ScheduleKind::constant;
    double every = 20, gamma = 0.95;   ///< step, exponential
    double steps = 300, floor = 0;     ///< cosine
    double warmup = 20, decay = 0.01;  ///< warmup-cosine; one-over-t
    bool operator==(const Schedule&) const = default;
};

/// The learning rate of update t, counted from 0, where `lr` is what the slider says:
///   step           lr γ^⌊t / every⌋                              (PyTorch's StepLR)
///   exponential    lr γ^t                                        (ExponentialLR)
///   cosine         floor + (lr − floor) ½ (1 + cos(π t / steps))  (CosineAnnealingLR; it rises again after `steps`)
///   warmup-cosine  lr (t + 1) / warmup for `warmup` updates, then cosine over the rest of `steps`
///   one-over-t     lr / (1 + decay t)
double scheduled(const Schedule& schedule, double lr, double t);

}  // namespace ravine
