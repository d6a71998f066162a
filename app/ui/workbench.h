// What is on the bench: the session being edited, and what belongs to it while it is open. Panels edit it; it knows no window.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>

#include "app/figure/inspector_figure.h"
#include "app/session/history.h"
#include "app/session/session.h"
#include "app/session/simulation.h"
#include "app/ui/messages.h"
#include "app/ui/playback.h"
#include "app/ui/steering.h"

namespace ravine {

/// What the inspector looks at.
struct Inspection {
    int optimizer = -1;  ///< a place in Session::optimizers; −1 or out of range: see Workbench::inspected
    Coordinates coordinates = Coordinates::x;
    InspectorComposer composer;
};

class Workbench {
public:
    /// `file`: where the first session was read from; empty: nowhere.
    explicit Workbench(Session first, std::filesystem::path file = {});

    Session session;
    Playback playback;
    Steering steering = Steering::replay;
    Messages messages;
    Inspection inspection;

    /// The runs of the session as it stands now: recomputes what an edit of this frame changed.
    const Runs& runs() { return simulation_.runs(session); }
    std::int64_t runs_computed() const { return simulation_.computed(); }  ///< so far
    int last_step() { return ravine::last_step(runs()); }
    /// The playback position as far as there is a run to show: one that diverges ends early, and the position waits for it.
    double position() { return std::min(playback.position, static_cast<double>(last_step())); }
    /// Lets the runs start there; they play where they stood at their beginning.
    void start_from(Point at);
    /// Whom the inspector shows: who was chosen; else the left pane's optimizer, or the first that is shown.
    int inspected() const;
    /// The session with the playback's position in it: what is saved and exported.
    Session snapshot() const;

    /// Takes an edit that has ended into the history. Call it in every frame in which nothing is being held.
    void settle();
    bool can_undo() const { return history_.can_undo(); }
    bool can_redo() const { return history_.can_redo(); }
    void undo();
    void redo();

    /// Where the session was read from or last saved to; empty: nowhere yet, also where a picture was opened.
    const std::filesystem::path& file() const { return file_; }
    bool unsaved() const;
    /// Both throw SessionError and change nothing then. What can be opened: see open_session.
    void open(const std::filesystem::path& file);
    void save(const std::filesystem::path& file);

private:
    Simulation simulation_;
    History history_;
    std::filesystem::path file_;
    Session saved_;
};

}  // namespace ravine
