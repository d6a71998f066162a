// What has become of a number from one update to the next, in a word.
#pragma once

#include <string>
#include <vector>

namespace ravine {

/// What has become of a number since the update before.
struct Difference {
    std::string text;     ///< "↑ ×1.08"; empty where there is nothing to compare with
    double share = 0;     ///< of the larger of the two: 0 no change .. 2 turned round
    bool marked = false;  ///< stands out among the lines
};

/// "↓ −0.0123"; empty where one of the two is not finite.
Difference as_step(double before, double now);

/// "↑ ×1.08", or the step where a factor would say little.
Difference as_factor(double before, double now);

/// Marks the one or two that changed most; none where all change alike.
void mark_largest(std::vector<Difference>& differences);

}  // namespace ravine
