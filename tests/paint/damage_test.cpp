// A window that draws only what has changed shows what one shows that draws everything.
#include <optional>

#include "app/figure/compose.h"
#include "app/figure/theme.h"
#include "app/session/names.h"
#include "tests/paint/screen.h"

using namespace ravine;

namespace {

constexpr float width = 900, height = 640;

/// Composes as the window does: with one memory for all frames.
struct Studio {
    const TextMetrics& metrics;
    Composer composer;
    std::optional<Session> simulated;
    Runs runs;

    Figure figure(const Session& session, double step) {
        if (simulated != session) runs = simulate(session);
        simulated = session;
        const FigureRequest request{
            .width = width, .height = height, .step = static_cast<float>(step), .purpose = FigureRequest::Purpose::window};
        Figure figure = composer.compose(session, runs, request, metrics);
        const Rect all{0, 0, width, height};
        figure.groups.insert(figure.groups.begin(), {all, {FillRect{all, theme(session.view.theme).window, 0}}});
        return figure;
    }
};

Session session_on(std::string_view objective, Layout layout) {
    Session session = opening_session();
    choose_objective(session, objective);
    session.view.layout = layout;
    return session;
}

std::vector<Figure> playback(Studio& studio, const Session& session) {
    std::vector<Figure> figures;
    // Forth by parts of steps and by many, to the end, and back.
    for (const double step : {0.0, 0.0, 0.3, 0.7, 1.0, 2.5, 3.0, 17.2, 18.0, 60.0, 300.0, 299.0, 40.5, 0.0}) {
        figures.push_back(studio.figure(session, step));
    }
    return figures;
}

}  // namespace

class DrawnInParts : public ravine_test::OnBothPainters {
protected:
    void expect_whole_pictures(const std::vector<Figure>& figures, const std::string& what) {
        const std::vector<Frame> frames = one_after_the_other(figures);
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const Image whole = on_screen(figures[i]);
            int different = 0;
            for (std::size_t k = 0; k < whole.rgba.size(); ++k) different += whole.rgba[k] != frames[i].picture.rgba[k] ? 1 : 0;
            EXPECT_EQ(different, 0) << what << ", frame " << i << ", of which " << frames[i].drawn << " was drawn";
        }
    }
};

TEST_F(DrawnInParts, APlayedRunLooksAsIfItWereDrawnWhole) {
    for (const Layout layout : {Layout::single, Layout::compare, Layout::grid, Layout::surface}) {
        for (const ObjectiveInfo& info : objectives()) {
            Studio studio{screen_fonts(), {}, {}, {}};
            expect_whole_pictures(playback(studio, session_on(info.id, layout)), std::string(info.id));
        }
    }
}

TEST_F(DrawnInParts, APlayedRunWithEveryOverlayDoesToo) {
    for (const Layout layout : {Layout::single, Layout::compare}) {
        for (const ObjectiveInfo& info : objectives()) {
            Session session = session_on(info.id, layout);
            for (const OverlayName& overlay : overlay_names) session.view.overlays.*overlay.on = true;
            Studio studio{screen_fonts(), {}, {}, {}};
            expect_whole_pictures(playback(studio, session), std::string(info.id));
        }
    }
}

TEST_F(DrawnInParts, APictureWhoseOverlaysComeAndGoDoesToo) {
    Studio studio{screen_fonts(), {}, {}, {}};
    Session session = session_on("himmelblau", Layout::compare);
    std::vector<Figure> figures{studio.figure(session, 30)};
    for (const int time : {1, 2}) {
        for (const OverlayName& overlay : overlay_names) {
            session.view.overlays.*overlay.on = !(session.view.overlays.*overlay.on);
            figures.push_back(studio.figure(session, 30 + time));
        }
    }
    expect_whole_pictures(figures, "overlay");
}

TEST_F(DrawnInParts, APictureThatChangesInOtherWaysDoesToo) {
    Studio studio{screen_fonts(), {}, {}, {}};
    Session session = session_on("rosenbrock", Layout::compare);
    std::vector<Figure> figures{studio.figure(session, 30)};
    const auto then = [&](auto&& change) {
        change(session);
        figures.push_back(studio.figure(session, 30));
    };
    then([](Session& s) { s.start = {0.5, 1.5}; });
    then([](Session& s) { s.view.box = {-1, 1, -0.5, 1.5}; });
    then([](Session& s) { s.view.theme = s.view.theme == ThemeName::dark ? ThemeName::light : ThemeName::dark; });
    then([](Session& s) { s.optimizers.front().shown = false; });
    then([](Session& s) { s.view.layout = Layout::single; });
    then([](Session& s) { s.view.layout = Layout::grid; });
    then([](Session& s) { s.optimizers.front().shown = true; });
    then([](Session& s) { s.view.order = GridOrder::height; });
    then([](Session& s) { remove_optimizer(s, 1); });
    then([](Session& s) { choose_objective(s, "himmelblau"); });
    then([](Session& s) { s.view.layout = Layout::compare; });
    expect_whole_pictures(figures, "change");
}

TEST_F(DrawnInParts, ASurfaceThatIsTurnedWhileItPlaysDoesToo) {
    for (const std::string_view objective : {"rosenbrock", "himmelblau", "plateau"}) {
        Studio studio{screen_fonts(), {}, {}, {}};
        Session session = session_on(objective, Layout::surface);
        std::vector<Figure> figures{studio.figure(session, 20)};
        for (const double turn : {0.0, 1.5, 40.0, 0.0, -90.0}) {
            session.view.camera.azimuth += turn;
            figures.push_back(studio.figure(session, 21 + 3.3 * static_cast<double>(figures.size())));
        }
        session.view.camera.elevation = 90;
        figures.push_back(studio.figure(session, 60));
        session.view.camera.zoom = 2.5;
        figures.push_back(studio.figure(session, 60));
        session.view.camera.heights = Camera::Heights::linear;
        figures.push_back(studio.figure(session, 60));
        session.view.camera.stretch = 1.5;
        figures.push_back(studio.figure(session, 61));
        session.view.layout = Layout::compare;
        figures.push_back(studio.figure(session, 61));
        expect_whole_pictures(figures, std::string(objective));
    }
}

TEST_F(DrawnInParts, PlaybackDrawsLittleAndRestNothing) {
    for (const Layout layout : {Layout::compare, Layout::surface}) {
        Studio studio{screen_fonts(), {}, {}, {}};
        const Session session = session_on("rosenbrock", layout);
        const std::vector<Frame> frames = one_after_the_other({studio.figure(session, 100), studio.figure(session, 100),
                                                               studio.figure(session, 100.2), studio.figure(session, 101)});
        EXPECT_EQ(frames[0].drawn, 1);
        EXPECT_EQ(frames[1].drawn, 0);
        EXPECT_GT(frames[2].drawn, 0);
        EXPECT_LT(frames[2].drawn, 0.3);
        EXPECT_LT(frames[3].drawn, 0.5);
    }
}
