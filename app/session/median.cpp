#include "app/session/median.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace ravine {
namespace {

/// Sorts `values` partly. NaN where one of them is.
double median_of(std::span<double> values) {
    if (std::ranges::any_of(values, [](double v) { return std::isnan(v); })) return std::numeric_limits<double>::quiet_NaN();
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1) return *middle;
    const double below = *std::max_element(values.begin(), middle);
    // Halves first: the sum of two large numbers may be none.
    return below == *middle ? below : below / 2 + *middle / 2;
}

bool over(const Run& run) { return run.outcome == Outcome::diverged || run.outcome == Outcome::undefined; }

/// The last row at which no more than half of the runs are over, or the first at which more are.
std::size_t rows_of(std::span<const RunPtr> runs) {
    std::size_t longest = 0;
    std::vector<std::size_t> ends;
    for (const RunPtr& run : runs) {
        longest = std::max(longest, run->size());
        if (over(*run)) ends.push_back(run->size());
    }
    if (2 * ends.size() <= runs.size()) return longest;
    const auto half = ends.begin() + static_cast<std::ptrdiff_t>(runs.size() / 2);
    std::ranges::nth_element(ends, half);
    return *half;
}

/// The most frequent one; of equally frequent ones the first in the order of Outcome.
Outcome common_outcome(std::span<const RunPtr> runs, bool ended) {
    std::array<int, static_cast<std::size_t>(Outcome::undefined) + 1> count{};
    for (const RunPtr& run : runs)
        if (over(*run) == ended) ++count.at(static_cast<std::size_t>(run->outcome));
    return static_cast<Outcome>(std::ranges::max_element(count) - count.begin());
}

/// The step by which at least half of the runs have converged, or −1.
int converged_by(std::span<const RunPtr> runs) {
    std::vector<int> steps;
    for (const RunPtr& run : runs)
        if (run->converged_at >= 0) steps.push_back(run->converged_at);
    const std::size_t half = (runs.size() + 1) / 2;
    if (steps.size() < half) return -1;
    std::ranges::nth_element(steps, steps.begin() + static_cast<std::ptrdiff_t>(half - 1));
    return steps[half - 1];
}

/// One column of the median: `value(run, row)` gives the number of a run.
template <class Value>
std::vector<double> column(std::span<const RunPtr> runs, std::size_t rows, Value&& value) {
    std::vector<double> result(rows), values(runs.size());
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t k = 0; k < runs.size(); ++k) values[k] = value(*runs[k], std::min(row, runs[k]->size() - 1));
        result[row] = median_of(values);
    }
    return result;
}

/// An accumulator: x and y in turn.
std::vector<double> accumulator(std::span<const RunPtr> runs, std::size_t rows, std::size_t slot) {
    std::vector<double> result(2 * rows);
    for (const std::size_t coordinate : {0U, 1U}) {
        const auto values =
            column(runs, rows, [&](const Run& run, std::size_t row) { return run.state[slot][2 * row + coordinate]; });
        for (std::size_t row = 0; row < rows; ++row) result[2 * row + coordinate] = values[row];
    }
    return result;
}

bool same(const std::vector<RunPlace>& a, const std::vector<RunPlace>& b) {
    return std::ranges::equal(a, b, [](const RunPlace& p, const RunPlace& q) {
        return p.optimizer == q.optimizer && p.start == q.start && p.member == q.member;
    });
}

}  // namespace

Run median_run(std::span<const RunPtr> runs) {
    const std::size_t rows = rows_of(runs);
    const auto of = [&](std::vector<double> Run::*numbers) {
        return column(runs, rows, [&](const Run& run, std::size_t row) { return (run.*numbers)[row]; });
    };
    Run median;
    for (std::vector<double> Run::*numbers : {&Run::x, &Run::y, &Run::f, &Run::gx, &Run::gy, &Run::rate_x, &Run::rate_y})
        median.*numbers = of(numbers);
    for (std::size_t slot = 0; slot < runs.front()->state.size(); ++slot) median.state.push_back(accumulator(runs, rows, slot));
    const auto ended = static_cast<std::size_t>(std::ranges::count_if(runs, [](const RunPtr& run) { return over(*run); }));
    median.outcome = common_outcome(runs, 2 * ended > runs.size());
    median.converged_at = over(median) ? -1 : converged_by(runs);
    return median;
}

RunPtr Casting::median(Runs from) {
    const auto known = std::ranges::find(former_, from, &Known::from);
    RunPtr result = known != former_.end() ? known->median : std::make_shared<const Run>(median_run(from));
    known_.push_back({std::move(from), result});
    return result;
}

const Cast& Casting::of(const Session& session, const Runs& runs) {
    std::vector<RunPlace> places = run_places(session);
    if (runs == last_ && same(places, last_places_)) return cast_;
    last_ = runs;
    last_places_ = std::move(places);
    cast_ = {runs, last_places_};
    former_ = std::exchange(known_, {});
    if (members(session) == 1) return cast_;

    cast_ = {};
    std::vector<RunPlace> leads;
    for (int start = 0; start <= static_cast<int>(session.more_starts.size()); ++start)
        for (int i = 0; i < static_cast<int>(session.optimizers.size()); ++i) leads.push_back({i, start, RunPlace::median});
    const auto add = [&](const RunPlace& place, RunPtr run) {
        cast_.places.push_back(place);
        cast_.runs.push_back(std::move(run));
    };
    const auto lead = [&](const RunPlace& place) {
        Runs from;
        for (std::size_t k = 0; k < runs.size(); ++k)
            if (last_places_[k].optimizer == place.optimizer && last_places_[k].start == place.start) from.push_back(runs[k]);
        add(place, median(std::move(from)));
    };
    const auto own = leads.begin() + static_cast<std::ptrdiff_t>(session.optimizers.size());
    std::for_each(leads.begin(), own, lead);
    for (std::size_t k = 0; k < runs.size(); ++k) add(last_places_[k], runs[k]);
    std::for_each(own, leads.end(), lead);
    return cast_;
}

}  // namespace ravine
