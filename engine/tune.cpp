#include "engine/tune.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <limits>
#include <memory>
#include <stdexcept>
#include <string>

#include <tbb/parallel_for.h>

#include "engine/counter_random.h"
#include "engine/tracker.h"

namespace ravine {
namespace {

constexpr int most_runs = 1'000'000;

std::vector<int> searched_params(const OptimizerInfo& info) {
    std::vector<int> list;
    for (std::size_t k = 0; k < info.own_params; ++k) {
        if (is_searched(info.params[k])) list.push_back(static_cast<int>(k));
    }
    return list;
}

/// Hyperparameter number `dimension` of the trial, from its slider.
double drawn(const Parameter& p, std::uint64_t seed, int trial, std::size_t dimension) {
    return slider_value(p, unit_of(mixed(stream_of(seed, static_cast<std::uint64_t>(trial), dimension))));
}

struct Trial {
    int number = 0;
    double f = std::numeric_limits<double>::quiet_NaN();
    int steps = -1;
    Outcome outcome = Outcome::moving;
};

/// Arrived before not arrived, early before late, low before high, and the earlier trial of equals: a total order, so that the
/// best does not depend on who is asked first.
bool better(const Trial& a, const Trial& b) {
    const auto key = [](const Trial& t) {
        const double never = std::numeric_limits<double>::infinity();
        const bool lost = t.outcome == Outcome::diverged || t.outcome == Outcome::undefined || !std::isfinite(t.f);
        return std::array<double, 4>{lost ? 1.0 : 0.0, t.steps < 0 ? never : t.steps, std::isnan(t.f) ? never : t.f,
                                     static_cast<double>(t.number)};
    };
    return key(a) < key(b);
}

class Search {
public:
    Search(const TuneSpec& spec, std::vector<int> searched)
        : spec_(spec), judge_(spec.run.objective), searched_(std::move(searched)) {}

    double value(int trial, std::size_t dimension) const {
        const auto k = static_cast<std::size_t>(searched_[dimension]);
        return trial == 0 ? spec_.run.optimizer.params()[k]
                          : drawn(spec_.run.optimizer.info().params[k], spec_.seed, trial, dimension);
    }

    /// The best of the trials from `first` on that one block holds; none where it was stopped.
    bool block(int first, int count, Trial& best, const std::stop_token& stop) const {
        const RunSpec& run = spec_.run;
        Block block(run.objective, run.optimizer, count);
        block.set_noise(run.noise, run.seed);
        const std::vector<Point> starts(static_cast<std::size_t>(count), run.start);
        for (int lane = 0; lane < count; ++lane) {
            block.place(lane, run.start);
            block.set_run(lane, run.run);
            for (std::size_t d = 0; d < searched_.size(); ++d) block.set(searched_[d], lane, value(first + lane, d));
        }
        const double never = -std::numeric_limits<double>::infinity();
        const auto tracker = std::make_unique<Tracker>(
            judge_, Arrival{judge_.minima().empty() ? never : judge_.minima().front().f + spec_.tolerance, {}, {}, 0});
        if (!tracker->run(block, {run.steps, starts, {}}, stop)) return false;
        for (int lane = 0; lane < count; ++lane) {
            const Trial trial{first + lane, tracker->f(lane), tracker->arrived(lane), tracker->outcome(lane)};
            if (lane == 0 || better(trial, best)) best = trial;
        }
        return true;
    }

private:
    const TuneSpec& spec_;
    Judge judge_;
    std::vector<int> searched_;
};

}  // namespace

bool is_searched(const Parameter& p) { return p.id == "lr" || p.scale == Scale::decay; }

Tuned tune(const TuneSpec& spec, const std::stop_token& stop, const std::function<void(double)>& progress) {
    check(spec.run);
    if (spec.budget < 1 || spec.budget > most_runs)
        throw std::invalid_argument("a search takes 1 to 1,000,000 runs, not " + std::to_string(spec.budget));
    Tuned tuned;
    tuned.searched = searched_params(spec.run.optimizer.info());
    const Search search(spec, tuned.searched);
    const int blocks = (spec.budget + Block::max_lanes - 1) / Block::max_lanes;
    std::vector<Trial> best(static_cast<std::size_t>(blocks));
    std::atomic<int> done = 0, runs = 0;
    tbb::parallel_for(0, blocks, [&](int b) {
        const int first = b * Block::max_lanes, count = std::min(Block::max_lanes, spec.budget - first);
        if (stop.stop_requested() || !search.block(first, count, best[static_cast<std::size_t>(b)], stop)) return;
        runs += count;
        if (progress) progress(static_cast<double>(++done) / blocks);
    });
    const Trial& found = *std::min_element(best.begin(), best.end(), better);
    tuned.params.assign(spec.run.optimizer.params().begin(), spec.run.optimizer.params().end());
    for (std::size_t d = 0; d < tuned.searched.size(); ++d)
        tuned.params[static_cast<std::size_t>(tuned.searched[d])] = search.value(found.number, d);
    tuned.f = found.f;
    tuned.steps = found.steps;
    tuned.outcome = found.outcome;
    tuned.runs = runs;
    return tuned;
}

}  // namespace ravine
