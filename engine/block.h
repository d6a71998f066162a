// A block: up to 256 runs of one optimizer on one objective that advance together, one lane each. Lanes may differ in start,
// in hyperparameters (but not in toggles and choices) and in their noise. A lane's numbers do not depend on the other lanes, on
// how many there are, or on its place: a single trajectory is a block of one lane.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "engine/joint_rules.h"
#include "engine/kernels.h"
#include "engine/objective.h"
#include "engine/objective_entry.h"
#include "engine/optimizer.h"

namespace ravine {

class Block {
public:
    static constexpr int max_lanes = 256;

    /// All lanes start with the hyperparameters of `optimizer`. Throws std::invalid_argument unless 1 ≤ lanes ≤ max_lanes.
    Block(const Objective& objective, const Optimizer& optimizer, int lanes);

    int lanes() const { return static_cast<int>(lanes_); }
    /// The numbers of the kernels' work: lanes filled up to whole registers, and how far y lies behind x.
    std::size_t padded_lanes() const { return padded_; }
    std::size_t stride() const { return stride_; }
    int accumulators() const { return static_cast<int>(accumulators_); }

    /// Hyperparameter `param` (a place in OptimizerInfo::params) in all lanes.
    void set(int param, double value);
    /// In one lane; not for toggles and choices, which all lanes share (std::invalid_argument).
    void set(int param, int lane, double value);

    /// Gaussian noise on every gradient component: its standard deviation, the seed, and each lane's run number. The seed and
    /// the run number also draw the mini-batches of objectives that are made of samples.
    void set_noise(double deviation, std::uint64_t seed);
    void set_run(int lane, std::uint64_t run) { runs_[static_cast<std::size_t>(lane)] = run; }

    /// Where a lane starts. Takes effect with start().
    void place(int lane, Point start);

    /// Puts every lane at its start (step 0): accumulators, f and gradient.
    void start();

    /// One update of every lane.
    void step();

    /// So many updates of a block of one lane, each written as a row, the first to row steps_done() + 1.
    void trace(int updates, const RowColumns& to);
    /// Writes lane 0 to row steps_done().
    void write(const RowColumns& to) const;

    /// Number of updates done.
    int steps_done() const { return steps_; }

    /// The state of one lane, for taking up a run again. Hyperparameters and noise must be set as they were. `accumulators` in
    /// the order of OptimizerInfo::state, x and y in turn. All lanes are at step `steps`.
    void restore(int lane, int steps, Point at, const Sample& sample, std::span<const double> accumulators);

    // One number per lane.
    const double* x() const { return x_; }
    const double* y() const { return x_ + stride_; }
    const double* f() const { return f_; }
    const double* gx() const { return g_; }
    const double* gy() const { return g_ + stride_; }
    const double* rate_x() const { return rate_; }
    const double* rate_y() const { return rate_ + stride_; }
    /// Accumulator k of OptimizerInfo::state.
    const double* state_x(int k) const { return state_ + 2 * static_cast<std::size_t>(k) * stride_; }
    const double* state_y(int k) const { return state_x(k) + stride_; }

private:
    struct Free {
        void operator()(double* p) const;
    };

    double* param(std::size_t k) { return params_ + k * stride_; }
    double* common(std::size_t k) { return param(own_params_ + k); }
    void fill_padding();
    void note_what_is_on();
    void evaluate();
    void draw_batches();
    void add_noise();
    const double* scheduled_rates();
    const double* prepared_gradients();

    Objective objective_;
    Optimizer optimizer_;
    PreparedObjective prepared_objective_;
    JointKernel joint_;
    std::size_t lanes_, padded_, stride_, own_params_, all_params_, accumulators_;
    std::size_t samples_, batch_;  ///< samples_ is 0 where every gradient is the full one
    int steps_ = 0;
    bool has_schedule_ = false, has_decay_ = false, has_preparation_ = false, is_noted_ = false;
    RuleArguments update_;  ///< of the next update, but for what schedules and preparation put in its place
    RuleKernel rule_ = nullptr;
    TraceKernel trace_ = nullptr;
    GradientsKernel gradients_ = nullptr;
    double noise_ = 0;
    std::uint64_t seed_ = 1;
    std::unique_ptr<std::uint64_t[]> runs_;
    std::unique_ptr<int[]> chosen_;

    // One allocation. Every array is aligned to a cache line; two-coordinate arrays hold x, then y, `stride_` apart.
    std::unique_ptr<double[], Free> memory_;
    double *start_, *x_, *f_, *g_, *prepared_, *rate_, *scheduled_, *weights_, *params_, *state_;
};

}  // namespace ravine
