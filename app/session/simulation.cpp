#include "app/session/simulation.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace ravine {
namespace {

/// Without noise a run draws nothing: it does not depend on its number and seed.
RunSpec essence(RunSpec spec) {
    if (spec.noise == 0 && !spec.objective.draws_batches()) spec.seed = spec.run = 0;
    return spec;
}

/// Whether two sessions have the same runs: asked several times in every frame, where mostly nothing but the view has changed.
bool same_runs(const Session& a, const Session& b) {
    return a.objective == b.objective && a.objective_params == b.objective_params && a.formula == b.formula &&
           a.start == b.start && a.more_starts == b.more_starts && a.ensemble == b.ensemble && a.steps == b.steps &&
           a.seed == b.seed && a.noise == b.noise && a.optimizers == b.optimizers && a.changes == b.changes;
}

}  // namespace

int members(const Session& session) { return session.noise > 0 || objective_of(session).draws_batches() ? session.ensemble : 1; }

std::vector<RunPlace> run_places(const Session& session) {
    std::vector<RunPlace> places;
    const int optimizers = static_cast<int>(session.optimizers.size()), repeats = members(session);
    for (int i = 0; i < optimizers; ++i) places.push_back({i, 0, 0});
    for (int i = 0; i < optimizers; ++i)
        for (int start = 0; start <= static_cast<int>(session.more_starts.size()); ++start)
            for (int member = 0; member < repeats; ++member)
                if (start > 0 || member > 0) places.push_back({i, start, member});
    return places;
}

RunSpec run_spec(const Session& session, const RunPlace& place) {
    const int i = place.optimizer;
    const OptimizerChoice& choice = session.optimizers.at(static_cast<std::size_t>(i));
    RunSpec spec{.objective = objective_of(session), .optimizer = optimizer_of(choice), .start = session.start};
    if (place.start > 0) spec.start = session.more_starts.at(static_cast<std::size_t>(place.start) - 1);
    spec.steps = session.steps;
    spec.seed = session.seed;
    // A run keeps its noise when others come and go.
    spec.run = static_cast<std::uint64_t>(i + max_optimizers * (place.member + max_ensemble * place.start));
    spec.noise = session.noise;
    for (const SessionChange& change : session.changes) {
        if (change.optimizer != i) continue;
        const int param = index_of(spec.optimizer.info().params, change.param);
        if (param < 0) throw std::invalid_argument("a change names an unknown parameter: " + change.param);
        spec.changes.push_back({change.step, param, change.value});
    }
    std::stable_sort(spec.changes.begin(), spec.changes.end(), [](const Change& a, const Change& b) { return a.step < b.step; });
    return spec;
}

RunSpec run_spec(const Session& session, int i) { return run_spec(session, run_places(session).at(static_cast<std::size_t>(i))); }

const Runs& Simulation::runs(const Session& session) {
    if (last_ && same_runs(*last_, session)) return runs_;
    std::vector<RunSpec> specs;
    Runs now;
    for (const RunPlace& place : run_places(session)) {
        const RunSpec spec = run_spec(session, place);
        specs.push_back(essence(spec));
        // Any place will do: a card that moves up when another is removed keeps its run.
        const std::size_t here = specs.size() - 1;
        const auto known = here < specs_.size() && specs_[here] == specs.back()
                               ? specs_.begin() + static_cast<std::ptrdiff_t>(here)
                               : std::find(specs_.begin(), specs_.end(), specs.back());
        if (known != specs_.end()) {
            now.push_back(runs_[static_cast<std::size_t>(known - specs_.begin())]);
        } else {
            now.push_back(std::make_shared<const Run>(simulate(spec)));
            ++computed_;
        }
    }
    last_ = session;
    specs_ = std::move(specs);
    runs_ = std::move(now);
    return runs_;
}

Runs simulate(const Session& session) { return Simulation().runs(session); }

int last_step(const Runs& runs) {
    int last = 0;
    for (const RunPtr& run : runs) last = std::max(last, run->last());
    return last;
}

}  // namespace ravine
