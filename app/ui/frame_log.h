// What benchmarks of the window read: in the file that RAVINE_FRAME_LOG names, a line for each frame as soon as it is on its way
// to the screen.
#pragma once

#include <chrono>
#include <cstdint>
#include <ctime>
#include <fstream>

namespace ravine {

/// What a frame changed.
struct FrameWork {
    std::int64_t pixels = 0;  ///< of the window, drawn anew
    std::int64_t runs = 0;    ///< computed anew
};

class FrameLog {
public:
    FrameLog();  ///< reads the environment

    /// A frame begins: what has happened since the last one is known.
    void begin();
    /// The frame is on its way to the screen. The line: when it began, in milliseconds since 1970; how many milliseconds it took;
    /// how many of processor time all threads of the program used meanwhile; pixels; runs.
    void end(const FrameWork& work);

    /// How many frames have ended.
    int frames() const { return frames_; }

private:
    std::ofstream lines_;  ///< closed: nobody reads
    int frames_ = 0;
    std::chrono::system_clock::time_point began_at_;
    std::chrono::steady_clock::time_point began_;
    std::clock_t processor_ = 0;
};

}  // namespace ravine
