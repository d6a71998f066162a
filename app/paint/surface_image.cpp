#include "app/paint/surface_image.h"

#include <algorithm>
#include <cmath>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include "app/figure/surface_mesh.h"

namespace ravine {
namespace {

constexpr int fine = 2;          // samples along each side of a pixel
constexpr int strip_height = 16;  // pixels
constexpr float calm_slope = 0.35F;

using Vertex = SurfaceMesh::Vertex;

float smoothstep(float from, float to, float x) {
    const float t = std::clamp((x - from) / (to - from), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

enum class Layer { graph, floor };

/// A vertex on the picture, in samples.
struct Corner {
    float x, y, depth, level, light;
};

/// Vertices → corners.
class Lens {
public:
    Lens(const Surface& surface, float scale) : surface_(surface), samples_(scale * fine) {}

    Corner corner(const Vertex& v, Layer sheet) const {
        const World w{v.x, v.y, sheet == Layer::floor ? surface_.floor : surface_.height * v.z};
        const Pixel p = surface_.projection.to_pixel(w);
        return {(p.x - surface_.rect.x0) * samples_, (p.y - surface_.rect.y0) * samples_, surface_.projection.depth(w), v.level,
                light(v)};
    }

private:
    float light(const Vertex& v) const {
        const Projection& p = surface_.projection;
        const World n{-surface_.height * v.slope_x, -surface_.height * v.slope_y, 1};
        const float length = std::sqrt(n.x * n.x + n.y * n.y + n.z * n.z), ahead = p.ahead(n);
        return (-0.4767F * p.right(n) + 0.5721F * (ahead * p.sin_elevation + n.z * p.cos_elevation) +
                0.6674F * (n.z * p.sin_elevation - ahead * p.cos_elevation)) /
               length;
    }

    const Surface& surface_;
    float samples_;
};

/// Level and light → colour. Alpha is multiplied in.
class Shader {
public:
    Shader(const Surface& surface, float scale)
        : surface_(surface), style_(*surface.style), width_(style_.line_width * scale),
          range_(std::max(surface.mesh->highest - surface.mesh->lowest, 1.0F)) {}

    enum class Side { above, below, floor };
    Color color(float b, float light, float steep, Side side) const {
        steep = std::max(steep, 1e-6F);
        const float nearest = std::floor(b + 0.5F), distance = (b - nearest) / steep;
        const float line = std::clamp(0.5F * width_ + 0.5F - std::abs(distance), 0.0F, 1.0F) *
                           (1 - smoothstep(calm_slope, 2 * calm_slope, steep));
        if (side == Side::floor) {
            const Color& f = surface_.floor_line;
            const float alpha = line * f.a;
            return {f.r * alpha, f.g * alpha, f.b * alpha, alpha};
        }
        Color c = mix(band(nearest - 1), band(nearest), std::clamp(distance + 0.5F, 0.0F, 1.0F));
        c = mix(c, style_.line.with_alpha(1), line * style_.line.a);
        if (side == Side::below) return mix(c, surface_.underside, 0.72F);
        const float lit = 0.56F + 0.54F * std::max(light, 0.0F);
        return {std::min(c.r * lit, 1.0F), std::min(c.g * lit, 1.0F), std::min(c.b * lit, 1.0F), 1};
    }

private:
    Color band(float k) const {
        const float t = std::clamp((k + 0.5F - surface_.mesh->lowest) / range_, 0.0F, 1.0F);
        return style_.colors[static_cast<std::size_t>(t * 255 + 0.5F)];
    }

    const Surface& surface_;
    const FieldStyle& style_;
    float width_, range_;
};

/// Some rows of the picture, sample by sample.
class Strip {
public:
    Strip(int width, int y0, int y1, const Shader& shader)
        : width_(width * fine), y0_(y0 * fine), y1_(y1 * fine), shader_(shader),
          depth_(static_cast<std::size_t>(width_) * static_cast<std::size_t>(y1_ - y0_), INFINITY),
          color_(depth_.size(), Color{0, 0, 0, 0}) {}

    void fill(const Corner& a, const Corner& b, const Corner& c, Layer sheet) {
        const auto [top, bottom] = std::minmax({a.y, b.y, c.y});
        if (bottom < static_cast<float>(y0_) || top > static_cast<float>(y1_)) return;
        const float area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        if (std::abs(area) < 1e-9F) return;
        // Weights of b and c change evenly from sample to sample.
        const float bx = (c.y - a.y) / area, by = -(c.x - a.x) / area, cx = -(b.y - a.y) / area, cy = (b.x - a.x) / area;
        const auto across = [&](float at_a, float at_b, float at_c) { return bx * (at_b - at_a) + cx * (at_c - at_a); };
        const auto down = [&](float at_a, float at_b, float at_c) { return by * (at_b - at_a) + cy * (at_c - at_a); };
        const float steep = fine * std::hypot(across(a.level, b.level, c.level), down(a.level, b.level, c.level));
        // y grows downwards: what is counter-clockwise seen from above has a negative area.
        const auto side = sheet == Layer::floor ? Shader::Side::floor : area < 0 ? Shader::Side::above : Shader::Side::below;
        const auto [left, right] = std::minmax({a.x, b.x, c.x});
        const int x_from = std::max(first(left), 0), x_to = std::min(first(right), width_ - 1);
        for (int y = std::max(first(top), y0_); y <= std::min(first(bottom), y1_ - 1); ++y)
            for (int x = x_from; x <= x_to; ++x) {
                const float px = static_cast<float>(x) + 0.5F - a.x, py = static_cast<float>(y) + 0.5F - a.y;
                const float wb = px * bx + py * by, wc = px * cx + py * cy, wa = 1 - wb - wc;
                if (wa < 0 || wb < 0 || wc < 0) continue;
                const float depth = wa * a.depth + wb * b.depth + wc * c.depth;
                const std::size_t at = place(x, y);
                if (depth >= depth_[at]) continue;
                depth_[at] = depth;
                color_[at] = shader_.color(wa * a.level + wb * b.level + wc * c.level,
                                           wa * a.light + wb * b.light + wc * c.light, steep, side);
            }
    }

    /// The mean of a pixel's samples, alpha not multiplied in.
    Color pixel(int x, int y) const {
        Color sum{0, 0, 0, 0};
        for (int j = 0; j < fine; ++j)
            for (int i = 0; i < fine; ++i) {
                const Color& c = color_[place(x * fine + i, y * fine + j)];
                sum = {sum.r + c.r, sum.g + c.g, sum.b + c.b, sum.a + c.a};
            }
        if (sum.a <= 0) return {0, 0, 0, 0};
        return {sum.r / sum.a, sum.g / sum.a, sum.b / sum.a, sum.a / (fine * fine)};
    }

private:
    static int first(float v) { return static_cast<int>(std::clamp(std::floor(v), -1.0F, 1e6F)); }
    std::size_t place(int x, int y) const {
        return static_cast<std::size_t>(y - y0_) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x);
    }

    int width_, y0_, y1_;
    const Shader& shader_;
    std::vector<float> depth_;
    std::vector<Color> color_;
};

std::vector<Corner> corners_of(const Surface& surface, const Lens& lens, Layer sheet) {
    const auto& vertices = surface.mesh->vertices;
    std::vector<Corner> corners(vertices.size());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, vertices.size(), 1024), [&](const auto& range) {
        for (std::size_t k = range.begin(); k < range.end(); ++k) corners[k] = lens.corner(vertices[k], sheet);
    });
    return corners;
}

std::uint8_t byte(float v) { return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0F, 1.0F) * 255)); }

}  // namespace

Image surface_image(const Surface& surface, float scale) {
    const auto pixels = [&](float length) { return std::max(static_cast<int>(std::lround(length * scale)), 1); };
    Image image{pixels(surface.rect.width()), pixels(surface.rect.height()), {}};
    image.rgba.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
    const Lens lens(surface, scale);
    const Shader shader(surface, scale);
    const std::vector<Corner> graph = corners_of(surface, lens, Layer::graph);
    const std::vector<Corner> floor = surface.floor_line.a > 0 ? corners_of(surface, lens, Layer::floor) : std::vector<Corner>();
    const auto& triangles = surface.mesh->triangles;
    const int strips = (image.height + strip_height - 1) / strip_height;
    tbb::parallel_for(tbb::blocked_range<int>(0, strips, 1), [&](const tbb::blocked_range<int>& range) {
        for (int s = range.begin(); s < range.end(); ++s) {
            const int y0 = s * strip_height, y1 = std::min(y0 + strip_height, image.height);
            Strip strip(image.width, y0, y1, shader);
            const auto fill = [&](const std::vector<Corner>& corners, Layer sheet) {
                if (corners.empty()) return;
                for (std::size_t k = 0; k + 2 < triangles.size(); k += 3)
                    strip.fill(corners[triangles[k]], corners[triangles[k + 1]], corners[triangles[k + 2]], sheet);
            };
            fill(graph, Layer::graph);
            fill(floor, Layer::floor);
            std::uint8_t* to = image.rgba.data() + static_cast<std::size_t>(y0) * static_cast<std::size_t>(image.width) * 4;
            for (int y = y0; y < y1; ++y)
                for (int x = 0; x < image.width; ++x, to += 4) {
                    const Color c = strip.pixel(x, y);
                    to[0] = byte(c.r);
                    to[1] = byte(c.g);
                    to[2] = byte(c.b);
                    to[3] = byte(c.a);
                }
        }
    });
    return image;
}

}  // namespace ravine
