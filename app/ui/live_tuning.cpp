#include "app/ui/live_tuning.h"

namespace ravine {

void LiveTuning::begin(const Session& session, const Runs& runs, int budget) {
    problem_ = tuning_problem(session);
    current_ = true;
    background_.ask([session, runs, budget](const auto& job) { tune_all(session, runs, budget, job); });
}

void LiveTuning::follow(const Session& session) {
    if (!problem_) return;
    current_ = *problem_ == tuning_problem(session);
    if (!current_) background_.cancel();
}

}  // namespace ravine
