// What the surface layout remembers between frames: meshes, draped trajectories, and those as the camera sees them.
#pragma once

#include <cstdint>
#include <list>

#include "app/figure/drape.h"
#include "app/session/simulation.h"

namespace ravine {

class SurfaceMemory {
public:
    void begin_frame() { ++frame_; }
    /// Forgets what was not asked for since begin_frame().
    void end_frame();

    const Relief& relief(const ReliefKey& key);
    /// The trajectory of `run` on `graph`, which this memory gave.
    const DrapedPath& path(const RunPtr& run, const Relief& graph, const DrapeView& view);

private:
    template <class Key, class Value>
    struct Entry {
        Key key;
        Value value;
        std::uint64_t used = 0;
    };
    struct DrapeKey {
        RunPtr run;
        std::shared_ptr<const SurfaceMesh> mesh;
        bool operator==(const DrapeKey&) const = default;
    };
    struct PathKey {
        DrapeKey drape;
        DrapeView view;
        bool operator==(const PathKey&) const = default;
    };
    template <class Key, class Value, class Make>
    const Value& remembered(std::list<Entry<Key, Value>>& entries, const Key& key, Make&& make);

    std::uint64_t frame_ = 0;
    std::list<Entry<ReliefKey, Relief>> reliefs_;
    std::list<Entry<DrapeKey, Drape>> drapes_;
    std::list<Entry<PathKey, DrapedPath>> paths_;
};

}  // namespace ravine
