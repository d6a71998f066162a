#include "app/ui/steering.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "app/ui/widgets.h"

namespace ravine {

namespace {

std::string_view id_of(const Session& session, int optimizer, std::size_t param) {
    return info_of(session.optimizers[static_cast<std::size_t>(optimizer)]).params[param].id;
}

}  // namespace

double steered_value(const Session& session, int optimizer, std::size_t param, int step) {
    double value = session.optimizers[static_cast<std::size_t>(optimizer)].params[param];
    int latest = -1;
    for (const SessionChange& c : session.changes) {
        if (c.optimizer != optimizer || c.step > step || c.step < latest || c.param != id_of(session, optimizer, param)) continue;
        latest = c.step;
        value = c.value;
    }
    return value;
}

std::string words_of_changes(const Session& session, int optimizer, std::size_t param) {
    const OptimizerChoice& choice = session.optimizers[static_cast<std::size_t>(optimizer)];
    const Parameter& p = info_of(choice).params[param];
    std::string words;
    for (const SessionChange& c : session.changes)
        if (c.optimizer == optimizer && c.param == p.id)
            words += fmt::format(", from step {} on {}", c.step, short_value(p, c.value));
    return words.empty() ? words : short_value(p, choice.params[param]) + words;
}

void steer(Session& session, int optimizer, std::size_t param, int step, double value) {
    const std::string id(id_of(session, optimizer, param));
    if (step <= 0) {
        session.optimizers[static_cast<std::size_t>(optimizer)].params[param] = value;
        return;
    }
    for (SessionChange& c : session.changes)
        if (c.optimizer == optimizer && c.step == step && c.param == id) {
            c.value = value;
            return;
        }
    const auto later =
        std::find_if(session.changes.begin(), session.changes.end(), [&](const SessionChange& c) { return c.step > step; });
    session.changes.insert(later, {step, optimizer, id, value});
}

void replay(Session& session, int optimizer, std::size_t param, double value) {
    const std::string id(id_of(session, optimizer, param));
    session.optimizers[static_cast<std::size_t>(optimizer)].params[param] = value;
    std::erase_if(session.changes, [&](const SessionChange& c) { return c.optimizer == optimizer && c.param == id; });
}

}  // namespace ravine
