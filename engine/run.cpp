#include "engine/run.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
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

/// Whether no number is infinite or NaN. v − v is 0 for finite numbers and NaN for others; four sums side by side, because one
/// addition would wait for the other.
bool are_finite(std::span<const double> numbers) {
    double sums[4] = {};
    std::size_t i = 0;
    for (; i + 4 <= numbers.size(); i += 4)
        for (std::size_t k = 0; k < 4; ++k) sums[k] += numbers[i + k] - numbers[i + k];
    for (; i < numbers.size(); ++i) sums[0] += numbers[i] - numbers[i];
    return sums[0] + sums[1] + sums[2] + sums[3] == 0;
}

/// The rows of a run in columns that grow ahead of it. Whether the numbers are finite is asked of many rows at a time: asking
/// each row would take as long as writing it.
class Recorder {
public:
    Recorder(const Block& block, Run& run, int most_rows) : run_(run), most_(static_cast<std::size_t>(most_rows)) {
        run_.state.resize(static_cast<std::size_t>(block.accumulators()));
    }

    /// The columns, with room for rows up to `step`.
    const RowColumns& columns(int step) {
        const auto rows = static_cast<std::size_t>(step) + 1;
        if (rows > capacity_) {
            capacity_ = std::min(std::max<std::size_t>({2 * capacity_, rows, 2048}), most_);
            resize(run_, capacity_);
            connect();
        }
        return columns_;
    }

    /// Whether every number of rows `first` to `last` is finite.
    bool is_finite(int first, int last) const {
        bool finite = true;
        const auto from = static_cast<std::size_t>(first), rows = static_cast<std::size_t>(last) + 1 - from;
        for_each_column(run_, [&](const std::vector<double>& column, std::size_t per_row) {
            finite = finite && are_finite(std::span(column).subspan(from * per_row, rows * per_row));
        });
        return finite;
    }

    /// Cuts the columns to `rows`.
    void finish(int rows) { resize(run_, static_cast<std::size_t>(rows)); }

private:
    /// Where the columns are now.
    void connect() {
        state_.clear();
        for (auto& column : run_.state) state_.push_back(column.data());
        columns_ = {.x = run_.x.data(),
                    .y = run_.y.data(),
                    .f = run_.f.data(),
                    .gx = run_.gx.data(),
                    .gy = run_.gy.data(),
                    .rate_x = run_.rate_x.data(),
                    .rate_y = run_.rate_y.data(),
                    .state = state_.data()};
    }

    Run& run_;
    std::size_t most_, capacity_ = 0;
    std::vector<double*> state_;
    RowColumns columns_;
};

/// Hyperparameters as they change on the way.
class Changes {
public:
    explicit Changes(const RunSpec& spec) : list_(spec.changes) { std::ranges::stable_sort(list_, {}, &Change::step); }

    /// Makes the changes that the update step → step + 1 is the first to feel, and all earlier ones.
    void apply(int step, Block& block) {
        for (; next_ < list_.size() && list_[next_].step <= step; ++next_) block.set(list_[next_].param, list_[next_].value);
    }

    /// The step of the next change, or `otherwise` where there is none before it.
    int next_step(int otherwise) const { return next_ < list_.size() ? std::min(list_[next_].step, otherwise) : otherwise; }

private:
    std::vector<Change> list_;
    std::size_t next_ = 0;
};

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

/// Updates from row `first` to the end. Rows are looked at in parts: what comes after a row that ends the run is thrown away.
void go_on(const RunSpec& spec, Block& block, Recorder& recorder, const Bounds& bounds, Run& run, int first) {
    constexpr int part = 64;
    Changes changes(spec);
    int step = first;
    while (step < spec.steps && !bounds.has_left(run.at(step))) {
        changes.apply(step, block);
        const int begin = step + 1, end = changes.next_step(std::min(step + part, spec.steps));
        block.trace(end - step, recorder.columns(end));
        const bool all_finite = recorder.is_finite(begin, end);
        for (step = begin; step < end && !bounds.has_left(run.at(step)); ++step)
            if (!all_finite && !recorder.is_finite(step, step)) break;
        if (all_finite || recorder.is_finite(step, step)) continue;
        run.outcome = bounds.why_ended(run.at(step));
        recorder.finish(step);
        return;
    }
    recorder.finish(step + 1);
    if (bounds.has_left(run.at(step)))
        run.outcome = Outcome::diverged;
    else
        judge(spec.objective, run);
}

}  // namespace

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

Run simulate(const RunSpec& spec) {
    check(spec);
    Run run;
    Block block = block_of(spec);
    const Bounds bounds(spec.objective.info().domain, spec.start);
    Recorder recorder(block, run, spec.steps + 1);
    Changes(spec).apply(0, block);
    block.start();
    block.write(recorder.columns(0));
    if (!recorder.is_finite(0, 0)) {
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
