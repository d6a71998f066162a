#include "app/figure/projection.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "app/session/view.h"

namespace ravine {

World Projection::at_height(Pixel p, float z) const {
    const float r = (p.x - middle.x) / scale;
    const float a = ((middle.y - p.y) / scale - z * cos_elevation) / sin_elevation;
    return {r * cos_azimuth + a * sin_azimuth, a * cos_azimuth - r * sin_azimuth, z};
}

Projection projection(const Camera& camera, const Stand& stand, const Rect& rect) {
    constexpr double degree = std::numbers::pi / 180;
    Projection p;
    p.sin_azimuth = static_cast<float>(std::sin(camera.azimuth * degree));
    p.cos_azimuth = static_cast<float>(std::cos(camera.azimuth * degree));
    p.sin_elevation = static_cast<float>(std::sin(camera.elevation * degree));
    p.cos_elevation = static_cast<float>(std::cos(camera.elevation * degree));
    // However it is turned, the ground lies within the circle through its corners.
    const float across = 2 * std::hypot(stand.half_x, stand.half_y);
    const float tall = across * p.sin_elevation + (stand.top - stand.floor) * p.cos_elevation;
    const float fit = std::min(rect.width() / across, rect.height() / tall);
    p.scale = std::max(fit * static_cast<float>(camera.zoom), 1e-3F);
    const float waist = (stand.top + stand.floor) / 2 * p.cos_elevation;
    p.target = {(rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2};
    p.middle = {p.target.x + p.scale * static_cast<float>(camera.pan_x),
                p.target.y + p.scale * (waist - static_cast<float>(camera.pan_y))};
    return p;
}

bool clip_segment(const Rect& rect, Pixel& from, Pixel& to) {
    const float dx = to.x - from.x, dy = to.y - from.y;
    const std::array<std::array<float, 2>, 4> edges{
        {{-dx, from.x - rect.x0}, {dx, rect.x1 - from.x}, {-dy, from.y - rect.y0}, {dy, rect.y1 - from.y}}};
    float enter = 0, leave = 1;
    for (const auto& [towards, room] : edges) {
        if (towards == 0 && room < 0) return false;
        if (towards < 0) enter = std::max(enter, room / towards);
        if (towards > 0) leave = std::min(leave, room / towards);
    }
    if (enter >= leave) return false;
    const Pixel start = from;
    from = {std::clamp(start.x + enter * dx, rect.x0, rect.x1), std::clamp(start.y + enter * dy, rect.y0, rect.y1)};
    to = {std::clamp(start.x + leave * dx, rect.x0, rect.x1), std::clamp(start.y + leave * dy, rect.y0, rect.y1)};
    return true;
}

}  // namespace ravine
