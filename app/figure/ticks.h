// Ticks at round numbers, and numbers as people read them.
#pragma once

#include <string>
#include <vector>

#include "app/figure/axes.h"

namespace ravine {

/// The smallest of 1, 2 and 5 times a power of ten that is at least `at_least` (> 0, finite).
double nice_step(double at_least);

struct Tick {
    double value = 0;
    std::string label;  ///< empty: a mark alone
};

/// Ticks within the axis, rising, at most `at_most` (≥ 1) of them with a label. Linear: every 1, 2 or 5 times a power of ten.
/// Decay: 0, 0.9, 0.99 ... and what lies between them where there is room. Log: powers of ten, every one, second, third ...; 1, 2
/// and 5 times them where the axis spans less than two decades.
std::vector<Tick> ticks(const Axis& axis, int at_most);

/// About three digits: "0.0431", "−12.5", "1.2×10⁻⁷".
std::string readable(double value);

/// "10⁻³"
std::string power_of_ten(int exponent);

}  // namespace ravine
