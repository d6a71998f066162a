// The search for better settings while it goes on beside the stage, and what it found.
#pragma once

#include <functional>
#include <optional>

#include "app/session/tuning.h"

namespace ravine {

class LiveTuning {
public:
    using News = Background<TuningTable>::News;

    /// `wake` is called from another thread when there is something new to show.
    explicit LiveTuning(std::function<void()> wake) : background_(std::move(wake)) {}

    void begin(const Session& session, const Runs& runs, int budget);
    void stop() { background_.cancel(); }
    /// Stops where the session has become another problem than the one that is being worked on.
    void follow(const Session& session);

    /// Whether what was found is of the session's problem.
    bool is_current() const { return current_; }
    News news() const { return background_.news(); }
    /// When its progress is to be shown, in seconds; negative: not, or already.
    double due() const { return background_.due(progress_after); }

private:
    std::optional<Session> problem_;
    bool current_ = true;
    Background<TuningTable> background_;
};

}  // namespace ravine
