#include "app/paint/surface_image.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include "app/figure/surface_mesh.h"

namespace ravine {
namespace {

constexpr int strip_height = 16;  // pixels
/// Where a pixel's four samples are, from its middle: as graphics drivers place them.
constexpr std::array<Pixel, 4> samples{{{-0.125F, -0.375F}, {0.375F, -0.125F}, {-0.375F, 0.125F}, {0.125F, 0.375F}}};
constexpr float calm_slope = 0.35F;

using Vertex = SurfaceMesh::Vertex;

float smoothstep(float from, float to, float x) {
    const float t = std::clamp((x - from) / (to - from), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

enum class Layer { graph, floor };

/// A vertex on the picture, in pixels.
struct Corner {
    float x, y, depth, level, light;
    float inside;  ///< how far from the ground's edge
};

/// Vertices → corners.
class Lens {
public:
    Lens(const Surface& surface, float scale) : surface_(surface), scale_(scale) {}

    Corner corner(const Vertex& v, Layer layer) const {
        const World w{v.x, v.y, layer == Layer::floor ? surface_.floor : surface_.height * v.z};
        const Pixel p = surface_.projection.to_pixel(w);
        return {(p.x - surface_.rect.x0) * scale_,
                (p.y - surface_.rect.y0) * scale_,
                surface_.projection.depth(w),
                v.level,
                light(v),
                std::min(surface_.mesh->half_x - std::abs(v.x), surface_.mesh->half_y - std::abs(v.y))};
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
    float scale_;
};

/// Level and light → colour. Alpha is multiplied in.
class Shader {
public:
    Shader(const Surface& surface, float scale)
        : surface_(surface),
          style_(*surface.style),
          width_(style_.line_width * scale),
          range_(std::max(surface.mesh->highest - surface.mesh->lowest, 1.0F)) {}

    enum class Side { above, below, floor };
    /// What a triangle's pixels have in common: the lengths of the gradients of level and distance from the edge.
    struct Look {
        Side side;
        float steep, inwards;
    };
    Color color(float b, float light, float inside, const Look& look) const {
        const float steep = std::max(look.steep, 1e-6F);
        const Side side = look.side;
        const float nearest = std::floor(b + 0.5F), distance = (b - nearest) / steep;
        const float line = std::clamp(0.5F * width_ + 0.5F - std::abs(distance), 0.0F, 1.0F) *
                           (1 - smoothstep(calm_slope, 2 * calm_slope, steep));
        if (side == Side::floor) {
            const Color& f = surface_.floor_line;
            const float alpha = line * f.a;
            return {f.r * alpha, f.g * alpha, f.b * alpha, alpha};
        }
        Color c = mix(band(nearest - 1), band(nearest), std::clamp(distance + 0.5F, 0.0F, 1.0F));
        const float rim = std::clamp(width_ + 0.5F - inside / std::max(look.inwards, 1e-6F), 0.0F, 1.0F);
        c = mix(c, style_.line.with_alpha(1), std::max(line * style_.line.a, std::min(2 * rim * style_.line.a, rim)));
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

/// A triangle on the picture: what its corners say, evenly between them.
class Facet {
public:
    Facet(const Corner& a, const Corner& b, const Corner& c) : a_(a), b_(b), c_(c) {
        area_ = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        across_ = {(c.y - a.y) / area_, -(b.y - a.y) / area_};
        down_ = {-(c.x - a.x) / area_, (b.x - a.x) / area_};
    }

    bool is_line() const { return std::abs(area_) < 1e-9F; }
    /// y grows downwards: what is counter-clockwise seen from above has a negative area.
    bool from_above() const { return area_ < 0; }

    /// How much b and c count at a pixel.
    Pixel weights(float x, float y) const {
        x -= a_.x;
        y -= a_.y;
        return {x * across_.x + y * down_.x, x * across_.y + y * down_.y};
    }
    float at(Pixel weights, float Corner::*what) const {
        return a_.*what + weights.x * (b_.*what - a_.*what) + weights.y * (c_.*what - a_.*what);
    }
    /// The length of the gradient.
    float steep(float Corner::*what) const {
        const float b = b_.*what - a_.*what, c = c_.*what - a_.*what;
        return std::hypot(across_.x * b + across_.y * c, down_.x * b + down_.y * c);
    }
    Rect bounds() const {
        const auto [x0, x1] = std::minmax({a_.x, b_.x, c_.x});
        const auto [y0, y1] = std::minmax({a_.y, b_.y, c_.y});
        return {x0, y0, x1, y1};
    }

private:
    const Corner &a_, &b_, &c_;
    float area_ = 0;
    Pixel across_, down_;  ///< how the weights change from pixel to pixel
};

/// Some rows of the picture, four samples a pixel.
class Strip {
public:
    Strip(int width, int y0, int y1, const Shader& shader)
        : width_(width),
          y0_(y0),
          y1_(y1),
          shader_(shader),
          depth_(samples.size() * static_cast<std::size_t>(width) * static_cast<std::size_t>(y1 - y0), INFINITY),
          color_(depth_.size(), Color{0, 0, 0, 0}) {}

    /// Colours the samples that the triangle covers and nothing nearer does, all of a pixel as its middle says.
    void fill(const Facet& facet, Layer layer) {
        const Rect bounds = facet.bounds();
        if (bounds.y1 < static_cast<float>(y0_) || bounds.y0 > static_cast<float>(y1_) || facet.is_line()) return;
        const Shader::Look look{layer == Layer::floor ? Shader::Side::floor
                                : facet.from_above()  ? Shader::Side::above
                                                      : Shader::Side::below,
                                facet.steep(&Corner::level), facet.steep(&Corner::inside)};
        const int x_from = std::max(whole(bounds.x0), 0), x_to = std::min(whole(bounds.x1), width_ - 1);
        for (int y = std::max(whole(bounds.y0), y0_); y <= std::min(whole(bounds.y1), y1_ - 1); ++y)
            for (int x = x_from; x <= x_to; ++x) {
                const float middle_x = static_cast<float>(x) + 0.5F, middle_y = static_cast<float>(y) + 0.5F;
                unsigned covered = 0;
                for (std::size_t k = 0; k < samples.size(); ++k) {
                    const Pixel w = facet.weights(middle_x + samples[k].x, middle_y + samples[k].y);
                    if (w.x < 0 || w.y < 0 || w.x + w.y > 1) continue;
                    const float depth = facet.at(w, &Corner::depth);
                    float& nearest = depth_[place(x, y) + k];
                    if (depth >= nearest) continue;
                    nearest = depth;
                    covered |= 1U << k;
                }
                if (covered == 0) continue;
                const Pixel w = facet.weights(middle_x, middle_y);
                const Color color =
                    shader_.color(facet.at(w, &Corner::level), facet.at(w, &Corner::light), facet.at(w, &Corner::inside), look);
                for (std::size_t k = 0; k < samples.size(); ++k)
                    if ((covered >> k & 1U) != 0) color_[place(x, y) + k] = color;
            }
    }

    /// The mean of a pixel's samples, alpha not multiplied in.
    Color pixel(int x, int y) const {
        Color sum{0, 0, 0, 0};
        for (std::size_t k = 0; k < samples.size(); ++k) {
            const Color& c = color_[place(x, y) + k];
            sum = {sum.r + c.r, sum.g + c.g, sum.b + c.b, sum.a + c.a};
        }
        if (sum.a <= 0) return {0, 0, 0, 0};
        return {sum.r / sum.a, sum.g / sum.a, sum.b / sum.a, sum.a / static_cast<float>(samples.size())};
    }

private:
    static int whole(float v) { return static_cast<int>(std::clamp(std::floor(v), -1.0F, 1e6F)); }
    std::size_t place(int x, int y) const {
        return samples.size() *
               (static_cast<std::size_t>(y - y0_) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x));
    }

    int width_, y0_, y1_;
    const Shader& shader_;
    std::vector<float> depth_;
    std::vector<Color> color_;
};

std::vector<Corner> corners_of(const Surface& surface, const Lens& lens, Layer layer) {
    const auto& vertices = surface.mesh->vertices;
    std::vector<Corner> corners(vertices.size());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, vertices.size(), 1024), [&](const auto& range) {
        for (std::size_t k = range.begin(); k < range.end(); ++k) corners[k] = lens.corner(vertices[k], layer);
    });
    return corners;
}

std::uint8_t byte(float v) { return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0F, 1.0F) * 255)); }

}  // namespace

SurfaceSize surface_size(const Surface& surface, float scale) {
    const auto pixels = [&](float length) { return std::max(static_cast<int>(std::lround(length * scale)), 1); };
    return {pixels(surface.rect.width()), pixels(surface.rect.height())};
}

Image surface_image(const Surface& surface, float scale) {
    const auto [width, height] = surface_size(surface, scale);
    Image image{width, height, {}};
    image.rgba.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
    const Lens lens(surface, scale);
    const Shader shader(surface, scale);
    const std::vector<Corner> graph = corners_of(surface, lens, Layer::graph);
    const std::vector<Corner> floor = surface.floor_line.a > 0 ? corners_of(surface, lens, Layer::floor) : std::vector<Corner>();
    const int strips = (image.height + strip_height - 1) / strip_height;
    tbb::parallel_for(tbb::blocked_range<int>(0, strips, 1), [&](const tbb::blocked_range<int>& range) {
        for (int s = range.begin(); s < range.end(); ++s) {
            const int y0 = s * strip_height, y1 = std::min(y0 + strip_height, image.height);
            Strip strip(image.width, y0, y1, shader);
            const auto fill = [&](const std::vector<std::uint32_t>& triangles, const std::vector<Corner>& corners, Layer layer) {
                for (std::size_t k = 0; k + 2 < triangles.size(); k += 3)
                    strip.fill({corners[triangles[k]], corners[triangles[k + 1]], corners[triangles[k + 2]]}, layer);
            };
            fill(surface.mesh->triangles, graph, Layer::graph);
            if (!floor.empty()) fill(surface.mesh->floor_triangles, floor, Layer::floor);
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
