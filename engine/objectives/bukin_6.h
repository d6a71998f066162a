// Bukin's function N. 6: f = 100 √|y − 0.01x²| + 0.01 |x + 10|.
//
// A. D. Bukin, "New minimization strategies for non-smooth functions" (1997); formula as in Surjanovic & Bingham. The floor of
// its curved ravine is a crease where the slope across is infinite, and ten thousand times too flat along. The only minimum,
// (−10, 1), is a kink; at kinks the derivatives are those of the symmetric choice, 0.
#pragma once

#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"
#include "engine/objectives/root.h"

namespace ravine {

struct Bukin6 {
    explicit Bukin6(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return 100.0 * root(abs(y - 0.01 * square(x))) + 0.01 * abs(x + 10.0);
    }

    std::vector<Minimum> minima() const { return {{-10, 1, 0}}; }

    static ObjectiveInfo info() {
        return {.id = "bukin-6",
                .name = "Bukin's function N. 6",
                .formula = "100 √|y − 0.01x²| + 0.01 |x + 10|",
                .notice =
                    "The closer to the crease, the steeper: every method ends in a zigzag across it and almost none gets "
                    "on along it.",
                .source = "A. D. Bukin (1997); Surjanovic & Bingham, Virtual Library of Simulation Experiments",
                .domain = {-15, -5, -3, 3},
                .start = {-13, 2.6},
                .params = {},
                .traits = ObjectiveInfo::ravine_shaped | ObjectiveInfo::non_smooth};
    }
};

}  // namespace ravine
