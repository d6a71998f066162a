#include "app/ui/workbench.h"

#include <algorithm>
#include <utility>

#include "app/export/opened_session.h"
#include "app/session/session_json.h"

namespace ravine {

namespace {

/// Playing back is not an edit.
bool same_work(Session a, const Session& b) {
    a.view.step = b.view.step;
    return a == b;
}

}  // namespace

Workbench::Workbench(Session first, std::filesystem::path file)
    : session(std::move(first)), history_(session), file_(std::move(file)), saved_(session) {
    playback.go_to(session.view.step, last_step());
}

Session Workbench::snapshot() const {
    Session now = session;
    now.view.step = playback.step();
    return now;
}

void Workbench::start_from(Point at) {
    session.start = at;
    if (!playback.playing && playback.step() == 0) playback.playing = true;
}

int Workbench::inspected() const {
    const auto& all = session.optimizers;
    const int count = static_cast<int>(all.size());
    if (inspection.optimizer >= 0 && inspection.optimizer < count) return inspection.optimizer;
    if (session.view.layout == Layout::compare) return std::clamp(session.view.left, 0, count - 1);
    const auto shown = std::ranges::find_if(all, &OptimizerChoice::shown);
    return shown == all.end() ? 0 : static_cast<int>(shown - all.begin());
}

void Workbench::settle() { history_.record(session); }

void Workbench::undo() { session = history_.undo(session); }
void Workbench::redo() { session = history_.redo(session); }

bool Workbench::unsaved() const { return !same_work(session, saved_); }

void Workbench::open(const std::filesystem::path& file) {
    OpenedSession opened = open_session(file);
    session = std::move(opened.session);
    saved_ = session;
    file_ = save_target(opened.from, file);
    playback.go_to(session.view.step, last_step());
    settle();
}

void Workbench::save(const std::filesystem::path& file) {
    save_session(snapshot(), file);
    saved_ = session;
    file_ = file;
}

}  // namespace ravine
