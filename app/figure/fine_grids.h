// Level grids that take longer than a frame: the window shows a coarse one at once, and the fine one when a thread beside it has
// made it.
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "app/figure/level_grid.h"
#include "app/session/background.h"

namespace ravine {

struct GridKey {
    Objective objective;
    Box box;
    int columns = 0, rows = 0;  ///< device pixels
    LevelSpacing levels = Levels::log;
    bool operator==(const GridKey&) const = default;
};

class FineGrids {
public:
    /// `wake` is called from another thread when a grid is ready: the next frame should ask for it.
    explicit FineGrids(std::function<void()> wake) : background_(std::move(wake)) {}

    /// How many pixels a side one sample stands for, so that a grid is made within a frame; 1 where there is time for all.
    int cell(const GridKey& key);

    /// The fine grid, where it is ready.
    std::optional<Levelled> finished(const GridKey& key) const;

    /// Makes these, one after the other, and no others.
    void want(std::vector<GridKey> keys);
    bool busy() const { return background_.news().busy; }

private:
    using Grids = std::vector<std::pair<GridKey, Levelled>>;

    std::optional<Objective> measured_;
    double seconds_per_point_ = 0;
    std::vector<GridKey> wanted_;
    Background<Grids> background_;
};

}  // namespace ravine
