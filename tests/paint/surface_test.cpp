// The graph of f looks alike in the window and in a file.
#include "app/figure/compose.h"
#include "app/figure/theme.h"
#include "tests/paint/likeness.h"
#include "tests/paint/screen.h"

using namespace ravine;
using namespace ravine_test;

namespace {

constexpr float width = 900, height = 640;
constexpr double alike = 0.95;

class Surfaces : public OnBothPainters {
protected:
    double likeness(const Session& session, float ratio = 1) {
        Figure figure = Composer().compose(
            session, simulate(session),
            {.width = width, .height = height, .pixel_ratio = ratio, .purpose = FigureRequest::Purpose::window}, screen_fonts());
        // The surface is transparent beside the graph: it has a ground, as in the window.
        const Rect all{0, 0, width, height};
        figure.groups.insert(figure.groups.begin(), {all, {FillRect{all, theme(session.view.theme).window, 0}}});
        const Image screen = on_screen(figure, ratio);
        const Image file = in_file(figure, ratio);
        for (const Region& region : figure.regions) {
            if (region.kind != Region::Kind::surface) continue;
            const Rect& r = region.axes.rect;
            const Rect rect{r.x0 * ratio, r.y0 * ratio, r.x1 * ratio, r.y1 * ratio};
            return structural_similarity(cropped(screen, rect), cropped(file, rect));
        }
        return 0;
    }

    Figure composed(Composer& composer, const Session& session) {
        Figure figure =
            composer.compose(session, simulate(session),
                             {.width = width, .height = height, .purpose = FigureRequest::Purpose::window}, screen_fonts());
        const Rect all{0, 0, width, height};
        figure.groups.insert(figure.groups.begin(), {all, {FillRect{all, theme(session.view.theme).window, 0}}});
        return figure;
    }

    static Session session_on(std::string_view objective) {
        Session session = opening_session();
        choose_objective(session, objective);
        session.view.layout = Layout::surface;
        session.view.step = 120;
        return session;
    }
};

}  // namespace

TEST_F(Surfaces, AreShownAlikeForEveryObjective) {
    for (const ObjectiveInfo& info : objectives()) EXPECT_GE(likeness(session_on(info.id)), alike) << info.id;
}

TEST_F(Surfaces, AreShownAlikeFromEverySideAndInEveryTheme) {
    int n = 0;
    for (const ThemeName theme : {ThemeName::dark, ThemeName::light, ThemeName::contrast}) {
        for (const double elevation : {8.0, 50.0, 90.0}) {
            Session session = session_on("rosenbrock");
            session.view.theme = theme;
            session.view.camera = {.azimuth = 77.0 * n, .elevation = elevation, .zoom = n % 2 == 0 ? 1 : 2.2};
            session.view.camera.heights = n++ % 3 == 2 ? Camera::Heights::linear : Camera::Heights::levels;
            session.view.camera.azimuth = std::remainder(session.view.camera.azimuth, 360);
            EXPECT_GE(likeness(session), alike) << "camera " << n;
        }
    }
}

TEST_F(Surfaces, AreShownAlikeOnADenseScreen) { EXPECT_GE(likeness(session_on("himmelblau"), 2), alike); }

TEST_F(Surfaces, HaveHolesWhereFIsNotDefined) {
    Session session = session_on("rosenbrock");
    choose_formula(session, TypedObjective("log(x) + y^2"));
    session.view.box = {-1, 1, -1, 1};
    EXPECT_GE(likeness(session), alike);
}

TEST_F(Surfaces, AreDraftsWhileTheyMoveAndDrawnInFullWhenTheyStandStill) {
    Session session = session_on("himmelblau");
    Composer composer;
    const Figure first = composed(composer, session);
    session.view.camera.azimuth += 40;
    const Figure turned = composed(composer, session);
    const std::vector<Frame> frames = one_after_the_other({first, turned, turned, turned, turned}, {0, 0.02, 0.04, 0.5, 0.52});
    const std::vector<bool> unfinished{false, true, true, false, false};
    for (std::size_t k = 0; k < frames.size(); ++k) EXPECT_EQ(frames[k].unfinished, unfinished[k]) << k;
    EXPECT_EQ(frames[2].drawn, 0);
    EXPECT_EQ(frames[4].drawn, 0);
    EXPECT_NE(frames[1].picture.rgba, frames[3].picture.rgba);
    EXPECT_GE(structural_similarity(frames[1].picture, frames[3].picture), 0.9);
    EXPECT_EQ(frames[3].picture.rgba, on_screen(turned).rgba);
    EXPECT_EQ(one_after_the_other({first, turned}).back().picture.rgba, frames[3].picture.rgba);
}
