#include "tests/app/figure_boxes.h"

#include <algorithm>
#include <cmath>

namespace ravine_test {

using namespace ravine;

std::vector<std::pair<Rect, std::string>> text_boxes(const Figure& figure, const TextMetrics& metrics) {
    std::vector<std::pair<Rect, std::string>> out;
    for (const Group& g : figure.groups)
        for (const Primitive& p : g.primitives)
            if (const Text* t = std::get_if<Text>(&p)) {
                const float width = metrics.width(t->text, t->role) * figure.unit, size = text_size(t->role) * figure.unit;
                const float x0 = t->align == Align::left ? 0 : t->align == Align::center ? -width / 2 : -width;
                Rect box{1e30F, 1e30F, -1e30F, -1e30F};
                for (const float x : {x0, x0 + width})
                    for (const float y : {-cap_height * size, 0.2F * size}) {
                        const float u = t->at.x + std::cos(t->angle) * x - std::sin(t->angle) * y;
                        const float v = t->at.y + std::sin(t->angle) * x + std::cos(t->angle) * y;
                        box = {std::min(box.x0, u), std::min(box.y0, v), std::max(box.x1, u), std::max(box.y1, v)};
                    }
                out.push_back({box, t->text});
            }
    return out;
}

bool overlap(const Rect& a, const Rect& b) { return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1; }

bool within(const Rect& outer, const Rect& inner) {
    return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1;
}

float beyond_clip(const Primitive& primitive, const Rect& clip) {
    const auto out = [&](Rect r) { return std::max({clip.x0 - r.x0, clip.y0 - r.y0, r.x1 - clip.x1, r.y1 - clip.y1}); };
    const auto out_at = [&](Pixel p) { return out({p.x, p.y, p.x, p.y}); };
    float worst = 0;
    if (const auto* p = std::get_if<FillRect>(&primitive)) worst = out(p->rect);
    if (const auto* p = std::get_if<StrokeRect>(&primitive)) worst = out(p->rect) - p->width;
    if (const auto* p = std::get_if<Field>(&primitive)) worst = out(p->rect);
    if (const auto* p = std::get_if<Surface>(&primitive)) worst = out(p->rect);
    if (const auto* p = std::get_if<Lines>(&primitive))
        for (const Pixel& v : p->points) worst = std::max(worst, out_at(v) - p->width);
    if (const auto* p = std::get_if<Polygon>(&primitive))
        for (const Pixel& v : p->corners) worst = std::max(worst, out_at(v));
    return worst;
}

}  // namespace ravine_test
