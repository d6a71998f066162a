// The grid: which pane holds which optimizer, and what stands over and in it.
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

#include <gtest/gtest.h>

#include "app/figure/compose.h"
#include "app/figure/grid_order.h"
#include "app/figure/theme.h"
#include "app/figure/words.h"
#include "app/paint/cairo_painter.h"

using namespace ravine;

namespace {

const CairoFonts& fonts() {
    static const CairoFonts loaded(std::filesystem::path(RAVINE_SHARE) / "fonts");
    return loaded;
}

/// Twelve different rules in a grid.
Session twelve_on(std::string_view objective) {
    Session session = opening_session();
    choose_objective(session, objective);
    session.optimizers.clear();
    for (std::size_t i = 0; session.optimizers.size() < max_optimizers; ++i)
        session.optimizers.push_back(new_optimizer(session, optimizers()[i].id));
    session.view.layout = Layout::grid;
    return session;
}

/// Rates from far too small to far too large: these runs end in every way that a run of gd can.
Session every_rate_on(std::string_view objective) {
    Session session = twelve_on(objective);
    double lr = 1e-6;
    for (OptimizerChoice& choice : session.optimizers) {
        const int color = choice.color;
        choice = new_optimizer(session, "gd");
        choice.color = color;
        choice.params[static_cast<std::size_t>(index_of(info_of(choice).params, "lr"))] = lr;
        lr *= 6;
    }
    return session;
}

void for_every_grid(const std::function<void(const Session&, const Runs&)>& check) {
    for (const ObjectiveInfo& info : objectives())
        for (const auto& make : {twelve_on, every_rate_on}) {
            const Session session = make(info.id);
            check(session, simulate(session));
        }
}

Figure composed(const Session& session, const Runs& runs, int step, FigureRequest request = {}) {
    request.step = static_cast<float>(step);
    return Composer().compose(session, runs, request, fonts());
}

bool ended_early(const Run& run, int step) {
    return step >= run.last() && (run.outcome == Outcome::diverged || run.outcome == Outcome::undefined);
}

/// What an order promises to sort by, said once more.
double measured(const Session& session, const Run& run, int step) {
    constexpr double none = std::numeric_limits<double>::infinity();
    const auto row = static_cast<std::size_t>(std::min(step, run.last()));
    const GridOrder order = session.view.order;
    if (order == GridOrder::steps) return run.converged_at < 0 ? none : run.converged_at;
    if (ended_early(run, step)) return none;
    if (order == GridOrder::height) return run.f[row];
    if (order == GridOrder::gradient) return std::hypot(run.gx[row], run.gy[row]);
    double least = none;
    for (const Minimum& m : objective_of(session).minima())
        least = std::min(least, std::hypot(run.x[row] - m.x, run.y[row] - m.y));
    return least;
}

const Group& pane_group(const Figure& figure, const Region& region) {
    return *std::find_if(figure.groups.begin(), figure.groups.end(), [&](const Group& g) { return g.clip == region.axes.rect; });
}

/// The panes of the plane; the cells behind them may hold curves.
std::vector<Region> planes(const Figure& figure) {
    std::vector<Region> out;
    for (const Region& r : figure.regions)
        if (r.kind == Region::Kind::contour) out.push_back(r);
    return out;
}

/// The label in a pane, and what it says.
struct Label {
    Rect rect;
    std::string words;
};

std::vector<Label> labels_in(const Figure& figure, const Rect& pane) {
    std::vector<Label> out;
    for (const Group& g : figure.groups) {
        const auto* ground = g.primitives.empty() ? nullptr : std::get_if<FillRect>(&g.primitives.front());
        if (ground == nullptr || ground->radius <= 0 || !pane.contains({ground->rect.x0, ground->rect.y0})) continue;
        const auto* text = std::get_if<Text>(&g.primitives.back());
        out.push_back({ground->rect, text == nullptr ? "" : text->text});
    }
    return out;
}

}  // namespace

TEST(GridOrder, LetsTheMeasureNeverFallAndKeepsTheCardsOrderOfEqualOnes) {
    for_every_grid([](Session session, const Runs& runs) {
        session.optimizers[3].shown = false;
        for (const GridOrder order : {GridOrder::height, GridOrder::gradient, GridOrder::distance, GridOrder::steps})
            for (const int step : {0, 1, 40, 300}) {
                session.view.order = order;
                const std::vector<int> panes = grid_order(session, runs, step);
                ASSERT_EQ(panes.size(), 11U);
                for (std::size_t k = 1; k < panes.size(); ++k) {
                    const double before = measured(session, *runs[static_cast<std::size_t>(panes[k - 1])], step);
                    const double here = measured(session, *runs[static_cast<std::size_t>(panes[k])], step);
                    EXPECT_LE(before, here) << session.objective << " step " << step;
                    EXPECT_TRUE(before != here || panes[k - 1] < panes[k]) << session.objective << " step " << step;
                }
                std::vector<int> sorted = panes;
                std::sort(sorted.begin(), sorted.end());
                EXPECT_EQ(sorted, (std::vector<int>{0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11}));
            }
    });
}

TEST(GridOrder, IsThatOfTheCardsUnlessAnotherIsChosen) {
    const Session session = twelve_on("rosenbrock");
    std::vector<int> cards(12);
    std::iota(cards.begin(), cards.end(), 0);
    EXPECT_EQ(grid_order(session, simulate(session), 300), cards);
}

TEST(Grid, HasAPaneForEveryShownOptimizerWithItsTrajectoryInOrder) {
    Session session = twelve_on("himmelblau");
    session.view.order = GridOrder::height;
    session.optimizers[5].shown = false;
    const Runs runs = simulate(session);
    const Figure figure = composed(session, runs, 120);
    const std::vector<int> order = grid_order(session, runs, 120);
    const std::vector<Region> panes = planes(figure);
    ASSERT_EQ(panes.size(), order.size());
    for (std::size_t k = 0; k < order.size(); ++k) {
        const Region& region = panes[k];
        EXPECT_EQ(region.index, static_cast<int>(k));
        std::vector<Color> drawn;
        for (const Primitive& p : pane_group(figure, region).primitives)
            if (const Path* path = std::get_if<Path>(&p); path != nullptr && path->width > 0) drawn.push_back(path->color);
        EXPECT_EQ(drawn, std::vector<Color>{pen(session.optimizers[static_cast<std::size_t>(order[k])].color).color});
    }
}

TEST(Grid, ShowsTheSameSamplesAndAxesInPanesOfOneSizeThatLieApart) {
    for (int count = 1; count <= max_optimizers; ++count) {
        Session session = twelve_on("rosenbrock");
        session.optimizers.resize(static_cast<std::size_t>(count));
        const Runs runs = simulate(session);
        for (const float ratio : {1.0F, 1.5F, 2.0F}) {
            const Figure figure = composed(session, runs, 100, {.width = 1366, .height = 777, .pixel_ratio = ratio});
            const std::vector<Region> panes = planes(figure);
            ASSERT_EQ(panes.size(), static_cast<std::size_t>(count));
            std::vector<const LevelGrid*> grids;
            for (const Group& g : figure.groups)
                for (const Primitive& p : g.primitives)
                    if (const Field* field = std::get_if<Field>(&p)) grids.push_back(field->grid.get());
            const Region& first = panes.front();
            for (std::size_t k = 0; k < panes.size(); ++k) {
                const Region& r = panes[k];
                EXPECT_EQ(grids[k], grids[0]);
                EXPECT_EQ(r.axes.x, first.axes.x);
                EXPECT_EQ(r.axes.y, first.axes.y);
                EXPECT_NEAR(r.axes.rect.width(), first.axes.rect.width(), 1e-3F);
                EXPECT_NEAR(r.axes.rect.height(), first.axes.rect.height(), 1e-3F);
                for (std::size_t j = 0; j < k; ++j) {
                    const Rect &a = r.axes.rect, &b = panes[j].axes.rect;
                    EXPECT_TRUE(a.x0 > b.x1 || b.x0 > a.x1 || a.y0 > b.y1 || b.y0 > a.y1) << count << ": " << j << ", " << k;
                }
            }
        }
    }
}

TEST(Grid, UsesMostOfTheFigureWhateverItsShape) {
    struct Size {
        float width, height;
    };
    for (int count = 1; count <= max_optimizers; ++count) {
        Session session = twelve_on("rosenbrock");
        session.optimizers.resize(static_cast<std::size_t>(count));
        const Runs runs = simulate(session);
        for (const Size size : {Size{640, 400}, Size{1280, 720}, Size{900, 900}, Size{800, 1400}, Size{2400, 700}}) {
            const Figure figure = composed(session, runs, 100,
                                           {.width = size.width,
                                            .height = size.height,
                                            .unit = document_unit(size.width, size.height),
                                            .pixel_ratio = 0.5F});
            float used = 0;
            for (const Region& r : planes(figure)) used += r.axes.rect.width() * r.axes.rect.height();
            EXPECT_GT(used, 0.4F * size.width * size.height) << count << " in " << size.width << " x " << size.height;
        }
    }
}

TEST(Grid, ShowsTheHeightsOfAllInCellsThatNoOptimizerNeeds) {
    for (int count = 1; count <= max_optimizers; ++count) {
        Session session = twelve_on("rosenbrock");
        session.optimizers.resize(static_cast<std::size_t>(count));
        const Figure figure = composed(session, simulate(session), 100);
        const std::vector<Region> panes = planes(figure);
        if (figure.regions.size() == panes.size()) {
            float right = 0;
            for (const Region& r : panes) right = std::max(right, r.axes.rect.x1);
            EXPECT_NEAR(panes.back().axes.rect.x1, right, 0.01F) << count << ": the last row is full";
            continue;
        }
        const Region& curves = figure.regions.back();
        EXPECT_EQ(curves.kind, Region::Kind::curve);
        EXPECT_GT(curves.axes.rect.x0, panes.back().axes.rect.x1);
        EXPECT_EQ(curves.axes.rect.y1, panes.back().axes.rect.y1);
    }
}

TEST(Grid, HasOnePaneWithoutTrajectoryWhereNoOptimizerIsShown) {
    Session session = twelve_on("rosenbrock");
    for (OptimizerChoice& choice : session.optimizers) choice.shown = false;
    const Figure figure = composed(session, simulate(session), 10);
    ASSERT_EQ(figure.regions.size(), 1U);
    for (const Primitive& p : pane_group(figure, figure.regions[0]).primitives) EXPECT_FALSE(std::holds_alternative<Path>(p));
}

TEST(Badge, SaysInEveryPaneHowItsRunStandsAndNeverCoversTheHead) {
    int whole = 0, all = 0;
    for_every_grid([&](const Session& session, const Runs& runs) {
        for (const int step : {0, 1, 2, 5, 15, 60, 150, 300}) {
            const Figure figure = composed(session, runs, step, {.pixel_ratio = 0.1F});
            const std::vector<Region> panes = planes(figure);
            for (std::size_t k = 0; k < panes.size(); ++k) {
                const ravine::Run& run = *runs[k];
                const Rect& pane = panes[k].axes.rect;
                const std::vector<Label> labels = labels_in(figure, pane);
                ASSERT_EQ(labels.size(), 1U) << session.objective << " step " << step << " pane " << k;
                const Rect& label = labels[0].rect;
                EXPECT_TRUE(label.x0 >= pane.x0 && label.y0 >= pane.y0 && label.x1 <= pane.x1 && label.y1 <= pane.y1);
                const Marker& head = std::get<Marker>(pane_group(figure, panes[k]).primitives.back());
                EXPECT_FALSE(label.shrunk(-head.size / 2).contains(head.at)) << session.objective << " step " << step;

                const bool settled = run.converged_at >= 0 && step >= run.converged_at;
                const Outcome outcome = settled || step >= run.last() ? run.outcome : Outcome::moving;
                const char* const said[] = {"global minimum", "local minimum", "saddle",   "moving",
                                            "oscillating",    "diverged",      "undefined"};
                std::string words = said[static_cast<std::size_t>(outcome)];
                const bool brief = labels[0].words == words;
                if (settled) words += " at " + std::to_string(run.converged_at);
                if (ended_early(run, step)) words += " at " + std::to_string(run.last());
                EXPECT_TRUE(brief || labels[0].words == words) << labels[0].words;
                whole += labels[0].words == words ? 1 : 0;
                ++all;
            }
        }
    });
    EXPECT_GT(whole, 9 * all / 10) << "the step is left out only where it would hide something";
}

TEST(Badge, HasAShapeOfItsOwnForEveryOutcome) {
    std::vector<std::pair<std::string, Shape>> seen;
    for_every_grid([&](const Session& session, const Runs& runs) {
        const Figure figure = composed(session, runs, session.steps, {.pixel_ratio = 0.1F});
        for (const Group& g : figure.groups) {
            const auto* ground = g.primitives.empty() ? nullptr : std::get_if<FillRect>(&g.primitives.front());
            if (ground == nullptr || ground->radius <= 0) continue;
            ASSERT_GE(g.primitives.size(), 4U);
            const auto& shape = std::get<Marker>(g.primitives[2]);
            const std::string& words = std::get<Text>(g.primitives.back()).text;
            seen.emplace_back(words.substr(0, words.find(" at ")), shape.shape);
        }
    });
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    ASSERT_GE(seen.size(), 5U);
    for (std::size_t i = 1; i < seen.size(); ++i) EXPECT_NE(seen[i].first, seen[i - 1].first);
    std::sort(seen.begin(), seen.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    for (std::size_t i = 1; i < seen.size(); ++i) EXPECT_NE(seen[i].second, seen[i - 1].second) << seen[i].first;
}

TEST(Caption, OfAGridNamesTheLowestThatIsStillInTheRace) {
    for_every_grid([](const Session& session, const Runs& runs) {
        for (const int step : {1, 30, 300}) {
            int lowest = -1;
            for (int i = 0; i < max_optimizers; ++i) {
                const ravine::Run& run = *runs[static_cast<std::size_t>(i)];
                if (ended_early(run, step)) continue;
                const auto f = [&](int k) {
                    const ravine::Run& r = *runs[static_cast<std::size_t>(k)];
                    return r.f[static_cast<std::size_t>(std::min(step, r.last()))];
                };
                if (lowest < 0 || f(i) < f(lowest)) lowest = i;
            }
            if (lowest < 0) continue;
            const std::string words = caption(session, runs, step);
            const std::string begin =
                "At step " + std::to_string(step) + " " + optimizer_names(session)[static_cast<std::size_t>(lowest)];
            EXPECT_EQ(words.find(begin), 0U) << words;
            EXPECT_NE(words.find(" lowest: f"), std::string::npos) << words;
        }
    });
}

TEST(TellingSettings, BeginWithWhatWasMovedAndHoldWhatTheWholeLineHolds) {
    Session session = opening_session();
    OptimizerChoice adam = new_optimizer(session, "adam");
    const OptimizerInfo& info = info_of(adam);
    adam.params[static_cast<std::size_t>(index_of(info.params, "beta2"))] = 0.5;
    const std::vector<std::string> settings = telling_settings(info, adam.params);
    ASSERT_EQ(settings.size(), 3U);
    EXPECT_EQ(settings[0], "β₂ 0.5");
    const std::string line = hyperparameters(info, adam.params);
    for (const std::string& setting : settings) EXPECT_NE(line.find(setting), std::string::npos) << line;
}
