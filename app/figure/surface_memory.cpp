#include "app/figure/surface_memory.h"

namespace ravine {

template <class Key, class Value, class Make>
const Value& SurfaceMemory::remembered(std::list<Entry<Key, Value>>& entries, const Key& key, Make&& make) {
    for (auto& entry : entries)
        if (entry.key == key) {
            entry.used = frame_;
            return entry.value;
        }
    entries.push_back({key, make(), frame_});
    return entries.back().value;
}

void SurfaceMemory::end_frame() {
    const auto stale = [this](const auto& entry) { return entry.used != frame_; };
    reliefs_.remove_if(stale);
    drapes_.remove_if(stale);
    paths_.remove_if(stale);
}

const Relief& SurfaceMemory::relief(const ReliefKey& key) {
    return remembered(reliefs_, key, [&] { return relief_of(key); });
}

const DrapedPath& SurfaceMemory::path(const RunPtr& run, const Relief& graph, const DrapeView& view) {
    const DrapeKey key{run, graph.mesh};
    const Drape& on_mesh = remembered(drapes_, key, [&] { return drape(*run, graph); });
    return remembered(paths_, PathKey{key, view}, [&] { return look_at(on_mesh, *graph.mesh, view); });
}

}  // namespace ravine
