#include "app/session/optimizer_edits.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ravine {

namespace {

bool is_place(const Session& session, int i) { return i >= 0 && i < static_cast<int>(session.optimizers.size()); }

OptimizerChoice& at(Session& session, int i) { return session.optimizers[static_cast<std::size_t>(i)]; }

template <class Moved>
void redirect(Session& session, Moved moved) {
    for (SessionChange& c : session.changes) c.optimizer = moved(c.optimizer);
    session.view.left = moved(session.view.left);
    session.view.right = moved(session.view.right);
}

}  // namespace

void duplicate_optimizer(Session& session, int i) {
    if (!is_place(session, i) || session.optimizers.size() >= static_cast<std::size_t>(max_optimizers)) return;
    OptimizerChoice copy = at(session, i);
    copy.color = free_color(session);
    session.optimizers.insert(session.optimizers.begin() + i + 1, std::move(copy));
    if (!why_not_runs(session).empty()) {
        session.optimizers.erase(session.optimizers.begin() + i + 1);
        return;
    }
    redirect(session, [&](int place) { return place > i ? place + 1 : place; });
    std::vector<SessionChange> changes;
    for (const SessionChange& c : session.changes) {
        changes.push_back(c);
        if (c.optimizer == i) changes.push_back({c.step, i + 1, c.param, c.value});
    }
    session.changes = std::move(changes);
}

int place_after_move(int place, int from, int to) {
    if (place == from) return to;
    if (from < place && place <= to) return place - 1;
    if (to <= place && place < from) return place + 1;
    return place;
}

void move_optimizer(Session& session, int from, int to) {
    if (!is_place(session, from) || !is_place(session, to) || from == to) return;
    const auto first = session.optimizers.begin();
    if (from < to)
        std::rotate(first + from, first + from + 1, first + to + 1);
    else
        std::rotate(first + to, first + from, first + from + 1);
    redirect(session, [&](int place) { return place_after_move(place, from, to); });
}

void show_only(Session& session, int i) {
    if (!is_place(session, i)) return;
    for (OptimizerChoice& choice : session.optimizers) choice.shown = false;
    at(session, i).shown = true;
}

void show_all(Session& session) {
    for (OptimizerChoice& choice : session.optimizers) choice.shown = true;
}

void reset_optimizer(Session& session, int i) {
    if (!is_place(session, i)) return;
    at(session, i).params = standard_values(info_of(at(session, i)).params);
    std::erase_if(session.changes, [&](const SessionChange& c) { return c.optimizer == i; });
}

void compare_optimizers(Session& session, int left, int right) {
    if (!is_place(session, left) || !is_place(session, right)) return;
    session.view.layout = Layout::compare;
    session.view.left = left;
    session.view.right = right;
}

void put_in_pane(Session& session, PaneSide side, int optimizer) {
    if (!is_place(session, optimizer)) return;
    int& holds = side == PaneSide::left ? session.view.left : session.view.right;
    int& other = side == PaneSide::left ? session.view.right : session.view.left;
    if (other == optimizer && holds != optimizer) other = holds;
    holds = optimizer;
}

}  // namespace ravine
