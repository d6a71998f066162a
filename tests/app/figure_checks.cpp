#include "tests/app/figure_checks.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "app/figure/type.h"

using namespace ravine;

namespace ravine_test {
namespace {

bool overlap(const Rect& a, const Rect& b) { return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1; }

/// How far a primitive reaches beyond the clip of its group. Paths are cut by it and stand near it.
float beyond_clip(const Primitive& primitive, const Rect& clip) {
    const auto out = [&](Rect r) { return std::max({clip.x0 - r.x0, clip.y0 - r.y0, r.x1 - clip.x1, r.y1 - clip.y1}); };
    float worst = 0;
    if (const auto* p = std::get_if<FillRect>(&primitive)) worst = out(p->rect);
    if (const auto* p = std::get_if<StrokeRect>(&primitive)) worst = out(p->rect) - p->width;
    if (const auto* p = std::get_if<Field>(&primitive)) worst = out(p->rect);
    if (const auto* p = std::get_if<Lines>(&primitive))
        for (const Pixel& v : p->points) worst = std::max(worst, out({v.x, v.y, v.x, v.y}) - p->width);
    return worst;
}

}  // namespace

const CairoFonts& fonts() {
    static const CairoFonts loaded(std::filesystem::path(RAVINE_SHARE) / "fonts");
    return loaded;
}

Session with_many_optimizers(Session session) {
    for (std::size_t i = 0; session.optimizers.size() < max_optimizers; ++i)
        session.optimizers.push_back(new_optimizer(session, optimizers()[i % optimizers().size()].id));
    return session;
}

std::vector<std::pair<Rect, std::string>> text_boxes(const Figure& figure) {
    std::vector<std::pair<Rect, std::string>> out;
    for (const Group& g : figure.groups)
        for (const Primitive& p : g.primitives)
            if (const Text* t = std::get_if<Text>(&p)) {
                const float width = fonts().width(t->text, t->role) * figure.unit, size = text_size(t->role) * figure.unit;
                const float x0 = t->at.x - (t->align == Align::left ? 0 : t->align == Align::center ? width / 2 : width);
                out.push_back({{x0, t->at.y - cap_height * size, x0 + width, t->at.y + 0.2F * size}, t->text});
            }
    return out;
}

bool within(const Rect& outer, const Rect& inner) {
    return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1;
}

std::string all_text(const Figure& figure) {
    std::string out;
    for (const auto& [box, text] : text_boxes(figure)) out += text + "\n";
    return out;
}

void expect_no_text_over_another(const Figure& figure, const std::string& what) {
    const auto boxes = text_boxes(figure);
    for (std::size_t i = 0; i < boxes.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(overlap(boxes[i].first, boxes[j].first))
                << what << ": '" << boxes[i].second << "' and '" << boxes[j].second << "'";
}

void expect_nothing_cut_off(const Figure& figure, const std::string& what) {
    const Rect all{0, 0, figure.width, figure.height};
    for (const auto& [box, text] : text_boxes(figure)) EXPECT_TRUE(within(all, box)) << what << ": '" << text << "'";
    for (const Group& g : figure.groups) {
        EXPECT_TRUE(within(all, g.clip)) << what;
        for (const Primitive& p : g.primitives) EXPECT_LE(beyond_clip(p, g.clip), 0.01F) << what << " primitive " << p.index();
    }
}

void expect_finite(const Figure& figure, const std::string& what) {
    const auto finite = [](float x, float y) { return std::isfinite(x) && std::isfinite(y); };
    for (const Group& g : figure.groups)
        for (const Primitive& p : g.primitives) {
            if (const auto* m = std::get_if<Marker>(&p)) {
                EXPECT_TRUE(finite(m->at.x, m->at.y)) << what;
            }
            if (const auto* t = std::get_if<Text>(&p)) {
                EXPECT_TRUE(finite(t->at.x, t->at.y)) << what << t->text;
            }
            if (const auto* l = std::get_if<Lines>(&p)) {
                for (const Pixel& v : l->points) EXPECT_TRUE(finite(v.x, v.y)) << what;
            }
            if (const auto* path = std::get_if<Path>(&p)) {
                for (const PixelPath::Vertex& v : path->path->vertices)
                    EXPECT_TRUE(finite(v.x, v.y) && std::isfinite(v.length)) << what;
            }
        }
}

}  // namespace ravine_test
