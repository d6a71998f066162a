// Undo and redo: a list of sessions and a place in it.
#pragma once

#include <cstddef>
#include <vector>

#include "app/session/session.h"

namespace ravine {

/// The playback position (view.step) is not an edit: undo keeps the current one.
class History {
public:
    explicit History(Session first);

    /// Takes note of `now` where it differs from the current entry, and forgets what had been undone. Call it when an edit
    /// ends (a slider is released), not while it goes on: then one drag is one entry.
    void record(const Session& now);
    bool can_undo() const { return at_ > 0; }
    bool can_redo() const { return at_ + 1 < entries_.size(); }
    /// The session one edit back or forward, with the playback position of `now`. Without one, `now`.
    Session undo(const Session& now);
    Session redo(const Session& now);

private:
    std::vector<Session> entries_;
    std::size_t at_ = 0;
};

}  // namespace ravine
