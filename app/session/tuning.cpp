#include "app/session/tuning.h"

#include <algorithm>

namespace ravine {
namespace {

/// The hyperparameters that a search varies; it begins at those that the card has.
TuneSpec tune_spec(const Session& session, int card, int budget) {
    TuneSpec spec{.run = run_spec(session, card), .budget = budget, .seed = session.seed};
    spec.run.changes.clear();  // a setting is tuned, not the way it was steered
    return spec;
}

bool is_there(const Session& session, const TuningTable& table, std::size_t card) {
    return card < table.cards.size() && card < session.optimizers.size() && session.optimizers[card].id == table.cards[card].id &&
           session.optimizers[card].params.size() == table.cards[card].best.params.size();
}

}  // namespace

void tune_all(const Session& session, const Runs& runs, int budget, const Background<TuningTable>::Job& job) {
    TuningTable table{{}, budget};
    const auto count = static_cast<double>(session.optimizers.size());
    for (std::size_t i = 0; i < session.optimizers.size(); ++i) {
        const auto progress = [&](double fraction) { job.progress((static_cast<double>(i) + fraction) / count); };
        Tuned best = tune(tune_spec(session, static_cast<int>(i), budget), job.stop(), progress);
        if (job.stop().stop_requested()) return;
        table.cards.push_back({session.optimizers[i].id, runs[i]->f.back(), runs[i]->outcome, std::move(best)});
        job.publish(table);
    }
}

Session tuning_problem(Session session) {
    session.title.clear();
    session.view = {};
    session.lesson = {};
    session.more_starts.clear();
    session.ensemble = 1;
    session.changes.clear();
    for (OptimizerChoice& card : session.optimizers) {
        card.color = 0;
        card.shown = true;
        // Applying what was found changes these, and the table holds still.
        const OptimizerInfo& info = info_of(card);
        for (std::size_t k = 0; k < info.own_params; ++k)
            if (is_searched(info.params[k])) card.params[k] = info.params[k].standard;
    }
    return session;
}

bool is_applied(const Session& session, const TuningTable& table, std::size_t card) {
    if (!is_there(session, table, card) || session.optimizers[card].params != table.cards[card].best.params) return false;
    return std::ranges::none_of(session.changes, [&](const SessionChange& c) { return c.optimizer == static_cast<int>(card); });
}

void apply_tuned(Session& session, const TuningTable& table, std::size_t card) {
    if (!is_there(session, table, card)) return;
    session.optimizers[card].params = table.cards[card].best.params;
    std::erase_if(session.changes, [&](const SessionChange& c) { return c.optimizer == static_cast<int>(card); });
}

}  // namespace ravine
