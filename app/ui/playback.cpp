#include "app/ui/playback.h"

#include <algorithm>
#include <cmath>

namespace ravine {

void Playback::advance(double seconds, int last) {
    if (!playing) return;
    if (loops && position >= last) {
        rested_ += seconds;
        if (rested_ < rest_at_end) return;
        position = 0;
    }
    rested_ = 0;
    position += seconds * speed * steps_per_second;
    if (position < last) return;
    if (loops) {
        position = last;
    } else {
        go_to(last, last);
    }
}

void Playback::toggle(int last) {
    if (!playing && position >= last) position = 0;
    playing = !playing;
    if (!playing) position = step();
}

void Playback::go_to(double step, int last) {
    playing = false;
    position = std::clamp(std::round(step), 0.0, static_cast<double>(last));
}

int Playback::step() const { return static_cast<int>(position); }

}  // namespace ravine
