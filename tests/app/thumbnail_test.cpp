// Small pictures of objectives beside the contour of the same size.
#include "app/figure/thumbnail.h"

#include <cmath>
#include <cstring>

#include <gtest/gtest.h>

#include "app/figure/memory.h"
#include "app/figure/parts.h"

using namespace ravine;

namespace {

class NoText final : public TextMetrics {
public:
    float width(std::string_view, TextRole) const override { return 0; }
};

/// The field that a contour pane of this size shows of a session.
Field field_of(const Session& session, float width, float height) {
    Figure figure{width, height, 1, {}, {}};
    FigureMemory memory;
    const NoText metrics;
    const Runs runs;
    const Sheet sheet{session, runs, theme(session.view.theme), metrics, memory, figure};
    draw_contour(sheet, {0, contour_axes(sheet, {0, 0, width, height}), {}});
    for (const Group& group : figure.groups)
        for (const Primitive& primitive : group.primitives)
            if (const auto* field = std::get_if<Field>(&primitive)) return *field;
    return {};
}

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

}  // namespace

TEST(Thumbnail, ShowsWhatTheContourShowsOfEveryObjective) {
    Session session = opening_session();
    for (const ObjectiveInfo& info : objectives())
        for (const Levels levels : {Levels::log, Levels::linear, Levels::quantile}) {
            choose_objective(session, info.id);
            session.view.levels = levels;
            const Field contour = field_of(session, 138, 92);
            ASSERT_NE(contour.grid, nullptr);
            const auto small = thumbnail(Objective(info.id), 138, 92, levels).grid;
            EXPECT_EQ(small->columns, contour.grid->columns);
            EXPECT_EQ(small->rows, contour.grid->rows);
            EXPECT_EQ(small->lowest, contour.grid->lowest) << info.id;
            EXPECT_EQ(small->highest, contour.grid->highest) << info.id;
            EXPECT_TRUE(same_bits(small->level, contour.grid->level)) << info.id;
        }
}

TEST(Thumbnail, ShowsWhatTheContourShowsOfATypedFormula) {
    Session session = opening_session();
    const TypedObjective typed("sqrt(x) + y^2");  // not defined everywhere
    choose_formula(session, typed);
    session.view.box = typed.info().domain;
    const auto small = thumbnail(Objective(typed), 60, 90, Levels::log).grid;
    EXPECT_TRUE(same_bits(small->level, field_of(session, 60, 90).grid->level));
    EXPECT_TRUE(std::isnan(small->level.front()));
}
