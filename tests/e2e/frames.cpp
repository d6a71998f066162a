#include "tests/e2e/frames.h"

#include <sstream>

#include "tests/e2e/process.h"

namespace ravine_test {

Frames read_frames(const std::filesystem::path& log) {
    // What follows the last line break is still being written.
    const std::string text = contents(log);
    std::istringstream lines(text.substr(0, text.rfind('\n') + 1));
    Frames frames;
    for (Frame f; lines >> f.began >> f.ms >> f.processor_ms >> f.pixels >> f.runs;) frames.push_back(f);
    return frames;
}

}  // namespace ravine_test
