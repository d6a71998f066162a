// The drop wave: f = −(1 + cos(12r)) / (½ r² + 2), r = √(x² + y²).
//
// Formula as in Surjanovic & Bingham. Rings of waves around a drop: every ring is a round gutter whose floor is a circle of
// minima that are not isolated, and only the drop in the middle counts as known. Written in r², of which f is a smooth
// function, so that derivatives exist at the middle.
#pragma once

#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"
#include "engine/objectives/root.h"

namespace ravine {

struct DropWave {
    explicit DropWave(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        const T r2 = square(x) + square(y);
        return -((1.0 + cos_of_root(144.0 * r2)) / (0.5 * r2 + 2.0));
    }

    std::vector<Minimum> minima() const { return {{0, 0, -1}}; }

    static ObjectiveInfo info() {
        return {.id = "drop-wave",
                .name = "Drop wave",
                .formula = "−(1 + cos(12 √(x² + y²))) / (½ (x² + y²) + 2)",
                .notice =
                    "Every ring is a gutter with a level floor: a path that enters one comes to rest on the side where it "
                    "came from.",
                .source = "Surjanovic & Bingham, Virtual Library of Simulation Experiments",
                .domain = {-3, 3, -3, 3},
                .start = {1.9, 1.2},
                .params = {},
                .traits = ObjectiveInfo::many_minima};
    }
};

}  // namespace ravine
