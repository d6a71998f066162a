#include "app/paint/field_image.h"

#include <algorithm>
#include <cmath>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

namespace ravine {
namespace {

constexpr float hatch_period = 12, hatch_width = 1.5F;

float smoothstep(float from, float to, float x) {
    const float t = std::clamp((x - from) / (to - from), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

class Shader {
public:
    Shader(const LevelGrid& grid, const FieldStyle& style, float ratio)
        : grid_(grid), style_(style), ratio_(ratio), width_(style.line_width * ratio), range_(grid.highest - grid.lowest) {}

    Color color(int i, int j) const {
        const float b = at(i, j);
        if (std::isnan(b)) return hatched(i, j);
        const float g =
            std::hypot(slope(b, at_or_nan(i - 1, j), at_or_nan(i + 1, j)), slope(b, at_or_nan(i, j - 1), at_or_nan(i, j + 1)));
        const float n = std::floor(b + 0.5F), off = b - n;
        const float d = g > 0 ? off / g : off >= 0 ? INFINITY : -INFINITY;
        const float beyond = std::clamp(d + 0.5F, 0.0F, 1.0F);
        Color c = beyond <= 0 ? band(n - 1) : beyond >= 1 ? band(n) : mix(band(n - 1), band(n), beyond);
        if (g > 0.35F) c = mix(c, along((b - grid_.lowest) / range_), smoothstep(0.35F, 0.7F, g));
        const float coverage = std::clamp(width_ / 2 + 0.5F - std::abs(d), 0.0F, 1.0F) * (1 - smoothstep(0.15F, 0.35F, g));
        if (coverage > 0) c = mix(c, style_.line.with_alpha(1), coverage * style_.line.a);
        return c;
    }

private:
    float at(int i, int j) const {
        return grid_.level[static_cast<std::size_t>(j) * static_cast<std::size_t>(grid_.columns) + static_cast<std::size_t>(i)];
    }
    float at_or_nan(int i, int j) const { return i < 0 || j < 0 || i >= grid_.columns || j >= grid_.rows ? NAN : at(i, j); }
    static float slope(float b, float before, float after) {
        if (std::isnan(before)) return std::isnan(after) ? 0 : after - b;
        return std::isnan(after) ? b - before : (after - before) / 2;
    }
    Color along(float t) const {
        const float place = std::clamp(t, 0.0F, 1.0F) * 255;
        const auto i = std::min(static_cast<std::size_t>(place), std::size_t{254});
        return mix(style_.colors[i], style_.colors[i + 1], place - static_cast<float>(i));
    }
    Color band(float k) const { return along((k + 0.5F - grid_.lowest) / range_); }
    Color hatched(int i, int j) const {
        const float period = hatch_period * ratio_;
        const bool line = std::fmod(static_cast<float>(i + j), period) < hatch_width * ratio_;
        return line ? mix(style_.undefined, {0.5F, 0.5F, 0.5F, 1}, 0.35F) : style_.undefined;
    }

    const LevelGrid& grid_;
    const FieldStyle& style_;
    float ratio_, width_, range_;
};

std::uint8_t byte(float v) { return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0F, 1.0F) * 255)); }

}  // namespace

Image field_image(const LevelGrid& grid, const FieldStyle& style, float ratio) {
    Image image{grid.columns, grid.rows, {}};
    image.rgba.resize(grid.level.size() * 4);
    const Shader shader(grid, style, ratio);
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
