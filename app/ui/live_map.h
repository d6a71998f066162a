// The map beside the stage while it is being made anew and looked at.
#pragma once

#include <functional>
#include <optional>

#include "app/figure/map_figure.h"
#include "app/session/map_choice.h"

namespace ravine {

class LiveMap {
public:
    using News = Background<MapStage>::News;

    /// `wake` is called from another thread when there is something new to show.
    explicit LiveMap(std::function<void()> wake) : background_(std::move(wake)) {}

    /// Makes the map of `request` unless that is what was asked for last, with nothing changed that it depends on.
    void want(const Session& session, const MapRequest& request);
    /// Stops, and leaves it at what there is until something else is wanted.
    void stop();
    /// Nobody looks: what is not complete will be made anew.
    void pause();
    /// After stop(): makes it nevertheless.
    void resume() { wanted_.reset(); }

    bool stopped() const { return stopped_; }
    News news() const { return background_.news(); }
    /// When its progress is to be shown, in seconds; negative: not, or already.
    double due() const { return background_.due(progress_after); }

    MapComposer composer;

private:
    struct Wanted {
        Session essence;
        MapRequest request;
        bool operator==(const Wanted&) const = default;
    };
    std::optional<Wanted> wanted_;
    bool stopped_ = false;
    Background<MapStage> background_;
};

}  // namespace ravine
