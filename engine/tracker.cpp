#include "engine/tracker.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "engine/kernels.h"

namespace ravine {
namespace {

constexpr int steps_between_looks = 32;  // how often a block asks whether it may end early

}  // namespace

Tracker::Tracker(const Judge& judge, Arrival arrival) : judge_(judge), arrival_(std::move(arrival)) {}

void Tracker::begin(const Block& block, std::span<const Point> starts) {
    tail_rows_ = 0;
    ended_.fill(0);
    arrived_.fill(0);
    last_f_.fill(std::numeric_limits<double>::quiet_NaN());
    const Box& domain = judge_.objective().info().domain;
    for (std::size_t i = 0; i < limit_.size(); ++i) limit_[i] = Bounds(domain, starts[std::min(i, starts.size() - 1)]).limit();
    track(block, 0);
}

bool Tracker::run(Block& block, const Work& work, const std::stop_token& stop) {
    std::size_t next = 0;
    const auto change = [&](int step) {
        for (; next < work.changes.size() && work.changes[next].step <= step; ++next)
            block.set(work.changes[next].param, work.changes[next].value);
    };
    change(0);
    block.start();
    steps_ = work.steps;
    begin(block, work.starts);
    const int tail = work.steps + 1 - static_cast<int>(RunEnd::longest);
    for (int step = 0; step < work.steps; ++step) {
        if (step >= tail) remember(block);
        if (step % steps_between_looks == 0) {
            if (stop.stop_requested()) return false;
            if (all_ended(block.lanes())) break;
        }
        change(step);
        block.step();
        track(block, step + 1);
    }
    remember(block);
    std::copy_n(block.gx(), block.lanes(), gx_.begin());
    std::copy_n(block.gy(), block.lanes(), gy_.begin());
    return true;
}

void Tracker::track(const Block& block, int step) {
    TrackArguments a;
    a.lanes = block.padded_lanes();
    a.stride = block.stride();
    a.step = step;
    a.limit = limit_.data();
    a.target = arrival_.target;
    a.x = block.x();
    a.f = block.f();
    a.g = block.gx();
    a.places = arrival_.place_x.size();
    a.place_x = arrival_.place_x.data();
    a.place_y = arrival_.place_y.data();
    a.radius2 = arrival_.reach * arrival_.reach;
    a.ended = ended_.data();
    a.last_f = last_f_.data();
    a.arrived = arrived_.data();
    kernels().track(a);
}

void Tracker::remember(const Block& block) {
    auto& row = tail_[tail_rows_++ % RunEnd::longest];
    for (std::size_t i = 0; i < static_cast<std::size_t>(block.lanes()); ++i) row[i] = {block.x()[i], block.y()[i]};
}

bool Tracker::all_ended(int lanes) const {
    return std::all_of(ended_.begin(), ended_.begin() + lanes, [](double how) { return how != 0; });
}

int Tracker::arrived(int lane) const {
    const auto i = static_cast<std::size_t>(lane);
    return ended_[i] == 0 && arrived_[i] <= steps_ ? static_cast<int>(arrived_[i]) : -1;
}

Outcome Tracker::outcome(int lane) const {
    const auto i = static_cast<std::size_t>(lane);
    if (ended_[i] == 1) return Outcome::diverged;
    if (ended_[i] == 2) return Outcome::undefined;
    std::array<Point, RunEnd::longest> points;
    const std::size_t count = std::min(tail_rows_, RunEnd::longest);
    for (std::size_t k = 0; k < count; ++k) points[k] = tail_[(tail_rows_ - count + k) % RunEnd::longest][i];
    return judge_.outcome({std::span(points).first(count), last_f_[i], gx_[i], gy_[i]});
}

}  // namespace ravine
