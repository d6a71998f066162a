#include "app/figure/surface_relief.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include "engine/height_grid.h"

namespace ravine {
namespace {

using Vertex = SurfaceMesh::Vertex;

/// A ground longer than this beside its width is shown with this shape instead.
constexpr double longest_aspect = 2;
constexpr double largest_height = 1e300;

/// The box whose cells have their centres on `box`'s edges.
Box around(const Box& box, int side) {
    const double x = box.width() / (2 * (side - 1)), y = box.height() / (2 * (side - 1));
    return {box.x0 - x, box.x1 + x, box.y0 - y, box.y1 + y};
}

void shape_ground(SurfaceMesh& mesh, const Box& box) {
    const double aspect = std::clamp(box.width() / box.height(), 1 / longest_aspect, longest_aspect);
    mesh.half_x = static_cast<float>(0.5 * std::min(1.0, aspect));
    mesh.half_y = static_cast<float>(0.5 * std::min(1.0, 1 / aspect));
}

double clamped(double f) { return std::isnan(f) ? f : std::clamp(f, -largest_height, largest_height); }

/// f at `fine` × `fine` places of every cell, the middle one at the vertex.
constexpr int fine = 3;
/// What they count along each axis, from two places before the vertex to two behind it. A valley narrower than a cell would have
/// teeth where every vertex said only what is right under it.
constexpr std::array<float, 5> weights{1, 2, 3, 2, 1};

/// The mean of `value` about a vertex; NaN where it has none at the vertex itself. Other places without one do not count.
template <class Value>
double mean_about(const HeightGrid& samples, int i, int j, Value&& value) {
    const int x = i * fine + fine / 2, y = j * fine + fine / 2;
    if (std::isnan(samples.at(x, y))) return NAN;
    double sum = 0, total = 0;
    for (int dj = -2; dj <= 2; ++dj)
        for (int di = -2; di <= 2; ++di) {
            if (x + di < 0 || y + dj < 0 || x + di >= samples.columns || y + dj >= samples.rows) continue;
            const double v = value(x + di, y + dj);
            if (std::isnan(v)) continue;
            const double weight = weights[static_cast<std::size_t>(di + 2)] * weights[static_cast<std::size_t>(dj + 2)];
            sum += weight * v;
            total += weight;
        }
    return sum / total;
}

template <class Work>
void for_rows(int rows, Work&& work) {
    tbb::parallel_for(tbb::blocked_range<int>(0, rows), [&](const tbb::blocked_range<int>& range) {
        for (int j = range.begin(); j < range.end(); ++j) work(j);
    });
}

/// The level of every sample.
std::vector<float> levels_of(const HeightGrid& samples, const LevelMap& map) {
    std::vector<float> levels(samples.f.size());
    for_rows(samples.rows, [&](int j) {
        const std::size_t row = static_cast<std::size_t>(j) * static_cast<std::size_t>(samples.columns);
        for (std::size_t k = row; k < row + static_cast<std::size_t>(samples.columns); ++k)
            levels[k] = static_cast<float>(map.level(clamped(samples.f[k])));
    });
    return levels;
}

/// Levels, places, and what the heights are made of; gives the latter, one for each vertex.
std::vector<double> fill_vertices(SurfaceMesh& mesh, const HeightGrid& samples, const LevelMap& map, Camera::Heights heights) {
    const auto columns = static_cast<std::size_t>(mesh.columns);
    std::vector<double> raised(columns * static_cast<std::size_t>(mesh.rows));
    mesh.vertices.resize(raised.size());
    const std::vector<float> levels = levels_of(samples, map);
    const auto level = [&](int x, int y) {
        return static_cast<double>(
            levels[static_cast<std::size_t>(y) * static_cast<std::size_t>(samples.columns) + static_cast<std::size_t>(x)]);
    };
    const auto height = [&](int x, int y) { return clamped(samples.at(x, y)); };
    for_rows(mesh.rows, [&](int j) {
        for (int i = 0; i < mesh.columns; ++i) {
            const std::size_t k = static_cast<std::size_t>(j) * columns + static_cast<std::size_t>(i);
            Vertex& v = mesh.vertices[k];
            v.x = mesh.half_x * (2 * static_cast<float>(i) / static_cast<float>(mesh.columns - 1) - 1);
            v.y = mesh.half_y * (2 * static_cast<float>(j) / static_cast<float>(mesh.rows - 1) - 1);
            const double mean_level = mean_about(samples, i, j, level);
            v.level = static_cast<float>(mean_level);
            raised[k] = heights == Camera::Heights::levels ? mean_level : mean_about(samples, i, j, height);
        }
    });
    return raised;
}

/// The slope between two neighbours of a vertex; where one of them has no height, between the vertex and the other.
float slope(const Vertex& before, const Vertex& here, const Vertex& after, float spacing) {
    const bool has_before = &before != &here && !std::isnan(before.z), has_after = &after != &here && !std::isnan(after.z);
    if (!has_before && !has_after) return 0;
    const float rise = (has_after ? after.z : here.z) - (has_before ? before.z : here.z);
    return rise / (spacing * (has_before && has_after ? 2.0F : 1.0F));
}

void fill_slopes(SurfaceMesh& mesh) {
    const float dx = 2 * mesh.half_x / static_cast<float>(mesh.columns - 1),
                dy = 2 * mesh.half_y / static_cast<float>(mesh.rows - 1);
    for_rows(mesh.rows, [&](int j) {
        for (int i = 0; i < mesh.columns; ++i) {
            Vertex& v = mesh.vertices[static_cast<std::size_t>(j * mesh.columns + i)];
            v.slope_x = slope(mesh.at(std::max(i - 1, 0), j), v, mesh.at(std::min(i + 1, mesh.columns - 1), j), dx);
            v.slope_y = slope(mesh.at(i, std::max(j - 1, 0)), v, mesh.at(i, std::min(j + 1, mesh.rows - 1)), dy);
        }
    });
}

/// Two triangles for each cell of the lattice's every `stride`-th row and column, split along the diagonal whose ends are more
/// alike: so neither ridges nor valleys get teeth. Of a cell that lacks one corner, the triangle of the other three.
std::vector<std::uint32_t> triangles_of(const SurfaceMesh& mesh, int stride) {
    std::vector<std::uint32_t> out;
    out.reserve(mesh.vertices.size() * 6 / static_cast<std::size_t>(stride * stride));
    const auto add = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        for (const std::uint32_t k : {a, b, c})
            if (std::isnan(mesh.vertices[k].z)) return;
        out.insert(out.end(), {a, b, c});
    };
    for (int j = 0; j + stride < mesh.rows; j += stride)
        for (int i = 0; i + stride < mesh.columns; i += stride) {
            const auto a = static_cast<std::uint32_t>(j * mesh.columns + i), b = a + static_cast<std::uint32_t>(stride),
                       c = a + static_cast<std::uint32_t>(stride * mesh.columns), d = c + static_cast<std::uint32_t>(stride);
            const auto unlike = [&](std::uint32_t p, std::uint32_t q) {
                const float difference = std::abs(mesh.vertices[p].z - mesh.vertices[q].z);
                return std::isnan(difference) ? INFINITY : difference;
            };
            if (unlike(a, d) <= unlike(b, c)) {
                add(a, b, d);
                add(a, d, c);
            } else {
                add(a, b, c);
                add(b, d, c);
            }
        }
    return out;
}

}  // namespace

float Relief::height_of(int level) const {
    const double raised = heights == Camera::Heights::levels ? level : clamped(map.height(level));
    return static_cast<float>((raised - lowest) / span);
}

World Relief::ground(Point p) const {
    return {static_cast<float>(((p.x - box.x0) / box.width() * 2 - 1) * mesh->half_x),
            static_cast<float>(((p.y - box.y0) / box.height() * 2 - 1) * mesh->half_y), 0};
}

World Relief::place(Point p, float stretch) const {
    World w = ground(p);
    w.z = mesh->height_at(w.x, w.y) * stretch;
    return w;
}

Relief relief_of(const ReliefKey& key) {
    const HeightGrid samples = sample_heights(key.objective, around(key.box, key.side), key.side * fine, key.side * fine);
    std::optional<double> minimum;
    if (key.objective.has_global_minimum()) minimum = key.objective.minima().front().f;
    const LevelMap map(key.levels, minimum, samples.f);

    auto mesh = std::make_shared<SurfaceMesh>();
    mesh->columns = mesh->rows = key.side;
    mesh->lowest = static_cast<float>(map.lowest());
    mesh->highest = static_cast<float>(map.highest());
    shape_ground(*mesh, key.box);
    const std::vector<double> raised = fill_vertices(*mesh, samples, map, key.heights);
    double lo = INFINITY, hi = -INFINITY;
    for (const double r : raised)
        if (!std::isnan(r)) {
            lo = std::min(lo, r);
            hi = std::max(hi, r);
        }
    // A level ground, and one without any heights, lies at height 0.
    const double lowest = lo <= hi ? lo : 0, span = hi > lo ? hi - lo : 1;
    for (std::size_t k = 0; k < raised.size(); ++k) mesh->vertices[k].z = static_cast<float>((raised[k] - lowest) / span);
    fill_slopes(*mesh);
    mesh->triangles = triangles_of(*mesh, 1);
    mesh->floor_triangles = triangles_of(*mesh, 2);
    return {std::move(mesh), map, key.box, lowest, span, key.heights};
}

}  // namespace ravine
