#include "bench/window/frame_figures.h"

#include <algorithm>
#include <iterator>

namespace ravine_bench {

namespace {

double mean_of(const Frames& frames, double Frame::*what) {
    double sum = 0;
    for (const Frame& frame : frames) sum += frame.*what;
    return sum / static_cast<double>(frames.size());
}

}  // namespace

Frames drawn_between(const Frames& frames, double from, double to) {
    Frames drawn;
    std::ranges::copy_if(frames, std::back_inserter(drawn),
                         [&](const Frame& f) { return f.began >= from && f.began < to && f.pixels > 0; });
    return drawn;
}

double mean_ms(const Frames& frames) { return mean_of(frames, &Frame::ms); }
double mean_processor_ms(const Frames& frames) { return mean_of(frames, &Frame::processor_ms); }
double slowest_ms(const Frames& frames) { return std::ranges::max(frames, {}, &Frame::ms).ms; }

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

}  // namespace ravine_bench
