#include "app/session/history.h"

#include <utility>

namespace ravine {
namespace {

constexpr std::size_t longest = 1000;  // edits that can be undone: a long lecture, a few megabytes

bool same_edit(const Session& a, Session b) {
    b.view.step = a.view.step;
    return a == b;
}

}  // namespace

History::History(Session first) { entries_.push_back(std::move(first)); }

void History::record(const Session& now) {
    if (same_edit(now, entries_[at_])) return;
    entries_.resize(at_ + 1);
    entries_.push_back(now);
    if (entries_.size() > longest) entries_.erase(entries_.begin());
    at_ = entries_.size() - 1;
}

Session History::undo(const Session& now) {
    record(now);  // an edit that still goes on is an entry too: it can be redone
    if (!can_undo()) return now;
    Session back = entries_[--at_];
    back.view.step = now.view.step;
    return back;
}

Session History::redo(const Session& now) {
    record(now);
    if (!can_redo()) return now;
    Session forward = entries_[++at_];
    forward.view.step = now.view.step;
    return forward;
}

}  // namespace ravine
