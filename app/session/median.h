// The runs of an ensemble in one: the median of every number, step by step.
#pragma once

#include <span>
#include <vector>

#include "app/session/simulation.h"

namespace ravine {

/// The median path: at each step the medians of x and of y over the runs, and so of every other column; between the two middle
/// ones where their number is even. It is no run itself: nothing says that one of them passed there. A run that has ended counts
/// with its last row. The median ends where more than half of the runs have diverged or left the domain of f, and says
/// which; else its outcome is the most frequent one, and it has converged when half of the runs have. `runs` is not empty, and
/// all are of one optimizer.
Run median_run(std::span<const RunPtr> runs);

/// What pictures show of the runs of a session: the first ones are as many as there are optimizers and stand for them, the others
/// lie behind. Without an ensemble these are the runs themselves; else medians, and behind them every run.
struct Cast {
    Runs runs;
    std::vector<RunPlace> places;  ///< of the runs
};

/// A pure function with a memory: a median is computed once for the same runs.
class Casting {
public:
    /// `runs` are those of the session. The result stays until the next call.
    const Cast& of(const Session& session, const Runs& runs);

private:
    struct Known {
        Runs from;
        RunPtr median;
    };
    RunPtr median(Runs from);

    std::vector<Known> former_, known_;
    Runs last_;
    std::vector<RunPlace> last_places_;
    Cast cast_;
};

}  // namespace ravine
