// A picture as pixels.
#pragma once

#include <cstdint>
#include <vector>

namespace ravine {

/// RGBA, 8 bits, alpha not multiplied in, row 0 at the top.
struct Image {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

}  // namespace ravine
