// What figures say about optimizers and runs, in few words. The window uses the same words.
#pragma once

#include <string>
#include <vector>

#include "app/session/simulation.h"

namespace ravine {

/// The hyperparameters that matter, as signs and values: "η 0.01  ρ 0.9". The learning rate and the decays always, the others
/// where they differ from their defaults. `params` may differ from the card's where they were moved while playing.
std::string hyperparameters(const OptimizerInfo& info, std::span<const double> params);

/// The same one by one, those that differ from their defaults first: as many as there is room for tell most.
std::vector<std::string> telling_settings(const OptimizerInfo& info, std::span<const double> params);
/// What stands between two of them on one line.
inline constexpr std::string_view between_settings = "   ";

/// The hyperparameters of the i-th optimizer that the update from `step` on uses.
std::vector<double> params_at(const Session& session, int i, int step);

/// How the run ended, once playback has got there; else empty. "converged to a global minimum at step 88"
std::string outcome_words(const Run& run, int row);
/// The same in a word or two: "converged at 88".
std::string outcome_short(const Run& run, int row);

/// How the run stands at `row`: moving, until playback gets to where its outcome is known.
Outcome outcome_at(const Run& run, int row);
/// The run has diverged or left the domain of f by `row`.
bool is_over(const Run& run, int row);

/// The names of all optimizers, told apart where one rule is there more than once: "RMSprop 1", "RMSprop 2".
std::vector<std::string> optimizer_names(const Session& session);

/// f at the known global minimum.
struct Base {
    bool known = false;
    double f = 0;
};
Base known_base(const Objective& objective);

/// The sentence above the panes: the lesson's caption, or what the numbers say at `row`.
std::string caption(const Session& session, const Runs& runs, int step);

}  // namespace ravine
