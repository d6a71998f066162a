#include "bench/window/frames.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <sstream>

#include "tests/e2e/process.h"

namespace ravine_bench {

Frames read_frames(const std::filesystem::path& log) {
    // What follows the last line break is still being written.
    const std::string text = ravine_test::contents(log);
    std::istringstream lines(text.substr(0, text.rfind('\n') + 1));
    Frames frames;
    for (Frame f; lines >> f.began >> f.ms >> f.processor_ms >> f.pixels >> f.runs;) frames.push_back(f);
    return frames;
}

Frames drawn_between(const Frames& frames, double from, double to) {
    Frames drawn;
    std::ranges::copy_if(frames, std::back_inserter(drawn),
                         [&](const Frame& f) { return f.began >= from && f.began < to && f.pixels > 0; });
    return drawn;
}

double mean_ms(const Frames& frames) {
    return std::accumulate(frames.begin(), frames.end(), 0.0, [](double sum, const Frame& f) { return sum + f.ms; }) /
           static_cast<double>(frames.size());
}

double mean_processor_ms(const Frames& frames) {
    return std::accumulate(frames.begin(), frames.end(), 0.0, [](double sum, const Frame& f) { return sum + f.processor_ms; }) /
           static_cast<double>(frames.size());
}

double slowest_ms(const Frames& frames) { return std::ranges::max(frames, {}, &Frame::ms).ms; }

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

}  // namespace ravine_bench
