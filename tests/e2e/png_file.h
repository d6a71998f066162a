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

/// Throws std::runtime_error where the file is no whole PNG.
Picture read_png(const std::filesystem::path& file);

}  // namespace ravine_test
