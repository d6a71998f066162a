// What each overlay adds to a contour, for every objective.
#include <algorithm>
#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "app/figure/compose.h"
#include "app/figure/overlays.h"
#include "app/figure/ticks.h"
#include "app/paint/cairo_painter.h"
#include "app/session/names.h"
#include "tests/app/figure_boxes.h"

using namespace ravine;
using namespace ravine_test;

namespace {

const CairoFonts& fonts() {
    static const CairoFonts loaded(std::filesystem::path(RAVINE_SHARE) / "fonts");
    return loaded;
}

constexpr Overlays none{.minima = false, .marks = false};

Overlays only(bool Overlays::*overlay) {
    Overlays overlays = none;
    overlays.*overlay = true;
    return overlays;
}

Overlays all() {
    Overlays overlays;
    for (const OverlayName& name : overlay_names) overlays.*name.on = true;
    return overlays;
}

Session session_on(std::string_view objective, const Overlays& overlays) {
    Session session = opening_session();
    choose_objective(session, objective);
    session.view.overlays = overlays;
    session.view.step = 40;
    return session;
}

/// Runs that stay where they start: for what does not depend on runs.
Runs starts_of(Session session) {
    session.steps = 1;
    return simulate(session);
}

Figure composed(const Session& session) { return Composer().compose(session, simulate(session), {}, fonts()); }

template <class What>
std::vector<What> all_of(const Figure& figure) {
    std::vector<What> out;
    for (const Group& g : figure.groups)
        for (const Primitive& p : g.primitives)
            if (const What* what = std::get_if<What>(&p)) out.push_back(*what);
    return out;
}

/// The trajectories: the paths with a halo.
std::vector<Path> trajectories(const Figure& figure) {
    std::vector<Path> paths = all_of<Path>(figure);
    std::erase_if(paths, [](const Path& p) { return p.halo.a <= 0; });
    return paths;
}

const Axes& contour_of(const Figure& figure) {
    return std::ranges::find(figure.regions, Region::Kind::contour, &Region::kind)->axes;
}

std::vector<Text> turned_or_in_pane(const Figure& figure) {
    const Rect& pane = contour_of(figure).rect;
    std::vector<Text> texts = all_of<Text>(figure);
    std::erase_if(texts, [&](const Text& t) { return !pane.contains(t.at); });
    return texts;
}

int count(const Figure& figure, Shape shape) {
    return static_cast<int>(std::ranges::count(all_of<Marker>(figure), shape, &Marker::shape));
}

}  // namespace

TEST(Overlays, CutNothingOffAndPutNoTextOverAnother) {
    struct Case {
        std::string what;
        Overlays overlays;
        Layout layout;
    };
    std::vector<Case> cases{{"all", all(), Layout::compare}, {"all", all(), Layout::single}};
    for (const OverlayName& name : overlay_names) cases.push_back({std::string(name.name), only(name.on), Layout::single});
    for (const ObjectiveInfo& info : objectives()) {
        Session session = session_on(info.id, none);
        session.more_starts = {{session.start.x + 0.1, session.start.y}};
        const Runs runs = simulate(session);
        // One composer, so that the field is computed once for all that is laid on it.
        Composer composer;
        for (const Case& c : cases)
            for (const int step : {0, 7, 300}) {
                session.view.overlays = c.overlays;
                session.view.layout = c.layout;
                session.view.step = step;
                const FigureRequest request{.width = 900, .height = 640, .unit = document_unit(900, 640), .pixel_ratio = 0.5F};
                const Figure figure = composer.compose(session, runs, request, fonts());
                const std::string what = std::string(info.id) + ", " + c.what + ", step " + std::to_string(step);
                const auto boxes = text_boxes(figure, fonts());
                for (std::size_t i = 0; i < boxes.size(); ++i) {
                    EXPECT_TRUE(within({0, 0, 900, 640}, boxes[i].first)) << what << ": " << boxes[i].second;
                    for (std::size_t j = 0; j < i; ++j)
                        EXPECT_FALSE(overlap(boxes[i].first, boxes[j].first))
                            << what << ": '" << boxes[i].second << "' and '" << boxes[j].second << "'";
                }
                for (const Group& g : figure.groups)
                    for (const Primitive& p : g.primitives)
                        EXPECT_LE(beyond_clip(p, g.clip), 0.01F) << what << " primitive " << p.index();
            }
    }
}

TEST(Overlays, SurviveEverySize) {
    Session session = session_on("rosenbrock", all());
    const Runs runs = simulate(session);
    for (const Layout layout : {Layout::single, Layout::compare})
        for (const float width : {1.0F, 40.0F, 200.0F, 3000.0F})
            for (const float height : {1.0F, 60.0F, 2000.0F}) {
                session.view.layout = layout;
                const FigureRequest request{
                    .width = width, .height = height, .unit = document_unit(width, height), .pixel_ratio = 0.25F};
                EXPECT_FALSE(Composer().compose(session, runs, request, fonts()).regions.empty());
            }
}

TEST(Overlays, ThatAreOffLeaveFieldPathsAndStart) {
    const Figure figure = composed(session_on("himmelblau", none));
    EXPECT_EQ(count(figure, Shape::star) + count(figure, Shape::cross) + count(figure, Shape::saddle), 0);
    for (const Path& path : trajectories(figure)) {
        EXPECT_EQ(path.marker_size, 0);
        EXPECT_EQ(path.fade, 0);
    }
    for (const Field& field : all_of<Field>(figure)) {
        EXPECT_EQ(field.strokes, nullptr);
        EXPECT_EQ(field.style->relief, 0);
    }
    EXPECT_TRUE(turned_or_in_pane(figure).empty());
    EXPECT_TRUE(all_of<Polygon>(figure).empty());
    EXPECT_EQ(count(figure, Shape::ring), 2);
    EXPECT_EQ(trajectories(figure).size(), 2U);
}

TEST(Overlays, MarkMinimaAndSaddlesApart) {
    const Figure figure = composed(session_on("himmelblau", only(&Overlays::minima)));
    EXPECT_EQ(count(figure, Shape::star), 2 * 4);
    EXPECT_EQ(count(figure, Shape::saddle), 2 * 4);
}

TEST(Overlays, LeaveOutSaddlesWhereTheyWouldCoverTheField) {
    Session session = session_on("rastrigin", only(&Overlays::minima));
    EXPECT_EQ(count(composed(session), Shape::saddle), 0);
    session.view.box = {-0.2, 0.8, -0.2, 0.8};
    EXPECT_GT(count(composed(session), Shape::saddle), 0);
}

TEST(Overlays, MarkTheSteps) {
    const std::vector<Path> paths = trajectories(composed(session_on("rosenbrock", only(&Overlays::marks))));
    const auto lines = std::ranges::count_if(paths, [](const Path& p) { return p.width > 0; });
    const auto marks = std::ranges::count_if(paths, [](const Path& p) { return p.marker_size > 0 && !p.path->marks.empty(); });
    EXPECT_EQ(lines, 2);
    EXPECT_EQ(marks, 2);
}

TEST(Overlays, FadeBehindTheHeadOfARunThatEndedEarlier) {
    Session session = session_on("saddle", only(&Overlays::fade));
    session.view.step = session.steps;
    const Runs runs = simulate(session);
    const std::vector<Path> paths = trajectories(Composer().compose(session, runs, {}, fonts()));
    ASSERT_EQ(paths.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_GT(paths[i].fade, 0);
        EXPECT_EQ(paths[i].reveal, static_cast<float>(runs[i]->last()));
    }
}

TEST(Overlays, PointArrowsDownhill) {
    for (const ObjectiveInfo& info : objectives()) {
        const Session session = session_on(info.id, only(&Overlays::arrows));
        const Figure figure = Composer().compose(session, starts_of(session), {.pixel_ratio = 0.25F}, fonts());
        const Axes& axes = contour_of(figure);
        const auto strokes = all_of<Field>(figure).front().strokes;
        ASSERT_NE(strokes, nullptr);
        const Objective objective = objective_of(session);
        std::size_t arrows = 0;
        for (const FieldStrokes::Set& set : strokes->sets) {
            ASSERT_EQ(set.strokes.size() % 3, 0U);
            arrows += set.strokes.size() / 3;
            for (std::size_t k = 0; k < set.strokes.size(); k += 3) {
                const auto [from, to] = set.strokes[k];
                const Point middle = axes.to_data({axes.rect.x0 + (from.x + to.x) / 2, axes.rect.y0 + (from.y + to.y) / 2});
                const double dx = axes.to_data(to).x - axes.to_data(from).x, dy = axes.to_data(to).y - axes.to_data(from).y;
                const Sample s = objective.at(middle);
                // A pixel's rounding moves the middle, which may lie on a crease.
                const double slope = s.gx * dx + s.gy * dy;
                EXPECT_LE(slope, 0.2 * std::hypot(s.gx, s.gy) * std::hypot(dx, dy))
                    << info.id << " " << middle.x << " " << middle.y;
            }
        }
        EXPECT_GT(arrows, 100U) << info.id;
        EXPECT_LE(arrows, 700U) << info.id;
    }
}

namespace {

/// How far the arrows agree on one direction: 0 where all cancel out, 1 where all are parallel.
double agreement(const FieldStrokes& strokes) {
    double x = 0, y = 0, arrows = 0;
    for (const FieldStrokes::Set& set : strokes.sets)
        for (std::size_t k = 0; k < set.strokes.size(); k += 3) {
            const auto [from, to] = set.strokes[k];
            const double dx = static_cast<double>(to.x - from.x), dy = static_cast<double>(to.y - from.y);
            x += dx / std::hypot(dx, dy), y += dy / std::hypot(dx, dy), ++arrows;
        }
    return std::hypot(x, y) / arrows;
}

}  // namespace

TEST(Overlays, DoNotPutArrowsInStepWithAPeriodicField) {
    Session session = session_on("rastrigin", only(&Overlays::arrows));
    session.view.layout = Layout::single;
    const Runs starts = starts_of(session);
    Composer composer;
    // Whole periods of the cosines are in view, and as many arrows to each as on a lattice that is in step with them: the bowl
    // below them leans to no side, and so must the arrows.
    for (double half = 6; half <= 14; half += 0.5) {
        session.view.box = {-half - 0.2, half - 0.2, -half - 0.2, half - 0.2};
        const Figure figure = composer.compose(session, starts, {.pixel_ratio = 0.25F}, fonts());
        EXPECT_LT(agreement(*all_of<Field>(figure).front().strokes), 0.2) << half;
    }
}

TEST(Overlays, WriteOnIsolinesTheirHeights) {
    int labels = 0;
    for (const ObjectiveInfo& info : objectives()) {
        Session session = session_on(info.id, only(&Overlays::labels));
        session.view.layout = Layout::single;
        const Figure figure = Composer().compose(session, starts_of(session), {.pixel_ratio = 0.5F}, fonts());
        const Axes& axes = contour_of(figure);
        const Objective objective = objective_of(session);
        const LevelMap map = level_grid(objective, {axes.x.lo, axes.x.hi, axes.y.lo, axes.y.hi},
                                        static_cast<int>(std::lround(axes.rect.width() / 2)),
                                        static_cast<int>(std::lround(axes.rect.height() / 2)), session.view.levels)
                                 .map;
        for (const Text& t : turned_or_in_pane(figure)) {
            const float up = cap_height * text_size(t.role) / 2;
            const Pixel middle{t.at.x + up * std::sin(t.angle), t.at.y - up * std::cos(t.angle)};
            const double level = map.level(objective.at(axes.to_data(middle)).f);
            EXPECT_NEAR(level, std::round(level), 0.3) << info.id << " " << t.text;
            EXPECT_EQ(readable(map.height(static_cast<int>(std::round(level)))), t.text) << info.id;
            ++labels;
        }
    }
    EXPECT_GT(labels, 100);
}

TEST(Overlays, KeepLabelsOffTheStartsAndDoNotMoveThemForOne) {
    Session session = session_on("bowl", only(&Overlays::labels));
    session.view.layout = Layout::single;
    Composer composer;
    const auto texts = [&] { return turned_or_in_pane(composer.compose(session, simulate(session), {}, fonts())); };
    const std::vector<Text> before = texts();
    ASSERT_GE(before.size(), 3U);
    const Figure figure = composer.compose(session, simulate(session), {}, fonts());
    session.start = contour_of(figure).to_data(before[1].at);
    const std::vector<Text> after = texts();
    ASSERT_EQ(after.size(), before.size() - 1);
    for (const Text& t : after)
        EXPECT_TRUE(std::ranges::any_of(before, [&](const Text& b) { return b.at == t.at && b.text == t.text; }));
}

TEST(Overlays, GiveTheSamePointersAndLabelsWhilePlaying) {
    Session session = session_on("rosenbrock", all());
    const Runs runs = simulate(session);
    Composer composer;
    const Figure a = composer.compose(session, runs, {}, fonts());
    FigureRequest later;
    later.step = 42.5F;
    const Figure b = composer.compose(session, runs, later, fonts());
    const auto fields_a = all_of<Field>(a), fields_b = all_of<Field>(b);
    EXPECT_EQ(fields_a, fields_b);
    // Two panes of one view share their picture.
    ASSERT_EQ(fields_a.size(), 2U);
    EXPECT_EQ(fields_a[0].strokes, fields_a[1].strokes);
    EXPECT_EQ(turned_or_in_pane(a).size(), turned_or_in_pane(b).size());
}

TEST(StepBox, HasOneScaleInAllPanes) {
    Session session = session_on("ellipse", only(&Overlays::step_box));
    session.optimizers.clear();
    for (const double lr : {0.01, 0.02}) {
        session.optimizers.push_back(new_optimizer(session, "gd"));
        session.optimizers.back().params[0] = lr;
    }
    const Figure figure = composed(session);
    std::vector<float> widths;
    for (const Group& g : figure.groups)
        for (const Primitive& p : g.primitives)
            if (const FillRect* r = std::get_if<FillRect>(&p); r != nullptr && r->color.a < 0.5F)
                widths.push_back(r->rect.width());
    ASSERT_EQ(widths.size(), 2U);
    EXPECT_NEAR(widths[1] / widths[0], 2, 0.01);
}

TEST(StepBox, PointsTheUpdateToTheNextRow) {
    Session session = session_on("rosenbrock", only(&Overlays::step_box));
    const Runs runs = simulate(session);
    const Figure figure = Composer().compose(session, runs, {}, fonts());
    std::vector<Polygon> heads = all_of<Polygon>(figure);
    ASSERT_EQ(heads.size(), 4U);  // with their halos
    for (std::size_t i = 0; i < 2; ++i) {
        const Polygon& head = heads[2 * i + 1];
        const Pixel base{(head.corners[1].x + head.corners[2].x) / 2, (head.corners[1].y + head.corners[2].y) / 2};
        const Pixel tip = head.corners[0];
        const Point from = runs[i]->at(40), to = runs[i]->at(41);
        const double dx = to.x - from.x, dy = from.y - to.y;
        const double cosine =
            ((tip.x - base.x) * dx + (tip.y - base.y) * dy) / (std::hypot(tip.x - base.x, tip.y - base.y) * std::hypot(dx, dy));
        EXPECT_GT(cosine, 0.99) << i;
    }
}

TEST(Saddles, AreFoundWhereTheyAreKnown) {
    const auto found = [](std::string_view id) { return find_saddles(Objective(id), find_objective(id)->domain); };
    for (const std::string_view id : {"saddle", "monkey-saddle"}) {
        ASSERT_EQ(found(id).size(), 1U) << id;
        EXPECT_NEAR(found(id)[0].x, 0, 1e-6);
        EXPECT_NEAR(found(id)[0].y, 0, 1e-6);
    }
    EXPECT_EQ(found("himmelblau").size(), 4U);
    EXPECT_EQ(found("six-hump-camel").size(), 7U);
    for (const std::string_view id : {"rosenbrock", "bowl", "ellipse", "booth", "matyas", "absolute"})
        EXPECT_TRUE(found(id).empty()) << id;
}

TEST(Saddles, HaveNoSlopeAndCurveBothWays) {
    int saddles = 0;
    for (const ObjectiveInfo& info : objectives()) {
        const Objective objective(info.id);
        for (const Point& p : find_saddles(objective, info.domain)) {
            const Hessian h = objective.hessian(p);
            EXPECT_LT(h.xx * h.yy - h.xy * h.xy, 0) << info.id;
            // As Newton's method sees it: the point where the slope vanishes is at hand.
            const Sample s = objective.at(p);
            const double det = h.xx * h.yy - h.xy * h.xy;
            EXPECT_LT(std::hypot(h.yy * s.gx - h.xy * s.gy, h.xx * s.gy - h.xy * s.gx) / std::abs(det),
                      1e-6 * info.domain.width())
                << info.id;
            ++saddles;
        }
    }
    EXPECT_GT(saddles, 50);
}
