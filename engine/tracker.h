// Runs a block to its end and keeps what a map or a search needs of each lane: a few numbers instead of every row.
#pragma once

#include <array>
#include <stop_token>
#include <vector>

#include "engine/block.h"
#include "engine/outcome.h"

namespace ravine {

/// When a run has arrived.
struct Arrival {
    double target = 0;                     ///< f at or below this; −∞ where only places count
    std::vector<double> place_x, place_y;  ///< or within `reach` of one of these
    double reach = 0;
};

class Tracker {
public:
    /// `judge` must outlive the tracker.
    Tracker(const Judge& judge, Arrival arrival);

    /// Starts the block and does the updates of all its lanes. `starts`: one per lane, where it was placed.
    struct Work {
        int steps = 1;
        std::span<const Point> starts;
        std::span<const Change> changes = {};  ///< ascending in step; of all lanes
    };
    /// False where `stop` was asked for.
    bool run(Block& block, const Work& work, const std::stop_token& stop);

    double f(int lane) const { return last_f_[static_cast<std::size_t>(lane)]; }
    /// From which step on the lane stays arrived, or -1.
    int arrived(int lane) const;
    Outcome outcome(int lane) const;
    /// Where the lane is at the end, however it ended.
    Point end(int lane) const { return tail_[(tail_rows_ - 1) % RunEnd::longest][static_cast<std::size_t>(lane)]; }

private:
    void begin(const Block& block, std::span<const Point> starts);
    void track(const Block& block, int step);
    void remember(const Block& block);
    bool all_ended(int lanes) const;

    const Judge& judge_;
    Arrival arrival_;
    int steps_ = 0;
    std::size_t tail_rows_ = 0;
    std::array<std::array<Point, Block::max_lanes>, RunEnd::longest> tail_;
    std::array<double, Block::max_lanes> limit_{}, ended_{}, last_f_{}, arrived_{}, gx_{}, gy_{};
};

}  // namespace ravine
