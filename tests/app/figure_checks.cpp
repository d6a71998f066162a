#include "tests/app/figure_checks.h"

#include <cmath>

#include <gtest/gtest.h>

using namespace ravine;

namespace ravine_test {

const CairoFonts& fonts() {
    static const CairoFonts loaded(std::filesystem::path(RAVINE_SHARE) / "fonts");
    return loaded;
}

Session with_many_optimizers(Session session) {
    for (std::size_t i = 0; session.optimizers.size() < max_optimizers; ++i)
        session.optimizers.push_back(new_optimizer(session, optimizers()[i % optimizers().size()].id));
    return session;
}

std::vector<std::pair<Rect, std::string>> text_boxes(const Figure& figure) { return text_boxes(figure, fonts()); }

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
