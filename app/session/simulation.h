// Session → Runs.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "app/session/session.h"
#include "engine/run.h"

namespace ravine {

/// The runs of a session: one per optimizer in its order, from the session's start; behind them, in the order of run_places,
/// those from other starts and of the ensemble. A run is immutable and shared: whoever caches something that is made
/// from a run keys it by the pointer (and keeps the pointer, so that it is not reused).
using RunPtr = std::shared_ptr<const Run>;
using Runs = std::vector<RunPtr>;

/// Which run stands at a place of Runs.
struct RunPlace {
    int optimizer = 0;
    int start = 0;   ///< 0: Session::start; from 1: Session::more_starts
    int member = 0;  ///< of the ensemble, or `median` of all of them
    static constexpr int median = -1;
};

/// How many runs each optimizer makes from each start: the ensemble, or 1 where nothing is drawn at random and all would be
/// alike.
int members(const Session& session);
std::vector<RunPlace> run_places(const Session& session);

/// What the i-th run of a session depends on: nothing of the view, nothing of the other optimizers. Throws std::out_of_range
/// where there is no such run.
RunSpec run_spec(const Session& session, const RunPlace& place);
RunSpec run_spec(const Session& session, int i);

/// A pure function with a memory: `runs(session)` recomputes only the runs whose RunSpec differs from the last call's.
class Simulation {
public:
    const Runs& runs(const Session& session);

    /// How many runs it has computed so far.
    std::int64_t computed() const { return computed_; }

private:
    std::optional<Session> last_;
    std::vector<RunSpec> specs_;
    Runs runs_;
    std::int64_t computed_ = 0;
};

/// All runs of a session, computed anew.
Runs simulate(const Session& session);

/// The longest run's last step: where playback ends.
int last_step(const Runs& runs);

}  // namespace ravine
