// The graph of f as a mesh: a lattice of heights with their slopes and levels, and the triangles between them.
#pragma once

#include <cstdint>
#include <vector>

namespace ravine {

/// Vertex (i, j) is vertices[j · columns + i]; row 0 is at the ground's least y, column 0 at its least x, and the outermost stand
/// on its edges. Heights run from 0 to 1; they and the levels are NaN where f is undefined.
struct SurfaceMesh {
    struct Vertex {
        float x, y, z;
        float slope_x, slope_y;  ///< of z
        float level;
    };
    int columns = 0, rows = 0;
    float half_x = 0.5F, half_y = 0.5F;
    float lowest = 0, highest = 1;  ///< levels, as of a LevelGrid
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> triangles;        ///< three indices each, counter-clockwise seen from above
    std::vector<std::uint32_t> floor_triangles;  ///< the same, of every second row and column: the floor is flat and faint

    /// The height at a point of the ground, between the four vertices about it; of these, only those count that have one. NaN
    /// where none has, and off the ground.
    float height_at(float x, float y) const;

    const Vertex& at(int i, int j) const {
        return vertices[static_cast<std::size_t>(j) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(i)];
    }
};

}  // namespace ravine
