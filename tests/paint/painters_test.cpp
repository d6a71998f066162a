// The window and the exported file show the same picture.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/figure/compose.h"
#include "app/session/names.h"
#include "tests/paint/likeness.h"
#include "tests/paint/screen.h"

using namespace ravine;
using namespace ravine_test;

using BothPainters = OnBothPainters;

namespace {

constexpr float width = 900, height = 640;
constexpr double alike = 0.98;
constexpr double alike_with_text = 0.93;  // hinting and pixel grids differ

Session session_for(const ObjectiveInfo& info, Layout layout) {
    Session session = opening_session();
    choose_objective(session, info.id);
    session.view.layout = layout;
    session.view.step = 120;
    return session;
}

Figure composed(const Session& session, const TextMetrics& metrics, float ratio = 1) {
    const FigureRequest request{
        .width = width, .height = height, .unit = 1, .pixel_ratio = ratio, .purpose = FigureRequest::Purpose::window};
    return Composer().compose(session, simulate(session), request, metrics);
}

Rect scaled(const Rect& r, float k) { return {r.x0 * k, r.y0 * k, r.x1 * k, r.y1 * k}; }

/// A picture of one primitive on a grey ground.
Figure alone(Primitive primitive, float side = 96) {
    Figure figure{side, side, 1, {}, {}};
    figure.groups.push_back({{0, 0, side, side}, {FillRect{{0, 0, side, side}, rgb(0x405070), 0}, std::move(primitive)}});
    return figure;
}

/// A spiral of `turns` around the middle of the picture, with a mark at every tenth vertex.
std::shared_ptr<const PixelPath> spiral(float turns) {
    auto path = std::make_shared<PixelPath>();
    constexpr int count = 120;
    float length = 0;
    for (int i = 0; i < count; ++i) {
        const float t = static_cast<float>(i) / (count - 1);
        const float angle = turns * t * 2 * std::numbers::pi_v<float>;
        const float x = 48 + 40 * t * std::cos(angle);
        const float y = 48 + 40 * t * std::sin(angle);
        if (i > 0) length += std::hypot(x - path->vertices.back().x, y - path->vertices.back().y);
        path->vertices.push_back({x, y, length, static_cast<float>(i)});
        if (i % 10 == 0) path->marks.push_back(path->vertices.back());
    }
    return path;
}

Path look(std::shared_ptr<const PixelPath> path) {
    Path p;
    p.path = std::move(path);
    p.color = rgb(0xE69F00);
    p.halo = rgb(0x0B0F16, 0.9F);
    p.width = 2.2F;
    p.halo_width = 1.6F;
    return p;
}

}  // namespace

TEST_F(BothPainters, ShowEveryObjectiveAlikeInEveryLayout) {
    for (const ObjectiveInfo& info : objectives()) {
        for (const Layout layout : {Layout::single, Layout::compare, Layout::grid}) {
            const Figure figure = composed(session_for(info, layout), screen_fonts());
            const Image screen = on_screen(figure);
            const Image file = in_file(figure);
            ASSERT_EQ(screen.rgba.size(), file.rgba.size());
            int panes = 0;
            for (const Region& region : figure.regions) {
                if (region.kind != Region::Kind::contour) continue;
                ++panes;
                EXPECT_GE(structural_similarity(cropped(screen, region.axes.rect), cropped(file, region.axes.rect)), alike)
                    << info.id << ", pane " << region.index << " of " << figure.regions.size();
            }
            EXPECT_EQ(panes, layout == Layout::single ? 1 : 2);
        }
    }
}

TEST_F(BothPainters, ShowTwelvePanesWithTheirHeadersAndLabelsAlike) {
    Session session = session_for(objectives().front(), Layout::grid);
    for (std::size_t i = 0; session.optimizers.size() < max_optimizers; ++i)
        session.optimizers.push_back(new_optimizer(session, optimizers()[i].id));
    session.view.step = session.steps;
    const Figure figure = composed(session, screen_fonts());
    const Image screen = on_screen(figure);
    const Image file = in_file(figure);
    ASSERT_EQ(figure.regions.size(), 12U);
    for (const Region& region : figure.regions)
        EXPECT_GE(structural_similarity(cropped(screen, region.axes.rect), cropped(file, region.axes.rect)), alike_with_text)
            << region.index;
    EXPECT_GE(structural_similarity(screen, file), alike_with_text);
}

TEST_F(BothPainters, ShowThePictureAlikeOnADenseScreen) {
    const Figure figure = composed(session_for(objectives().front(), Layout::compare), screen_fonts(), 2);
    const Image screen = on_screen(figure, 2);
    const Image file = in_file(figure, 2);
    for (const Region& region : figure.regions) {
        const Rect rect = scaled(region.axes.rect, 2);
        EXPECT_GE(structural_similarity(cropped(screen, rect), cropped(file, rect)), alike) << region.index;
    }
}

TEST_F(BothPainters, ShowEveryKindOfCurveAlikeAndWhatIsReadOutFromIt) {
    for (int kind = 0; kind <= static_cast<int>(CurveKind::step_length); ++kind) {
        Session session = session_for(objectives().front(), Layout::compare);
        session.view.curves = {Curve{static_cast<CurveKind>(kind)}, Curve{static_cast<CurveKind>(kind), CurveScale::linear}};
        session.view.curve_range = {20, 250};
        const Runs runs = simulate(session);
        const FigureRequest request{.width = width, .height = height, .purpose = FigureRequest::Purpose::window};
        Composer composer;
        Figure figure = composer.compose(session, runs, request, screen_fonts());
        const std::vector<Region> regions = figure.regions;
        for (const Region& region : regions) {
            if (region.kind != Region::Kind::curve) continue;
            const Rect& pane = region.axes.rect;
            const CurvePointer at{region, {pane.x0 + pane.width() / 3, pane.y0 + pane.height() / 2}};
            for (Group& group : composer.read_out(session, runs, request, screen_fonts(), at).groups)
                figure.groups.push_back(std::move(group));
        }
        const Image screen = on_screen(figure);
        const Image file = in_file(figure);
        for (const Region& region : regions) {
            if (region.kind != Region::Kind::curve) continue;
            const Rect& pane = region.axes.rect;
            // Most of a panel of text is letters, whose edges are each painter's own.
            EXPECT_GE(structural_similarity(cropped(screen, pane), cropped(file, pane)), 0.95)
                << "kind " << kind << ", pane " << region.index;
        }
    }
}

TEST_F(BothPainters, ColourFieldsAlike) {
    for (const ObjectiveInfo& info : objectives()) {
        const Figure whole = composed(session_for(info, Layout::single), screen_fonts());
        for (const Group& group : whole.groups) {
            for (const Primitive& primitive : group.primitives) {
                if (!std::holds_alternative<Field>(primitive)) continue;
                const Rect rect = std::get<Field>(primitive).rect;
                Figure figure{width, height, 1, {}, {}};
                figure.groups.push_back({rect, {primitive}});
                const Difference d = difference(cropped(on_screen(figure), rect), cropped(in_file(figure), rect));
                EXPECT_LT(d.mean, 0.25) << info.id;
            }
        }
    }
}

TEST_F(BothPainters, MarkWhatIsNotDefinedAlike) {
    auto grid = std::make_shared<LevelGrid>();
    grid->columns = grid->rows = 96;
    grid->lowest = 0;
    grid->highest = 6;
    for (int j = 0; j < 96; ++j) {
        for (int i = 0; i < 96; ++i) {
            const float r = std::hypot(static_cast<float>(i) - 40, static_cast<float>(j) - 55);
            grid->level.push_back(r < 30 ? NAN : r / 16);
        }
    }
    const Figure any = composed(session_for(objectives().front(), Layout::single), screen_fonts());
    std::shared_ptr<const FieldStyle> style;
    for (const Group& group : any.groups) {
        for (const Primitive& p : group.primitives) {
            if (std::holds_alternative<Field>(p)) style = std::get<Field>(p).style;
        }
    }
    ASSERT_NE(style, nullptr);
    const Figure figure = alone(Field{{0, 0, 96, 96}, grid, style});
    EXPECT_LT(difference(on_screen(figure), in_file(figure)).mean, 0.25);
}

TEST_F(BothPainters, ShowEveryOverlayAlike) {
    for (const ObjectiveInfo& info : objectives()) {
        for (std::size_t k = 0; k <= overlay_names.size(); ++k) {
            Session session = session_for(info, Layout::single);
            for (std::size_t i = 0; i < overlay_names.size(); ++i)
                session.view.overlays.*overlay_names[i].on = k == i || k == overlay_names.size();
            const Figure figure = composed(session, screen_fonts());
            const Rect pane = figure.regions.front().axes.rect;
            EXPECT_GE(structural_similarity(cropped(on_screen(figure), pane), cropped(in_file(figure), pane)), alike)
                << info.id << ", " << (k < overlay_names.size() ? overlay_names[k].name : "all");
        }
    }
}

TEST_F(BothPainters, ShowOverlaysAlikeOnADenseScreen) {
    Session session = session_for(objectives().front(), Layout::single);
    for (const OverlayName& overlay : overlay_names) session.view.overlays.*overlay.on = true;
    const Figure figure = composed(session, screen_fonts(), 2);
    const Rect pane = scaled(figure.regions.front().axes.rect, 2);
    EXPECT_GE(structural_similarity(cropped(on_screen(figure, 2), pane), cropped(in_file(figure, 2), pane)), alike);
}

TEST_F(BothPainters, FadePathsAlike) {
    for (const float dash : {0.0F, 6.0F}) {
        for (const float reveal : {119.0F, 60.4F}) {
            Path path = look(spiral(2));
            path.dash = dash;
            path.gap = dash / 2;
            path.marker = Shape::diamond;
            path.marker_size = 5;
            path.reveal = reveal;
            path.fade = 70;
            const Figure figure = alone(path);
            EXPECT_GE(structural_similarity(on_screen(figure), in_file(figure)), 0.97) << dash << " " << reveal;
            // It does fade: the middle of the spiral is as good as gone, its head is not.
            Path full = path;
            full.fade = 0;
            EXPECT_GT(difference(on_screen(figure), on_screen(alone(full))).mean, 0.5);
        }
    }
}

TEST_F(BothPainters, TurnTextAlike) {
    for (const float angle : {-1.5F, -0.6F, 0.3F, 1.2F}) {
        for (const Align align : {Align::left, Align::center, Align::right}) {
            const Figure figure = alone(Text{{100, 100}, "0.0123", TextRole::small, rgb(0xFFFFFF), align, angle}, 200);
            const Image screen = on_screen(figure), file = in_file(figure);
            EXPECT_GE(structural_similarity(screen, file), 0.9) << angle << ", align " << static_cast<int>(align);
            EXPECT_GT(difference(file, in_file(alone(FillRect{{0, 0, 1, 1}, rgb(0x405070)}, 200))).greatest, 100);
        }
    }
}

TEST_F(BothPainters, DrawPolygonsAlike) {
    const std::vector<Pixel> corners{{20.3F, 30}, {70, 41.5F}, {38, 77}};
    for (const bool turned_over : {false, true}) {
        Polygon polygon{corners, rgb(0xE69F00)};
        if (turned_over) std::ranges::reverse(polygon.corners);
        const Figure figure = alone(polygon);
        EXPECT_GE(structural_similarity(on_screen(figure), in_file(figure)), 0.99);
        EXPECT_LT(difference(on_screen(figure), in_file(figure)).mean, 0.2);
    }
}

TEST_F(BothPainters, DrawEveryShapeOfMarkerAlike) {
    for (int s = 0; s <= static_cast<int>(Shape::saddle); ++s) {
        for (const float size : {9.0F, 16.0F, 40.0F}) {
            const Figure figure = alone(Marker{{47.3F, 48.6F}, static_cast<Shape>(s), size, rgb(0xE69F00), rgb(0xFFFFFF), 2}, 96);
            const Image screen = on_screen(figure);
            const Image file = in_file(figure);
            EXPECT_GE(structural_similarity(screen, file), 0.995) << "shape " << s << ", size " << size;
            EXPECT_LT(difference(screen, file).mean, 0.4) << "shape " << s << ", size " << size;
        }
    }
}

TEST_F(BothPainters, DrawPathsAlikeWithDashesMarksAndReveal) {
    struct Case {
        const char* name;
        float turns, dash, gap, marker_size, reveal;
    };
    const Case cases[] = {{"solid", 3, 0, 0, 0, 1e30F}, {"dashed", 3, 9, 4, 0, 1e30F},      {"marks", 2, 0, 0, 5, 1e30F},
                          {"half", 3, 0, 0, 5, 60.4F},  {"half dashed", 2, 6, 3, 5, 60.4F}, {"nothing yet", 3, 0, 0, 5, 0}};
    for (const Case& c : cases) {
        Path path = look(spiral(c.turns));
        path.dash = c.dash;
        path.gap = c.gap;
        path.marker = Shape::diamond;
        path.marker_size = c.marker_size;
        path.reveal = c.reveal;
        const Figure figure = alone(path);
        EXPECT_GE(structural_similarity(on_screen(figure), in_file(figure)), alike) << c.name;
    }
}

TEST_F(BothPainters, RevealAPathWithoutUploadingItAgain) {
    // One path drawn twice in a figure, to different steps: what was uploaded first serves both.
    Path whole = look(spiral(3));
    whole.color = rgb(0x56B4E9);
    Path half = whole;
    half.color = rgb(0xE69F00);
    half.reveal = 50;
    Figure figure = alone(whole);
    figure.groups[0].primitives.emplace_back(half);
    for (int frame = 0; frame < 3; ++frame) EXPECT_GE(structural_similarity(on_screen(figure), in_file(figure)), alike);
}

TEST_F(BothPainters, DrawTranslucentLinesAlike) {
    Path path = look(spiral(2));
    path.halo = rgb(0, 0);
    path.color = path.color.with_alpha(0.35F);
    const Figure figure = alone(path);
    EXPECT_GE(structural_similarity(on_screen(figure), in_file(figure)), alike);
}

TEST_F(BothPainters, KeepToTheClipOfAGroup) {
    Figure figure = alone(FillRect{{0, 0, 4, 4}, rgb(0xFF0000), 0});
    figure.groups.push_back({{20, 30, 60, 50}, {Marker{{48, 48}, Shape::circle, 60, rgb(0xE69F00), rgb(0xFFFFFF), 3}}});
    EXPECT_LT(difference(on_screen(figure), in_file(figure)).mean, 0.3);
}

TEST_F(BothPainters, DrawRectanglesAndLinesAlike) {
    const Primitive primitives[] = {FillRect{{10, 20, 70, 61}, rgb(0xE69F00), 8},
                                    StrokeRect{{10.5F, 20.5F, 70.5F, 60.5F}, rgb(0xE69F00), 1, 0},
                                    StrokeRect{{12, 22, 72, 62}, rgb(0xE69F00), 2, 0},
                                    Lines{{{10, 20}, {80, 20}, {80, 70}}, rgb(0xFFFFFF), 1, 0, 0},
                                    Lines{{{10, 20.2F}, {80, 20.2F}}, rgb(0xFFFFFF), 1, 6, 3},
                                    Lines{{{10, 80}, {80, 20}}, rgb(0xFFFFFF), 2, 0, 0},
                                    Lines{{{10.3F, 80.2F}, {80.6F, 23.7F}}, rgb(0xFFFFFF), 1.6F, 4, 3}};
    int i = 0;
    for (const Primitive& primitive : primitives) {
        const Figure figure = alone(primitive);
        EXPECT_GE(structural_similarity(on_screen(figure), in_file(figure)), alike) << "primitive " << i;
        ++i;
    }
}

TEST_F(BothPainters, WriteTextInTheSamePlaces) {
    for (int role = 0; role <= static_cast<int>(TextRole::formula); ++role) {
        for (const Align align : {Align::left, Align::center, Align::right}) {
            const Figure figure = alone(Text{{100, 100}, "Rate η 0.01", static_cast<TextRole>(role), rgb(0xFFFFFF), align}, 200);
            // Hinting and pixel grids differ; the letters' places do not.
            EXPECT_GE(structural_similarity(on_screen(figure), in_file(figure)), 0.9)
                << "role " << role << ", align " << static_cast<int>(align);
        }
    }
}
