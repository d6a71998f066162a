#include "app/paint/field_image.h"

#include <algorithm>
#include <cmath>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include "app/figure/relief.h"

namespace ravine {
namespace {

constexpr float calm_slope = 0.35F;  // levels per pixel: isolines this dense begin to fade

float smoothstep(float from, float to, float x) {
    const float t = std::clamp((x - from) / (to - from), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

float steep_of(float across, float down) { return std::max(std::hypot(across, down), 1e-6F); }

/// A grid as a landscape.
class Terrain {
public:
    explicit Terrain(const LevelGrid& grid) : grid_(grid) {}

    float at(int i, int j) const {
        return grid_.level[static_cast<std::size_t>(j) * static_cast<std::size_t>(grid_.columns) + static_cast<std::size_t>(i)];
    }
    float slope_x(int i, int j, float b) const {
        const int left = std::max(i - 1, 0), right = std::min(i + 1, grid_.columns - 1);
        return (at_or(right, j, b) - at_or(left, j, b)) / static_cast<float>(std::max(right - left, 1));
    }
    float slope_y(int i, int j, float b) const {
        const int above = std::max(j - 1, 0), below = std::min(j + 1, grid_.rows - 1);
        return (at_or(i, below, b) - at_or(i, above, b)) / static_cast<float>(std::max(below - above, 1));
    }

private:
    float at_or(int i, int j, float b) const {
        const float v = at(i, j);
        return std::isnan(v) ? b : v;
    }

    const LevelGrid& grid_;
};

class Shader {
public:
    Shader(const LevelGrid& grid, const FieldStyle& style, float scale)
        : grid_(grid), terrain_(grid), style_(style), width_(style.line_width * scale), relief_(style.relief * scale) {}

    Color color(int i, int j) const {
        const float b = terrain_.at(i, j);
        if (std::isnan(b)) return hatched(i, j);
        const float across = terrain_.slope_x(i, j, b), down = terrain_.slope_y(i, j, b);
        const float steep = steep_of(across, down);
        const float nearest = std::floor(b + 0.5F), distance = (b - nearest) / steep;
        const float beyond = std::clamp(distance + 0.5F, 0.0F, 1.0F);
        const Color c = in_relief(mix(band(nearest - 1), band(nearest), beyond), relief_ * (across + down));
        const float coverage = std::clamp(0.5F * width_ + 0.5F - std::abs(distance), 0.0F, 1.0F);
        if (coverage <= 0) return c;
        return mix(c, style_.line.with_alpha(1), coverage * isoline_calm(steep) * style_.line.a);
    }

    /// Black or white, as opaque as in_relief mixes them in.
    Color light(int i, int j) const {
        const float b = terrain_.at(i, j);
        if (std::isnan(b)) return {0, 0, 0, 0};
        const float shade = in_relief({0.5F, 0.5F, 0.5F, 1}, relief_ * (terrain_.slope_x(i, j, b) + terrain_.slope_y(i, j, b))).r;
        const float side = shade > 0.5F ? 1.0F : 0.0F;
        return {side, side, side, 2 * std::abs(shade - 0.5F)};
    }

private:
    Color band(float k) const { return band_color(grid_, style_, k); }
    Color hatched(int i, int j) const {
        const float shade = (i + j) % hatch_period < hatch_period / 2 ? 1.0F : hatch_shade;
        const Color& u = style_.undefined;
        return {u.r * shade, u.g * shade, u.b * shade, 1};
    }

    const LevelGrid& grid_;
    Terrain terrain_;
    const FieldStyle& style_;
    float width_, relief_;
};

std::uint8_t byte(float v) { return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0F, 1.0F) * 255)); }

/// A pixel for each sample, on all cores.
template <class ColorOf>
Image image_of(const LevelGrid& grid, const ColorOf& color_of) {
    Image image{grid.columns, grid.rows, {}};
    image.rgba.resize(grid.level.size() * 4);
    tbb::parallel_for(tbb::blocked_range<int>(0, grid.rows), [&](const tbb::blocked_range<int>& rows) {
        for (int j = rows.begin(); j < rows.end(); ++j) {
            std::uint8_t* to = image.rgba.data() + static_cast<std::size_t>(j) * static_cast<std::size_t>(grid.columns) * 4;
            for (int i = 0; i < grid.columns; ++i, to += 4) {
                const Color c = color_of(i, j);
                to[0] = byte(c.r);
                to[1] = byte(c.g);
                to[2] = byte(c.b);
                to[3] = byte(c.a);
            }
        }
    });
    return image;
}

}  // namespace

Color band_color(const LevelGrid& grid, const FieldStyle& style, float k) {
    const float t = std::clamp((k + 0.5F - grid.lowest) / std::max(grid.highest - grid.lowest, 1.0F), 0.0F, 1.0F);
    return style.colors[static_cast<std::size_t>(std::lround(t * 255))];
}

float isoline_calm(float steepness) { return 1 - smoothstep(calm_slope, 2 * calm_slope, steepness); }

float steepness(const LevelGrid& grid, int i, int j) {
    const Terrain terrain(grid);
    const float b = terrain.at(i, j);
    return std::isnan(b) ? 0 : steep_of(terrain.slope_x(i, j, b), terrain.slope_y(i, j, b));
}

Image field_image(const LevelGrid& grid, const FieldStyle& style, float scale) {
    const Shader shader(grid, style, scale);
    return image_of(grid, [&](int i, int j) { return shader.color(i, j).with_alpha(1); });
}

Image relief_image(const LevelGrid& grid, const FieldStyle& style, float scale) {
    const Shader shader(grid, style, scale);
    return image_of(grid, [&](int i, int j) { return shader.light(i, j); });
}

}  // namespace ravine
