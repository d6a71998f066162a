#include "engine/run.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

#include "engine/block.h"
#include "engine/outcome.h"

namespace ravine {
namespace {

constexpr double no_rate = std::numeric_limits<double>::quiet_NaN();

template <class Body>
void for_each_column(Run& run, Body body) {
    for (auto* column : {&run.x, &run.y, &run.f, &run.gx, &run.gy, &run.rate_x, &run.rate_y}) body(*column, std::size_t{1});
    for (auto& column : run.state) body(column, std::size_t{2});
}

void resize(Run& run, std::size_t rows) {
    for_each_column(run, [rows](std::vector<double>& column, std::size_t per_row) { column.resize(rows * per_row); });
}

/// Writes the rows of a run, one after the other, into columns that grow ahead of it.
class Recorder {
public:
    Recorder(const Block& block, Run& run, int most_rows) : block_(block), run_(run), most_(static_cast<std::size_t>(most_rows)) {
        run_.state.resize(static_cast<std::size_t>(block.accumulators()));
    }

    /// Row `step` from the block's lane; false, and nothing is kept, where a number is not finite.
    bool record(int step) {
        const auto row = static_cast<std::size_t>(step);
        if (row >= capacity_) grow(row);
        run_.x[row] = block_.x()[0], run_.y[row] = block_.y()[0], run_.f[row] = block_.f()[0];
        run_.gx[row] = block_.gx()[0], run_.gy[row] = block_.gy()[0];
        run_.rate_x[row] = block_.rate_x()[0], run_.rate_y[row] = block_.rate_y()[0];
        double sum = nothing(run_.x[row]) + nothing(run_.y[row]) + nothing(run_.f[row]) + nothing(run_.gx[row]) +
                     nothing(run_.gy[row]) + nothing(run_.rate_x[row]) + nothing(run_.rate_y[row]);
        for (int k = 0; k < block_.accumulators(); ++k) {
            double* state = &run_.state[static_cast<std::size_t>(k)][2 * row];
            state[0] = block_.state_x(k)[0], state[1] = block_.state_y(k)[0];
            sum += nothing(state[0]) + nothing(state[1]);
        }
        return sum == 0;
    }

    /// Cuts the columns to `rows`.
    void finish(int rows) { resize(run_, static_cast<std::size_t>(rows)); }

private:
    /// 0 for finite numbers, NaN for others.
    static double nothing(double v) { return v - v; }

    void grow(std::size_t row) {
        capacity_ = std::min(std::max<std::size_t>({2 * capacity_, row + 1, 512}), most_);
        resize(run_, capacity_);
    }

    const Block& block_;
    Run& run_;
    std::size_t most_, capacity_ = 0;
};

/// Hyperparameters as they change on the way.
class Changes {
public:
    explicit Changes(const RunSpec& spec) : list_(spec.changes) { std::ranges::stable_sort(list_, {}, &Change::step); }

    /// Makes the changes that the update step → step + 1 is the first to feel, and all earlier ones.
    void apply(int step, Block& block) {
        for (; next_ < list_.size() && list_[next_].step <= step; ++next_) block.set(list_[next_].param, list_[next_].value);
    }

private:
    std::vector<Change> list_;
    std::size_t next_ = 0;
};

void check(const RunSpec& spec) {
    if (spec.steps < 1 || spec.steps > max_steps)
        throw std::invalid_argument("a run takes 1 to 1,000,000 steps, not " + std::to_string(spec.steps));
    if (!std::isfinite(spec.start.x) || !std::isfinite(spec.start.y))
        throw std::invalid_argument("a run starts at a point with finite coordinates");
    if (!std::isfinite(spec.noise) || spec.noise < 0)
        throw std::invalid_argument("the noise of a run is a number that is 0 or more");
    const auto& params = spec.optimizer.info().params;
    for (const Change& change : spec.changes) {
        if (change.param < 0 || static_cast<std::size_t>(change.param) >= params.size())
            throw std::invalid_argument("a change names hyperparameter " + std::to_string(change.param) + ", of " +
                                        std::to_string(params.size()));
        const Parameter& p = params[static_cast<std::size_t>(change.param)];
        if (const std::string reason = why_not(p, change.value); !reason.empty())
            throw std::invalid_argument("a change of '" + std::string(p.id) + "' needs " + reason);
    }
}

Block block_of(const RunSpec& spec) {
    Block block(spec.objective, spec.optimizer, 1);
    block.set_noise(spec.noise, spec.seed);
    block.set_run(0, spec.run);
    block.place(0, spec.start);
    return block;
}

double clamped(double v) {
    if (std::isnan(v)) return 0;
    return std::clamp(v, std::numeric_limits<double>::lowest(), std::numeric_limits<double>::max());
}

/// A start where f has no finite value: one row that says so as well as finite numbers can.
Run ended_at_start(Run run, const Bounds& bounds) {
    for_each_column(run,
                    [](std::vector<double>& column, std::size_t) { std::ranges::transform(column, column.begin(), clamped); });
    run.rate_x[0] = run.rate_y[0] = no_rate;
    run.outcome = bounds.why_ended(run.at(0));
    return run;
}

/// Updates from row `first` to the end.
void go_on(const RunSpec& spec, Block& block, Recorder& recorder, const Bounds& bounds, Run& run, int first) {
    Changes changes(spec);
    int step = first;
    for (; step < spec.steps && !bounds.has_left(run.at(step)); ++step) {
        changes.apply(step, block);
        block.step();
        if (recorder.record(step + 1)) continue;
        recorder.finish(step + 1);
        run.outcome = bounds.why_ended({block.x()[0], block.y()[0]});
        return;
    }
    recorder.finish(step + 1);
    if (bounds.has_left(run.at(step)))
        run.outcome = Outcome::diverged;
    else
        judge(spec.objective, run);
}

}  // namespace

Run simulate(const RunSpec& spec) {
    check(spec);
    Run run;
    Block block = block_of(spec);
    const Bounds bounds(spec.objective.info().domain, spec.start);
    Recorder recorder(block, run, spec.steps + 1);
    Changes(spec).apply(0, block);
    block.start();
    if (!recorder.record(0)) {
        recorder.finish(1);
        return ended_at_start(std::move(run), bounds);
    }
    run.rate_x[0] = run.rate_y[0] = no_rate;
    go_on(spec, block, recorder, bounds, run, 0);
    return run;
}

Run resume(const RunSpec& spec, const Run& run, int step) {
    check(spec);
    if (step < 0 || step > run.last())
        throw std::invalid_argument("a run can be taken up at steps 0 to " + std::to_string(run.last()) + ", not " +
                                    std::to_string(step));
    if (run.size() == 1) return simulate(spec);
    Run rest = run;
    resize(rest, static_cast<std::size_t>(step) + 1);
    rest.outcome = Outcome::moving;
    rest.converged_at = -1;

    const auto row = static_cast<std::size_t>(step);
    std::vector<double> accumulators;
    for (const auto& column : run.state) accumulators.insert(accumulators.end(), {column[2 * row], column[2 * row + 1]});
    Block block = block_of(spec);
    Changes(spec).apply(step, block);
    block.restore(0, step, run.at(step), {run.f[row], run.gx[row], run.gy[row]}, accumulators);
    Recorder recorder(block, rest, spec.steps + 1);
    go_on(spec, block, recorder, Bounds(spec.objective.info().domain, spec.start), rest, step);
    return rest;
}

}  // namespace ravine
