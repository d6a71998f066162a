// The frames that a window has drawn, as its log tells of them (app/ui/frame_log.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace ravine_test {

struct Frame {
    double began = 0;         ///< milliseconds since 1970
    double ms = 0;            ///< from its events to the swap
    double processor_ms = 0;  ///< of all threads of the program meanwhile
    std::int64_t pixels = 0;  ///< drawn anew
    std::int64_t runs = 0;    ///< computed anew

    double ended() const { return began + ms; }
};

using Frames = std::vector<Frame>;

/// Every frame so far; none where there is no log yet.
Frames read_frames(const std::filesystem::path& log);

}  // namespace ravine_test
