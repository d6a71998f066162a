#include "app/ui/playback.h"

#include <algorithm>
#include <cmath>

namespace ravine {

void Playback::advance(double seconds, int last) {
    if (!playing) return;
    position += seconds * speed * steps_per_second;
    if (position >= last) go_to(last, last);
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
