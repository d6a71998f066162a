// Reads a PNG back with libpng, as somebody who is sent the picture would.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <vector>

namespace ravine_test {

struct Picture {
    unsigned width = 0, height = 0;
    std::vector<std::uint32_t> pixels;  ///< four bytes each
    bool operator==(const Picture&) const = default;

    std::size_t colors() const { return std::set<std::uint32_t>(pixels.begin(), pixels.end()).size(); }
};

/// Pixels x0 ≤ x < x1, y0 ≤ y < y1 of a picture.
struct Cut {
    unsigned x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};
/// How many pixels of a part of two equally large pictures differ.
std::size_t differing(const Picture& a, const Picture& b, const Cut& part);

/// Throws std::runtime_error where the file is no whole PNG.
Picture read_png(const std::filesystem::path& file);

}  // namespace ravine_test
