// What a figure shows, for every objective, layout and size.
#include <algorithm>
#include <functional>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/figure/colormap.h"
#include "app/figure/compose.h"
#include "app/figure/sheet.h"
#include "app/figure/words.h"
#include "app/session/names.h"
#include "tests/app/figure_checks.h"

using namespace ravine;
using namespace ravine_test;

namespace {

struct Case {
    std::string what;
    Session session;
    FigureRequest request;
};

/// A camera of its own for each n.
Camera some_camera(int n) {
    Camera camera;
    camera.azimuth = n % 5 == 0 ? camera.azimuth : std::remainder(n * 47.0, 360);
    camera.elevation = n % 7 == 6 ? 90 : 5 + n * 13 % 80;
    camera.zoom = n % 4 == 3 ? 3 : 1;
    camera.stretch = n % 3 == 2 ? 1.2 : 0.5;
    camera.heights = n % 2 == 1 ? Camera::Heights::linear : Camera::Heights::levels;
    return camera;
}

Session with_optimizers(Session session, std::size_t count) {
    for (std::size_t i = 0; session.optimizers.size() < count; ++i)
        session.optimizers.push_back(new_optimizer(session, optimizers()[i % optimizers().size()].id));
    session.optimizers.resize(count);
    session.view.right = count > 5 ? 5 : static_cast<int>(count) - 1;
    return session;
}

struct Arrangement {
    Layout layout;
    std::size_t optimizers;
};
constexpr Arrangement arrangements[] = {{Layout::single, 2},  {Layout::single, 12}, {Layout::compare, 2}, {Layout::compare, 12},
                                        {Layout::grid, 1},    {Layout::grid, 2},    {Layout::grid, 5},    {Layout::grid, 12},
                                        {Layout::surface, 2}, {Layout::surface, 12}};

/// `unit` 0: a document's.
struct Size {
    float width, height, ratio, unit = 0;
};

std::vector<Size> sizes_for(Layout layout) {
    if (layout != Layout::grid) return {{1280, 720, 1}, {1600, 900, 0.5F}, {640, 360, 1}, {900, 900, 0.5F}};
    // The last is the stage of a window of 1280 × 720.
    return {{1280, 720, 0.25F}, {640, 400, 0.5F}, {3840, 2160, 0.125F}, {900, 900, 0.25F}, {940, 620, 0.25F, 1}};
}

/// Composes every objective in every layout at several sizes and steps.
void for_every_figure(const std::function<void(const Case&, const Runs&, const Figure&)>& check) {
    int n = 0;
    for (const ObjectiveInfo& info : objectives())
        for (const Arrangement& arrangement : arrangements) {
            Session session = opening_session();
            choose_objective(session, info.id);
            session = with_optimizers(session, arrangement.optimizers);
            session.view.layout = arrangement.layout;
            session.view.camera = some_camera(n++);
            const Runs runs = simulate(session);
            Composer composer;
            for (const Size& size : sizes_for(arrangement.layout))
                for (const auto purpose : {FigureRequest::Purpose::document, FigureRequest::Purpose::window})
                    for (const int step : {0, 120, 300}) {
                        session.view.step = step;
                        const FigureRequest request{.width = size.width,
                                                    .height = size.height,
                                                    .unit = size.unit > 0 ? size.unit : document_unit(size.width, size.height),
                                                    .pixel_ratio = size.ratio,
                                                    .purpose = purpose};
                        const Case c{std::string(info.id) + " " + std::string(name_in(layout_names, arrangement.layout)) +
                                         " of " + std::to_string(arrangement.optimizers) + ", " +
                                         std::to_string(static_cast<int>(size.width)) + " step " + std::to_string(step),
                                     session, request};
                        check(c, runs, composer.compose(session, runs, request, fonts()));
                    }
        }
}

void expect_every_name_with_its_hyperparameters(const Case& c, const std::string& text) {
    for (const OptimizerChoice& choice : c.session.optimizers) {
        const Optimizer optimizer = optimizer_of(choice);
        EXPECT_NE(text.find(optimizer.info().name), std::string::npos) << c.what;
        EXPECT_NE(text.find(hyperparameters(optimizer.info(), choice.params)), std::string::npos) << c.what;
    }
}

void expect_every_name_of_a_grid(const Case& c, const std::string& text) {
    for (const std::string& name : optimizer_names(c.session))
        EXPECT_NE(text.find(name + "\n"), std::string::npos) << c.what << ": " << name;
}

}  // namespace

// One test, since composing takes longer than looking.
TEST(Figure, CutsNothingOffPutsNoTextOverAnotherAndNamesEveryOptimizer) {
    for_every_figure([](const Case& c, const Runs&, const Figure& figure) {
        expect_no_text_over_another(figure, c.what);
        expect_nothing_cut_off(figure, c.what);
        const std::string text = all_text(figure);
        if (c.request.width >= 1280 && c.session.optimizers.size() <= 6) expect_every_name_with_its_hyperparameters(c, text);
        if (c.session.view.layout == Layout::grid) expect_every_name_of_a_grid(c, text);
    });
}

TEST(Figure, OfTwelveOptimizersHasTheHyperparametersOfEach) {
    Session session = with_optimizers(opening_session(), max_optimizers);
    session.view.layout = Layout::single;
    const Runs runs = simulate(session);
    const std::string text = all_text(Composer().compose(session, runs, {}, fonts()));
    for (const OptimizerChoice& choice : session.optimizers)
        EXPECT_NE(text.find(hyperparameters(optimizer_of(choice).info(), choice.params)), std::string::npos) << choice.id;
}

TEST(Figure, ShowsOnlyTheOptimizersThatAreShown) {
    Session session = opening_session();
    session.view.layout = Layout::single;
    session.optimizers[1].shown = false;
    const std::string text = all_text(Composer().compose(session, simulate(session), {}, fonts()));
    EXPECT_NE(text.find("AdaGrad\n"), std::string::npos);
    EXPECT_EQ(text.find("RMSprop\n"), std::string::npos);
}

TEST(Figure, SurvivesEverySize) {
    Session session = opening_session();
    for (const Layout layout : {Layout::single, Layout::compare, Layout::grid, Layout::surface})
        for (const float width : {1.0F, 40.0F, 200.0F, 3000.0F})
            for (const float height : {1.0F, 60.0F, 2000.0F}) {
                session.view.layout = layout;
                const FigureRequest request{
                    .width = width, .height = height, .unit = document_unit(width, height), .pixel_ratio = 0.25F};
                const Figure figure = Composer().compose(session, simulate(session), request, fonts());
                EXPECT_FALSE(figure.regions.empty());
                for (const Region& r : figure.regions) EXPECT_GT(r.axes.rect.width(), 0);
            }
}

TEST(Composer, GivesTheSamePointersWhereNothingChanged) {
    const Session session = opening_session();
    const Runs runs = simulate(session);
    Composer composer;
    const Figure a = composer.compose(session, runs, {}, fonts());
    FigureRequest later;
    later.step = 42.5F;
    const Figure b = composer.compose(session, runs, later, fonts());
    const auto pointers = [](const Figure& figure) {
        std::vector<const void*> out;
        for (const Group& g : figure.groups)
            for (const Primitive& p : g.primitives) {
                if (const Path* path = std::get_if<Path>(&p)) out.push_back(path->path.get());
                if (const Field* field = std::get_if<Field>(&p)) out.insert(out.end(), {field->grid.get(), field->style.get()});
            }
        return out;
    };
    EXPECT_EQ(pointers(a), pointers(b));
    ASSERT_GE(pointers(a).size(), 4U);
}

TEST(Composer, SharesOneGridBetweenTwoPanesOfOneView) {
    const Session session = opening_session();
    for (const float width : {1280.0F, 1281.0F, 1366.0F, 1599.0F}) {
        FigureRequest request;
        request.width = width;
        const Figure figure = Composer().compose(session, simulate(session), request, fonts());
        std::vector<const LevelGrid*> grids;
        for (const Group& g : figure.groups)
            for (const Primitive& p : g.primitives)
                if (const Field* field = std::get_if<Field>(&p)) grids.push_back(field->grid.get());
        ASSERT_EQ(grids.size(), 2U);
        EXPECT_EQ(grids[0], grids[1]) << width;
    }
}

TEST(Composer, MakesOnlyTheChangedRunsPathAnew) {
    Session session = opening_session();
    Simulation simulation;
    Composer composer;
    const Figure a = composer.compose(session, simulation.runs(session), {}, fonts());
    session.optimizers[1].params[0] *= 1.1;
    const Figure b = composer.compose(session, simulation.runs(session), {}, fonts());
    const auto trajectories = [](const Figure& figure) {
        std::vector<const PixelPath*> out;
        for (const Group& g : figure.groups)
            for (const Primitive& p : g.primitives)
                if (const Path* path = std::get_if<Path>(&p); path != nullptr && path->halo.a > 0 && path->width > 0)
                    out.push_back(path->path.get());
        return out;
    };
    ASSERT_EQ(trajectories(a).size(), 2U);
    EXPECT_EQ(trajectories(a)[0], trajectories(b)[0]);
    EXPECT_NE(trajectories(a)[1], trajectories(b)[1]);
}

TEST(Figure, HasARegionForEveryPaneAndTheStartIsWhereItsAxesSay) {
    const Session session = opening_session();
    const Figure figure = Composer().compose(session, simulate(session), {}, fonts());
    int contours = 0, curves = 0;
    for (const Region& r : figure.regions) {
        (r.kind == Region::Kind::contour ? contours : curves)++;
        if (r.kind != Region::Kind::contour) continue;
        EXPECT_TRUE(r.axes.rect.contains(r.axes.to_pixel(session.start)));
    }
    EXPECT_EQ(contours, 2);
    EXPECT_EQ(curves, 2);
}

TEST(Caption, IsTheLessonsWhereItHasOne) {
    Session session = opening_session();
    session.lesson.caption = "Watch the valley.";
    EXPECT_EQ(caption(session, simulate(session), 10), "Watch the valley.");
}

TEST(Caption, ClaimsOnlyARatioThatTheRatesShow) {
    const Session session = opening_session();
    const Runs runs = simulate(session);
    for (int step = 1; step <= last_step(runs); ++step) {
        const std::string words = caption(session, runs, step);
        const auto k = static_cast<std::size_t>(step);
        const double ratio = std::max(runs[1]->rate_x[k] / runs[0]->rate_x[k], runs[1]->rate_y[k] / runs[0]->rate_y[k]);
        EXPECT_EQ(words.find("smaller than RMSprop") != std::string::npos, ratio >= 1.5) << words;
    }
}

TEST(Caption, SaysInNumbersWhatDiffersBetweenAnyTwoOptimizers) {
    Session session = opening_session();
    for (const OptimizerInfo& left : optimizers()) {
        for (const OptimizerInfo& right : optimizers()) {
            session.optimizers.clear();
            session.optimizers.push_back(new_optimizer(session, left.id));
            session.optimizers.push_back(new_optimizer(session, right.id));
            const Runs runs = simulate(session);
            const std::vector<std::string> names = optimizer_names(session);
            for (const int step : {1, 40, 300}) {
                if (runs[0]->last() < step || runs[1]->last() < step) continue;
                const std::string words = caption(session, runs, step);
                const auto rates = [&](int i, bool x) {
                    const ravine::Run& run = *runs[static_cast<std::size_t>(i)];
                    return (x ? run.rate_x : run.rate_y)[static_cast<std::size_t>(step)];
                };
                const auto claimed = [&](int small) {
                    return words.starts_with(fmt::format("At step {} {}’s ", step, names[static_cast<std::size_t>(small)]));
                };
                if (claimed(0) || claimed(1)) {
                    const int small = claimed(0) ? 0 : 1;
                    const bool x = words.find("x-rate") != std::string::npos;
                    EXPECT_GE(rates(1 - small, x), 1.5 * rates(small, x)) << words;
                } else {
                    EXPECT_NE(words.find("lowest"), std::string::npos) << words;
                    // A rate of 0 has no ratio to another.
                    if (rates(0, true) <= 0 || rates(1, true) <= 0) continue;
                    EXPECT_LT(rates(0, true), 1.5 * rates(1, true)) << words;
                    EXPECT_LT(rates(1, true), 1.5 * rates(0, true)) << words;
                }
            }
        }
    }
}

TEST(Hyperparameters, FollowTheChangesOfThePlayback) {
    Session session = opening_session();
    session.changes.push_back({120, 1, "rho", 0.5});
    const OptimizerInfo& info = optimizer_of(session.optimizers[1]).info();
    EXPECT_EQ(hyperparameters(info, params_at(session, 1, 119)).find("ρ 0.5"), std::string::npos);
    EXPECT_NE(hyperparameters(info, params_at(session, 1, 120)).find("ρ 0.5"), std::string::npos);
}

TEST(Theme, HasTextThatReadsOnEverySurface) {
    for (const ThemeName name : {ThemeName::dark, ThemeName::light, ThemeName::contrast}) {
        const Theme& t = theme(name);
        for (const Color surface : {t.window, t.panel, t.raised}) {
            EXPECT_GE(contrast_ratio(t.text, surface), 4.5F);
            EXPECT_GE(contrast_ratio(t.secondary, surface), 4.5F);
        }
        for (const Color surface : {t.window, t.panel}) EXPECT_GE(contrast_ratio(t.accent, surface), 4.5F);
        EXPECT_GE(contrast_ratio(t.on_accent, t.accent), 4.5F);
        EXPECT_GE(contrast_ratio(t.danger, t.panel), 4.5F);
    }
}

TEST(Pens, DifferInColourAndInDashOrMarker) {
    for (int i = 0; i < pen_count(); ++i)
        for (int j = 0; j < i; ++j) {
            EXPECT_NE(pen(i).color, pen(j).color);
            EXPECT_TRUE(pen(i).dash != pen(j).dash || pen(i).marker != pen(j).marker);
        }
    EXPECT_EQ(&pen(pen_count()), &pen(0));
    EXPECT_GE(pen_count(), max_optimizers);
}

TEST(Colormap, SlateRunsFromDarkToLightInEvenSteps) {
    const auto colors = colormap("slate", ThemeName::dark);
    const auto near = [](Color a, Color b) {
        return std::abs(a.r - b.r) < 0.004F && std::abs(a.g - b.g) < 0.004F && std::abs(a.b - b.b) < 0.004F;
    };
    EXPECT_TRUE(near(colors.front(), rgb(0x101B2C)));
    EXPECT_TRUE(near(colors.back(), rgb(0xDCE6F1)));
    for (std::size_t i = 1; i < colors.size(); ++i) EXPECT_GT(colors[i].g, colors[i - 1].g);
}

TEST(Colormap, HasEveryNameAndFallsBackToSlate) {
    std::vector<std::array<Color, 256>> all;
    for (const std::string_view name : colormap_ids) {
        const std::array<Color, 256> colors = colormap(name, ThemeName::dark);
        for (const Color c : colors)
            EXPECT_TRUE(c.r >= 0 && c.r <= 1 && c.g >= 0 && c.g <= 1 && c.b >= 0 && c.b <= 1 && c.a == 1);
        EXPECT_EQ(std::ranges::count(all, colors), 0) << name << " is drawn as another one";
        all.push_back(colors);
    }
    EXPECT_EQ(colormap("nothing", ThemeName::light), colormap("slate", ThemeName::light));
}
