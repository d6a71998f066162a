#include "app/ui/live_map.h"

#include <utility>

namespace ravine {

void LiveMap::want(const Session& session, const MapRequest& request) {
    Wanted now{essence(session, request), request};
    if (wanted_ == now) return;
    wanted_ = std::move(now);
    stopped_ = false;
    background_.ask([session, request](const auto& job) { compute_map(session, request, job); });
}

void LiveMap::stop() {
    background_.cancel();
    stopped_ = true;
}

void LiveMap::pause() {
    if (!background_.news().busy) return;
    background_.cancel();
    wanted_.reset();
}

}  // namespace ravine
