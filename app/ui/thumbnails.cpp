#include "app/ui/thumbnails.h"

#include <algorithm>

#include "app/figure/thumbnail.h"

namespace ravine {

std::shared_ptr<const LevelGrid> Thumbnails::levels(const Request& request) {
    const std::lock_guard lock(mutex_);
    const auto known = std::find_if(pictures_.begin(), pictures_.end(), [&](const Picture& p) { return p.request == request; });
    if (known != pictures_.end()) return known->grid;
    wanted_.push_back(&pictures_.emplace_back(Picture{request, nullptr}));
    if (!worker_.joinable()) worker_ = std::jthread([this](const std::stop_token& stop) { compute(stop); });
    work_.notify_one();
    return nullptr;
}

void Thumbnails::compute(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (work_.wait(lock, stop, [&] { return !wanted_.empty(); }) && !stop.stop_requested()) {
        Picture& picture = *wanted_.front();
        wanted_.pop_front();
        const Request request = picture.request;
        lock.unlock();
        auto grid = thumbnail(request.objective, request.columns, request.rows, request.levels).grid;
        lock.lock();
        picture.grid = std::move(grid);
        lock.unlock();
        arrived_();
        lock.lock();
    }
}

}  // namespace ravine
