// Fair comparison: every optimizer gets the same number of runs to find its best hyperparameters.
//
// The search is random and log-uniform (J. Bergstra, Y. Bengio, "Random search for hyper-parameter optimization", JMLR 13, 2012):
// the learning rate over its slider's decades, decay factors over the decades of 1 − value. All other hyperparameters keep the
// values they have. The first run of each search is the setting it starts from, so the result is never worse.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "engine/run.h"

namespace ravine {

struct TuneSpec {
    RunSpec run;              ///< whose optimizer is tuned
    int budget = 256;         ///< runs, 1 .. 1,000,000
    std::uint64_t seed = 1;   ///< of the search; the noise keeps the run's
    double tolerance = 1e-6;  ///< a run has arrived where f − f* is at most this
};

struct Tuned {
    std::vector<double> params;  ///< the best setting, every hyperparameter in the catalogue's order
    double f = 0;                ///< where its run ends; NaN where no setting stayed in the domain of f
    int steps = -1;              ///< from which step on it has arrived, or -1
    Outcome outcome = Outcome::moving;
    int runs = 0;               ///< tried
    std::vector<int> searched;  ///< which hyperparameters were varied
};

/// Whether a search varies this one of a rule's own hyperparameters.
bool is_searched(const Parameter& p);

/// The best is the run that arrives first; where none arrives, the one that ends lowest. Runs on all cores; the result does not
/// depend on how many there are. Stopped early, it is the best so far. Throws std::invalid_argument where out of range.
Tuned tune(const TuneSpec& spec, const std::stop_token& stop = {}, const std::function<void(double)>& progress = {});

}  // namespace ravine
