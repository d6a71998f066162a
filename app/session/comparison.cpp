#include "app/session/comparison.h"

#include <algorithm>
#include <utility>

namespace ravine {

namespace {

OptimizerChoice& at(Session& session, int i) { return session.optimizers[static_cast<std::size_t>(i)]; }

}  // namespace

void swap_panes(Session& session) { std::swap(session.view.left, session.view.right); }

void mirror_settings(Session& session) {
    const int from = session.view.left;
    const int to = session.view.right;
    if (from == to) return;
    const std::vector<Parameter>& known = info_of(at(session, from)).params;
    const std::vector<Parameter>& params = info_of(at(session, to)).params;
    for (std::size_t k = 0; k < params.size(); ++k) {
        const int same = index_of(known, params[k].id);
        if (same < 0) continue;
        const double value = at(session, from).params[static_cast<std::size_t>(same)];
        if (why_not(params[k], value).empty()) at(session, to).params[k] = value;
    }
    std::erase_if(session.changes, [&](const SessionChange& c) { return c.optimizer == to && index_of(known, c.param) >= 0; });
    std::vector<SessionChange> mirrored;
    for (const SessionChange& c : session.changes) {
        const int same = index_of(params, c.param);
        if (c.optimizer != from || same < 0 || !why_not(params[static_cast<std::size_t>(same)], c.value).empty()) continue;
        mirrored.push_back({c.step, to, c.param, c.value});
    }
    session.changes.insert(session.changes.end(), mirrored.begin(), mirrored.end());
    std::ranges::stable_sort(session.changes, {}, &SessionChange::step);
}

std::optional<Twin> twin_of(const Session& session, int optimizer, std::size_t param) {
    const View& view = session.view;
    if (view.left == view.right || (optimizer != view.left && optimizer != view.right)) return std::nullopt;
    const int other = optimizer == view.left ? view.right : view.left;
    const auto params = [&](int i) -> const std::vector<Parameter>& {
        return info_of(session.optimizers[static_cast<std::size_t>(i)]).params;
    };
    const int same = index_of(params(other), params(optimizer)[param].id);
    if (same < 0) return std::nullopt;
    return Twin{other, static_cast<std::size_t>(same)};
}

}  // namespace ravine
