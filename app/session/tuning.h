// Fair tuning of a whole session: every optimizer gets the same number of runs to find its best setting.
#pragma once

#include <string>
#include <vector>

#include "app/session/background.h"
#include "app/session/session.h"
#include "app/session/simulation.h"
#include "engine/tune.h"

namespace ravine {

/// What the search found for one card.
struct TunedCard {
    std::string id;  ///< of its optimizer
    double before = 0;
    Outcome outcome_before = Outcome::moving;
    Tuned best;
};

/// The cards that have been tuned so far, from the first on.
struct TuningTable {
    std::vector<TunedCard> cards;
    int budget = 0;  ///< runs of each
};

/// `runs`: those of the session as it stands, for the numbers before. Publishes the table after each card.
void tune_all(const Session& session, const Runs& runs, int budget, const Background<TuningTable>::Job& job);

/// The session without all that the search does not depend on: what it finds holds for sessions where this is equal.
Session tuning_problem(Session session);

bool is_applied(const Session& session, const TuningTable& table, std::size_t card);
/// Gives the card its best setting, from the first step on. Does nothing where the session has another optimizer there.
void apply_tuned(Session& session, const TuningTable& table, std::size_t card);

}  // namespace ravine
