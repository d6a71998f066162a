#include "app/paint/field_image.h"

#include <algorithm>
#include <cmath>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include "app/figure/relief.h"

namespace ravine {
namespace {

constexpr float calm_slope = 0.35F;  // levels per pixel: isolines this dense begin to fade
constexpr int hatch_period = 12;

float smoothstep(float from, float to, float x) {
    const float t = std::clamp((x - from) / (to - from), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

class Shader {
public:
    Shader(const LevelGrid& grid, const FieldStyle& style, float scale)
        : grid_(grid),
          style_(style),
          width_(style.line_width * scale),
          relief_(style.relief * scale),
          range_(std::max(grid.highest - grid.lowest, 1.0F)) {}

    Color color(int i, int j) const {
        const float b = at(i, j);
        if (std::isnan(b)) return hatched(i, j);
        const float across = slope_x(i, j, b), down = slope_y(i, j, b);
        const float steep = std::max(std::hypot(across, down), 1e-6F);
        const float nearest = std::floor(b + 0.5F), distance = (b - nearest) / steep;
        const float beyond = std::clamp(distance + 0.5F, 0.0F, 1.0F);
        const Color c = in_relief(mix(band(nearest - 1), band(nearest), beyond), relief_ * (across + down));
        const float coverage = std::clamp(0.5F * width_ + 0.5F - std::abs(distance), 0.0F, 1.0F);
        if (coverage <= 0) return c;
        const float calm = 1 - smoothstep(calm_slope, 2 * calm_slope, steep);
        return mix(c, style_.line.with_alpha(1), coverage * calm * style_.line.a);
    }

private:
    float at(int i, int j) const {
        return grid_.level[static_cast<std::size_t>(j) * static_cast<std::size_t>(grid_.columns) + static_cast<std::size_t>(i)];
    }
    float at_or(int i, int j, float b) const {
        const float v = at(i, j);
        return std::isnan(v) ? b : v;
    }
    float slope_x(int i, int j, float b) const {
        const int left = std::max(i - 1, 0), right = std::min(i + 1, grid_.columns - 1);
        return (at_or(right, j, b) - at_or(left, j, b)) / static_cast<float>(std::max(right - left, 1));
    }
    float slope_y(int i, int j, float b) const {
        const int above = std::max(j - 1, 0), below = std::min(j + 1, grid_.rows - 1);
        return (at_or(i, below, b) - at_or(i, above, b)) / static_cast<float>(std::max(below - above, 1));
    }
    Color band(float k) const {
        const float t = std::clamp((k + 0.5F - grid_.lowest) / range_, 0.0F, 1.0F);
        return style_.colors[static_cast<std::size_t>(std::lround(t * 255))];
    }
    Color hatched(int i, int j) const {
        const float shade = (i + j) % hatch_period < hatch_period / 2 ? 1.0F : 0.8F;
        const Color& u = style_.undefined;
        return {u.r * shade, u.g * shade, u.b * shade, 1};
    }

    const LevelGrid& grid_;
    const FieldStyle& style_;
    float width_, relief_, range_;
};

std::uint8_t byte(float v) { return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0F, 1.0F) * 255)); }

}  // namespace

Image field_image(const LevelGrid& grid, const FieldStyle& style, float scale) {
    Image image{grid.columns, grid.rows, {}};
    image.rgba.resize(grid.level.size() * 4);
    const Shader shader(grid, style, scale);
    tbb::parallel_for(tbb::blocked_range<int>(0, grid.rows), [&](const tbb::blocked_range<int>& rows) {
        for (int j = rows.begin(); j < rows.end(); ++j) {
            std::uint8_t* to = image.rgba.data() + static_cast<std::size_t>(j) * static_cast<std::size_t>(grid.columns) * 4;
            for (int i = 0; i < grid.columns; ++i, to += 4) {
                const Color c = shader.color(i, j);
                to[0] = byte(c.r);
                to[1] = byte(c.g);
                to[2] = byte(c.b);
                to[3] = 255;
            }
        }
    });
    return image;
}

}  // namespace ravine
