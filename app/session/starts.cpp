#include "app/session/starts.h"

namespace ravine {

Point start_at(const Session& session, int k) {
    return k == 0 ? session.start : session.more_starts[static_cast<std::size_t>(k - 1)];
}

int start_count(const Session& session) { return 1 + static_cast<int>(session.more_starts.size()); }

std::string add_start(Session& session, Point at) {
    if (start_count(session) >= max_starts) return "There is room for 16 starts";
    session.more_starts.push_back(at);
    const std::string problem = why_not_runs(session);
    if (problem.empty()) return {};
    session.more_starts.pop_back();
    return "No more starts: expected " + problem;
}

void remove_start(Session& session, int k) {
    const int count = start_count(session);
    if (k < 0 || k >= count || count == 1) return;
    if (k == 0) session.start = session.more_starts.front();
    session.more_starts.erase(session.more_starts.begin() + (k == 0 ? 0 : k - 1));
}

}  // namespace ravine
