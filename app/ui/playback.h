// Where in the runs the picture stands, and how it moves there by itself.
#pragma once

namespace ravine {

class Playback {
public:
    static constexpr double steps_per_second = 40;  ///< at speed 1
    static constexpr double slowest = 0.1, fastest = 100;

    double position = 0;  ///< in steps; between two rows while playing
    double speed = 1;
    bool playing = false;
    bool loops = false;  ///< at the end it starts over

    /// Moves on by `seconds`; stops at `last`, or starts over there after a moment of rest.
    void advance(double seconds, int last);
    /// Starts over where it stands at the end.
    void toggle(int last);
    /// Stops at a step.
    void go_to(double step, int last);
    int step() const;

private:
    static constexpr double rest_at_end = 0.8;  ///< seconds
    double rested_ = 0;
};

}  // namespace ravine
