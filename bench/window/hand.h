// A hand on the pointer of the screen that DISPLAY names.
#pragma once

#include <cstdio>
#include <string>

#include "tests/e2e/place.h"

namespace ravine_bench {

using ravine_test::Place;
using ravine_test::Spot;

/// Milliseconds since 1970, as the window's frame log counts them.
double now_ms();

/// One xdotool that is told line by line what to do, so that an event costs no process. Everything here throws
/// std::runtime_error where xdotool has gone, and gives when it was told (now_ms).
class Hand {
public:
    Hand();
    ~Hand();
    Hand(const Hand&) = delete;
    Hand& operator=(const Hand&) = delete;
    Hand(Hand&&) = delete;
    Hand& operator=(Hand&&) = delete;

    double move(Spot to);
    double press();
    double release();
    /// Moves there and lets go in the same breath.
    double release_at(Spot to);
    /// One notch of the wheel; up: away from the person.
    double wheel_up();
    double wheel_down();
    /// Moves there, presses and lets go, with the time between them that a person takes.
    double click(Spot at);

private:
    double tell(const std::string& lines);

    std::FILE* xdotool_;
};

/// Events come this often while something is being dragged: 125 times a second, as a common mouse sends them.
inline constexpr double drag_interval = 0.008;  // seconds

/// From when to when something was dragged.
struct Dragged {
    double from = 0, to = 0;  ///< when the first and the last movement were told
    Spot at;                  ///< where the pointer is

    double seconds() const { return (to - from) / 1000; }
};

/// A circle with `from` on it and its middle in the direction of `towards`.
struct Circle {
    Spot from, towards;
    double radius = 0;

    Spot at(double turns) const;
};

/// Presses at the circle's start and goes around it, one turn in two seconds. The button stays down.
Dragged drag_around(Hand& hand, const Circle& circle, double seconds);

}  // namespace ravine_bench
