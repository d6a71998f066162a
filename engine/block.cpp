#include "engine/block.h"

#include <algorithm>
#include <new>
#include <stdexcept>
#include <vector>

#include "engine/batches.h"
#include "engine/kernels.h"
#include "engine/noise.h"
#include "engine/optimizers/catalog.h"
#include "engine/optimizers/common.h"

namespace ravine {
namespace {

constexpr std::align_val_t cache_line{64};

std::size_t rounded_up(std::size_t n, std::size_t to) { return (n + to - 1) / to * to; }

/// Whole cache lines, and an odd number of them: then the arrays of a large block do not all fall into the same cache sets.
std::size_t stride_of(std::size_t lanes) { return 8 * (rounded_up(lanes, 8) / 8 | 1U); }

std::size_t checked(int lanes) {
    if (lanes < 1 || lanes > Block::max_lanes) throw std::invalid_argument("a block holds 1 to 256 lanes");
    return static_cast<std::size_t>(lanes);
}

constexpr std::size_t place(Common c) { return static_cast<std::size_t>(c); }

}  // namespace

void Block::Free::operator()(double* p) const { ::operator delete[](p, cache_line); }

Block::Block(const Objective& objective, const Optimizer& optimizer, int lanes)
    : objective_(objective),
      optimizer_(optimizer),
      prepared_objective_(objective_.prepared()),
      joint_(joint_rule(optimizer.index())),
      lanes_(checked(lanes)),
      padded_(rounded_up(lanes_, kernels().width)),
      stride_(stride_of(lanes_)),
      own_params_(optimizer.info().own_params),
      all_params_(optimizer.params().size()),
      accumulators_(optimizer.info().state.size()),
      samples_(static_cast<std::size_t>(objective_entry(objective.index()).data_size)),
      batch_(samples_ == 0 ? 0 : static_cast<std::size_t>(objective_entry(objective.index()).batch(prepared_objective_))),
      runs_(std::make_unique<std::uint64_t[]>(lanes_)) {
    if (batch_ == samples_) samples_ = 0;
    rule_ = kernels().rules[optimizer.index()];
    trace_ = kernels().traces[optimizer.index()];
    gradients_ = kernels().gradients[objective.index()];
    chosen_ = std::make_unique<int[]>(samples_);
    const std::size_t arrays = 2 + 2 + 1 + 2 + 2 + 2 + 1 + samples_ + all_params_ + 2 * accumulators_;
    const std::size_t size = arrays * stride_;
    memory_.reset(static_cast<double*>(::operator new[](size * sizeof(double), cache_line)));
    std::fill_n(memory_.get(), size, 0.0);
    double* next = memory_.get();
    const auto take = [&](std::size_t count) {
        double* taken = next;
        next += count * stride_;
        return taken;
    };
    start_ = take(2), x_ = take(2), f_ = take(1), g_ = take(2), prepared_ = take(2), rate_ = take(2), scheduled_ = take(1);
    weights_ = take(samples_), params_ = take(all_params_), state_ = take(2 * accumulators_);
    for (std::size_t k = 0; k < all_params_; ++k) std::fill_n(param(k), stride_, optimizer.params()[k]);
}

void Block::set(int index, double value) {
    std::fill_n(param(static_cast<std::size_t>(index)), stride_, value);
    is_noted_ = false;
}

void Block::set(int index, int lane, double value) {
    const Scale scale = optimizer_.info().params[static_cast<std::size_t>(index)].scale;
    if (scale == Scale::toggle || scale == Scale::choice)
        throw std::invalid_argument("all lanes of a block share their toggles and choices");
    param(static_cast<std::size_t>(index))[lane] = value;
    is_noted_ = false;
}

void Block::set_noise(double deviation, std::uint64_t seed) { noise_ = deviation, seed_ = seed; }

void Block::place(int lane, Point start) {
    start_[lane] = start.x;
    start_[stride_ + static_cast<std::size_t>(lane)] = start.y;
}

void Block::start() {
    steps_ = 0;
    std::copy_n(start_, 2 * stride_, x_);
    std::vector<double> own(own_params_), state(accumulators_);
    for (std::size_t i = 0; i < lanes_; ++i) {
        for (std::size_t k = 0; k < own_params_; ++k) own[k] = param(k)[i];
        start_state(optimizer_.index(), own, state);
        for (std::size_t k = 0; k < accumulators_; ++k)
            state_[2 * k * stride_ + i] = state_[(2 * k + 1) * stride_ + i] = state[k];
    }
    fill_padding();
    evaluate();
}

void Block::restore(int lane, int steps, Point at, const Sample& sample, std::span<const double> accumulators) {
    const auto i = static_cast<std::size_t>(lane);
    steps_ = steps;
    x_[i] = at.x, x_[stride_ + i] = at.y;
    f_[i] = sample.f, g_[i] = sample.gx, g_[stride_ + i] = sample.gy;
    for (std::size_t k = 0; k < 2 * accumulators_; ++k) state_[k * stride_ + i] = accumulators[k];
    fill_padding();
}

/// The kernels work on whole registers: lanes that fill the last one up do what the last lane does.
void Block::fill_padding() {
    const std::size_t arrays = static_cast<std::size_t>(state_ - memory_.get()) / stride_ + 2 * accumulators_;
    for (std::size_t k = 0; k < arrays; ++k) {
        double* array = memory_.get() + k * stride_;
        std::fill(array + lanes_, array + stride_, array[lanes_ - 1]);
    }
    is_noted_ = false;
}

void Block::note_what_is_on() {
    is_noted_ = true;
    update_ = {.lanes = joint_ == nullptr ? padded_ : lanes_,
               .stride = stride_,
               .lr = params_,
               .params = params_,
               .on = 0,
               .g = g_,
               .f = f_,
               .x = x_,
               .rate = rate_,
               .state = state_,
               .rule = optimizer_.rule()};
    const auto any_of = [&](const double* values) {
        return std::any_of(values, values + lanes_, [](double v) { return v != 0; });
    };
    for (std::size_t k = 0; k < own_params_; ++k)
        if (any_of(param(k))) update_.on |= std::uint32_t{1} << k;
    if (all_params_ == own_params_) return;
    const auto any = [&](Common c) { return any_of(common(::ravine::place(c))); };
    has_schedule_ = any(Common::schedule);
    has_decay_ = any(Common::weight_decay);
    has_preparation_ = any(Common::clip_norm) || (has_decay_ && !decouples_decay(optimizer_.index()));
}

void Block::step() {
    if (!is_noted_) note_what_is_on();
    update_.update = steps_ + 1.0;
    if (has_schedule_) update_.lr = scheduled_rates();
    if (has_preparation_) update_.g = prepared_gradients();
    if (joint_ != nullptr) {
        joint_(update_, {prepared_objective_, objective_.index()});
    } else {
        if (has_decay_ && decouples_decay(optimizer_.index()))
            kernels().decay({padded_, stride_, update_.lr, common(::ravine::place(Common::weight_decay)), x_});
        rule_(update_);
    }
    ++steps_;
    evaluate();
}

void Block::trace(int updates, const RowColumns& to) {
    if (!is_noted_) note_what_is_on();
    if (trace_ != nullptr && samples_ == 0 && noise_ == 0 && !has_schedule_ && !has_decay_ && !has_preparation_) {
        const auto row = static_cast<std::size_t>(steps_) + 1;
        update_.update = static_cast<double>(row);
        trace_({.rule = update_,
                .updates = static_cast<std::size_t>(updates),
                .row = row,
                .objective_index = static_cast<std::size_t>(objective_.index()),
                .objective = &prepared_objective_,
                .f = f_,
                .g = g_,
                .columns = to});
        steps_ += updates;
        return;
    }
    for (int k = 0; k < updates; ++k) {
        step();
        write(to);
    }
}

void Block::write(const RowColumns& to) const {
    const auto row = static_cast<std::size_t>(steps_);
    to.x[row] = x_[0], to.y[row] = x_[stride_], to.f[row] = f_[0];
    to.gx[row] = g_[0], to.gy[row] = g_[stride_];
    to.rate_x[row] = rate_[0], to.rate_y[row] = rate_[stride_];
    for (std::size_t k = 0; k < accumulators_; ++k) {
        const double* state = state_ + 2 * k * stride_;
        to.state[k][2 * row] = state[0], to.state[k][2 * row + 1] = state[stride_];
    }
}

void Block::evaluate() {
    gradients_(&prepared_objective_, padded_, x_, x_ + stride_, f_, g_, g_ + stride_);
    if (samples_ > 0) draw_batches();
    if (noise_ > 0) add_noise();
}

/// Puts the gradient of each lane's own mini-batch in the place of the full one.
void Block::draw_batches() {
    std::fill_n(weights_, samples_ * stride_, 0.0);
    for (std::size_t i = 0; i < lanes_; ++i) {
        const std::span<int> chosen(chosen_.get(), samples_);
        const std::span<const int> batch =
            batch_of(seed_, runs_[i], static_cast<std::uint64_t>(steps_), static_cast<int>(batch_), chosen);
        for (const int k : batch) weights_[static_cast<std::size_t>(k) * stride_ + i] = 1.0 / static_cast<double>(batch.size());
    }
    kernels().batches[objective_.index()](&prepared_objective_, {padded_, stride_, x_, weights_, g_});
}

void Block::add_noise() {
    for (std::size_t i = 0; i < lanes_; ++i) {
        const Point noise = gaussian(seed_, runs_[i], static_cast<std::uint64_t>(steps_));
        g_[i] += noise_ * noise.x;
        g_[stride_ + i] += noise_ * noise.y;
    }
}

const double* Block::scheduled_rates() {
    const auto value = [&](Common c, std::size_t lane) { return common(::ravine::place(c))[lane]; };
    for (std::size_t i = 0; i < padded_; ++i) {
        const Schedule schedule{static_cast<ScheduleKind>(static_cast<int>(value(Common::schedule, i))),
                                value(Common::every, i),
                                value(Common::gamma, i),
                                value(Common::steps, i),
                                value(Common::floor, i),
                                value(Common::warmup, i),
                                value(Common::decay, i)};
        scheduled_[i] = scheduled(schedule, params_[i], steps_);
    }
    return scheduled_;
}

const double* Block::prepared_gradients() {
    PrepareArguments a;
    a.lanes = padded_;
    a.stride = stride_;
    a.clip_norm = common(::ravine::place(Common::clip_norm));
    a.weight_decay = decouples_decay(optimizer_.index()) ? nullptr : common(::ravine::place(Common::weight_decay));
    a.x = x_;
    a.g = g_;
    a.prepared = prepared_;
    kernels().prepare(a);
    return prepared_;
}

}  // namespace ravine
