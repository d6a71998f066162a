// Curves of every quantity on every scale, and what is read out from them.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include <gtest/gtest.h>

#include "app/figure/compose.h"
#include "app/figure/curve_path.h"
#include "app/figure/quantity.h"
#include "tests/app/figure_checks.h"

using namespace ravine;
using namespace ravine_test;

namespace {

struct Case {
    std::string what;
    Session session;
    FigureRequest request;
};

constexpr std::array curve_kinds{CurveKind::height, CurveKind::gradient,    CurveKind::distance,
                                 CurveKind::rate,   CurveKind::accumulator, CurveKind::step_length};

/// Composes every kind of curve on every scale: with one optimizer that accumulates nothing, one that diverges and one that does
/// neither; with a minimum and without; all steps and a few.
void for_every_curve(const std::function<void(const Case&, const Runs&, Composer&)>& check) {
    for (const char* objective : {"rosenbrock", "saddle", "styblinski-tang"})
        for (const bool many : {false, true})
            for (const Layout layout : {Layout::single, Layout::compare}) {
                Session session = opening_session();
                choose_objective(session, objective);
                session.optimizers[0] = new_optimizer(session, "gd");
                session.optimizers[1].params[0] = 50;
                session.optimizers.push_back(new_optimizer(session, "adam"));
                if (many) session = with_many_optimizers(session);
                session.view.layout = layout;
                session.view.step = 120;
                const Runs runs = simulate(session);
                Composer composer;
                for (const CurveKind kind : curve_kinds)
                    for (const CurveScale scale : {CurveScale::automatic, CurveScale::log, CurveScale::linear})
                        for (const StepRange range : {StepRange{}, StepRange{117.5, 121}})
                            for (const float width : {640.0F, 1280.0F}) {
                                session.view.curves = {Curve{kind, scale}, Curve{kind, scale}};
                                session.view.curve_range = range;
                                const auto purpose = many ? FigureRequest::Purpose::document : FigureRequest::Purpose::window;
                                const FigureRequest request{.width = width,
                                                            .height = width * 9 / 16,
                                                            .unit = document_unit(width, width * 9 / 16),
                                                            .pixel_ratio = 0.25F,
                                                            .purpose = purpose};
                                const std::string what = std::string(objective) + (many ? " many" : "") + " layout " +
                                                         std::to_string(static_cast<int>(layout)) + " kind " +
                                                         std::to_string(static_cast<int>(kind)) + " scale " +
                                                         std::to_string(static_cast<int>(scale));
                                check({what, session, request}, runs, composer);
                            }
            }
}

std::vector<Region> curves_of(const Figure& figure) {
    std::vector<Region> out;
    for (const Region& r : figure.regions)
        if (r.kind == Region::Kind::curve) out.push_back(r);
    return out;
}

}  // namespace

TEST(Curves, OfEveryKindAndScaleStandWithinTheirPanesAndApart) {
    for_every_curve([](const Case& c, const Runs& runs, Composer& composer) {
        const Figure figure = composer.compose(c.session, runs, c.request, fonts());
        expect_no_text_over_another(figure, c.what);
        expect_nothing_cut_off(figure, c.what);
        expect_finite(figure, c.what);
        for (const Region& r : curves_of(figure)) {
            EXPECT_LT(r.axes.y.lo, r.axes.y.hi) << c.what;
            EXPECT_TRUE(std::isfinite(r.axes.y.lo) && std::isfinite(r.axes.y.hi)) << c.what;
            EXPECT_GT(r.name.width(), 0) << c.what;
            EXPECT_LE(r.name.y1, r.axes.rect.y0) << c.what;
        }
    });
}

TEST(Curves, AreReadOutWithinTheirPaneWhereverThePointerIs) {
    for_every_curve([](const Case& c, const Runs& runs, Composer& composer) {
        if (c.session.view.curves[0].scale == CurveScale::linear) return;
        const Figure figure = composer.compose(c.session, runs, c.request, fonts());
        for (const Region& r : curves_of(figure))
            for (const float u : {0.0F, 0.5F, 0.999F})
                for (const float v : {0.0F, 0.999F}) {
                    const Pixel at{r.axes.rect.x0 + u * r.axes.rect.width(), r.axes.rect.y0 + v * r.axes.rect.height()};
                    const Figure panel = composer.read_out(c.session, runs, c.request, fonts(), {r, at});
                    expect_no_text_over_another(panel, c.what);
                    expect_nothing_cut_off(panel, c.what);
                    expect_finite(panel, c.what);
                    for (const auto& [box, text] : text_boxes(panel)) EXPECT_TRUE(within(r.axes.rect, box)) << c.what << text;
                }
    });
}

TEST(Curves, AreReadOutWithTheValuesOfEveryOptimizerAtTheStepUnderThePointer) {
    Session session = opening_session();
    session.optimizers.push_back(new_optimizer(session, "gd"));
    session.view.layout = Layout::single;
    const Runs runs = simulate(session);
    const Reference from = reference_of(objective_of(session));
    const FigureRequest request{.width = 1920, .height = 1080, .unit = 1.5F, .pixel_ratio = 0.25F};
    for (const CurveKind kind : curve_kinds) {
        session.view.curves[0].kind = kind;
        Composer composer;
        const Region curve = curves_of(composer.compose(session, runs, request, fonts())).at(0);
        for (const int step : {0, 1, 77, 300}) {
            Pixel at = curve.axes.to_pixel({static_cast<double>(step), 0});
            at.y = curve.axes.rect.y0 + 20;
            const std::string text = all_text(composer.read_out(session, runs, request, fonts(), {curve, at}));
            EXPECT_NE(text.find("step " + std::to_string(step) + "\n"), std::string::npos) << text;
            for (std::size_t i = 0; i < runs.size(); ++i) {
                if (step > runs[i]->last()) continue;
                for (const std::string& words : value_words(*runs[i], kind, step, from))
                    EXPECT_NE(text.find(words + "\n"), std::string::npos) << words << " in\n" << text;
            }
        }
    }
}

TEST(Curves, OfBothPanesAreComparedAndTheFirstIsShownElsewhere) {
    Session session = opening_session();
    const Runs runs = simulate(session);
    for (const CurveKind first : curve_kinds)
        for (const CurveKind second : curve_kinds) {
            session.view.curves = {Curve{first}, Curve{second}};
            const std::string one = quantity_name(session, first, std::array{0, 1}),
                              other = quantity_name(session, second, std::array{0, 1});
            session.view.layout = Layout::compare;
            const std::string compared = all_text(Composer().compose(session, runs, {.pixel_ratio = 0.25F}, fonts()));
            EXPECT_NE(compared.find(one + "\n"), std::string::npos) << compared;
            EXPECT_NE(compared.find(other + "\n"), std::string::npos) << compared;
            session.view.layout = Layout::single;
            const std::string single = all_text(Composer().compose(session, runs, {.pixel_ratio = 0.25F}, fonts()));
            EXPECT_NE(single.find(one + "\n"), std::string::npos) << single;
            if (one == other) continue;
            EXPECT_EQ(single.find(other + "\n"), std::string::npos) << single;
        }
}

TEST(Curves, AreLogWhereNothingIsBelow0UnlessAPersonChoosesOtherwise) {
    Session session = opening_session();
    const auto scale_of = [&](Curve curve) {
        session.view.curves[0] = curve;
        return curves_of(Composer().compose(session, simulate(session), {.pixel_ratio = 0.25F}, fonts())).at(0).axes.y.scale;
    };
    for (const CurveKind kind : curve_kinds) {
        EXPECT_EQ(scale_of({kind, CurveScale::automatic}), AxisScale::log) << static_cast<int>(kind);
        EXPECT_EQ(scale_of({kind, CurveScale::linear}), AxisScale::linear) << static_cast<int>(kind);
    }
    session.optimizers[0] = new_optimizer(session, "momentum");
    EXPECT_EQ(scale_of({CurveKind::accumulator, CurveScale::automatic}), AxisScale::linear) << "velocities have signs";
    EXPECT_EQ(scale_of({CurveKind::accumulator, CurveScale::log}), AxisScale::log);
    choose_objective(session, "saddle");
    EXPECT_EQ(scale_of({CurveKind::height, CurveScale::automatic}), AxisScale::linear) << "f has no natural zero";
}

TEST(Curves, AreNotFlattenedByOneThatDiverges) {
    Session session = opening_session();
    session.optimizers[0] = new_optimizer(session, "gd");
    session.optimizers[0].params[0] = 0.5;
    ASSERT_EQ(simulate(session)[0]->outcome, Outcome::diverged);
    for (const CurveKind kind : {CurveKind::height, CurveKind::gradient, CurveKind::distance, CurveKind::step_length}) {
        session.view.curves[0] = {kind, CurveScale::linear};
        const auto axis = [&](int left, int right) {
            session.view.left = left;
            session.view.right = right;
            return curves_of(Composer().compose(session, simulate(session), {.pixel_ratio = 0.25F}, fonts())).at(0).axes.y;
        };
        const Axis both = axis(0, 1), steady = axis(1, 1);
        EXPECT_LE(steady.hi - steady.lo, both.hi - both.lo);
        if (kind != CurveKind::step_length) {
            EXPECT_EQ(both, steady) << "all runs begin at one point";
        }
        session.view.curves[0].scale = CurveScale::log;
        const Axis decades = axis(0, 1);
        EXPECT_LT(decades.hi, 1e12) << static_cast<int>(kind);
    }
}

TEST(Curves, SayWhyThereAreNone) {
    Session session = opening_session();
    session.view.layout = Layout::single;
    const auto said = [&](Curve curve) {
        session.view.curves[0] = curve;
        return all_text(Composer().compose(session, simulate(session), {.pixel_ratio = 0.25F}, fonts()));
    };
    session.optimizers = {new_optimizer({}, "gd")};
    session.view.right = 0;
    EXPECT_NE(said({CurveKind::accumulator}).find("Gradient descent has no accumulators"), std::string::npos)
        << said({CurveKind::accumulator});
    session.optimizers.push_back(new_optimizer(session, "newton"));
    EXPECT_NE(said({CurveKind::accumulator}).find("None of them has accumulators"), std::string::npos);
    choose_objective(session, "saddle");
    EXPECT_NE(said({CurveKind::distance}).find("No minimum of f is known"), std::string::npos);
    choose_objective(session, "bowl");
    session.start = {0, 0};
    EXPECT_NE(said({CurveKind::height, CurveScale::log}).find("No value above 0"), std::string::npos);
    EXPECT_EQ(said({CurveKind::height}).find("No value"), std::string::npos);
}

TEST(Curves, ShowTheStepsOfTheView) {
    Session session = opening_session();
    const auto axis = [&](StepRange range) {
        session.view.curve_range = range;
        return curves_of(Composer().compose(session, simulate(session), {.pixel_ratio = 0.25F}, fonts())).at(1).axes.x;
    };
    EXPECT_EQ(axis({}), (Axis{0, 300}));
    EXPECT_EQ(axis({20, 40.5}), (Axis{20, 40.5}));
    EXPECT_EQ(axis({300, 400}), (Axis{0, 300})) << "there is nothing to see";
}

TEST(Curves, FillTheHeightOfTheirPaneWithTheStepsThatAreSeen) {
    Session session = opening_session();
    const Runs runs = simulate(session);
    const Reference from = reference_of(objective_of(session));
    const auto axis = [&](Curve curve, StepRange range) {
        session.view.curves[0] = curve;
        session.view.curve_range = range;
        return curves_of(Composer().compose(session, runs, {.pixel_ratio = 0.25F}, fonts())).at(0).axes.y;
    };
    for (const CurveKind kind : curve_kinds)
        for (const CurveScale scale : {CurveScale::linear, CurveScale::log}) {
            const Axis whole = axis({kind, scale}, {}), part = axis({kind, scale}, {200, 220});
            EXPECT_EQ(whole.scale, part.scale);
            double lo = INFINITY, hi = -INFINITY;
            for (int i = 0; i < 2; ++i)
                for (const Series s : series_of(kind))
                    for (int row = 200; row <= std::min(220, runs[static_cast<std::size_t>(i)]->last()); ++row) {
                        const ravine::Run& run = *runs[static_cast<std::size_t>(i)];
                        if (!has(run, s, from)) continue;
                        const double value = value_at(run, s, row, from);
                        if (scale == CurveScale::log && value <= 0) continue;
                        lo = std::min(lo, value), hi = std::max(hi, value);
                    }
            ASSERT_LE(lo, hi);
            const auto place = [&](double value) { return part.fraction(value); };
            EXPECT_GE(place(lo), 0) << static_cast<int>(kind);
            EXPECT_LE(place(hi), 1) << static_cast<int>(kind);
            // A log scale has at least a decade, and values that nobody could tell apart stand in the middle.
            const bool apart = scale == CurveScale::linear ? hi - lo > 1e-6 * std::abs(hi) : hi > 30 * lo;
            EXPECT_GT(apart ? place(hi) - place(lo) : 1, 0.8) << static_cast<int>(kind);
        }
}

TEST(Curves, KeepTheirScaleWhereNothingIsSeenOfAnyRun) {
    Session session = opening_session();
    session.optimizers.erase(session.optimizers.begin() + 1, session.optimizers.end());
    session.optimizers[0] = new_optimizer(session, "gd");
    session.optimizers[0].params[0] = 50;
    session.optimizers.push_back(new_optimizer(session, "adam"));
    const Runs runs = simulate(session);
    ASSERT_LT(runs[0]->last(), 100);
    session.optimizers[1].shown = false;
    const auto axis = [&](StepRange range) {
        session.view.layout = Layout::single;
        session.view.curve_range = range;
        return curves_of(Composer().compose(session, runs, {.pixel_ratio = 0.25F}, fonts())).at(0).axes.y;
    };
    EXPECT_EQ(axis({200, 220}), axis({}));
}

TEST(Curves, AreNotHiddenByWhatIsReadOutFromThem) {
    int crowded = 0;
    for (int count = 1; count <= static_cast<int>(max_optimizers); ++count) {
        Session session = with_many_optimizers(opening_session());
        session.optimizers.erase(session.optimizers.begin() + count, session.optimizers.end());
        session.view.layout = Layout::single;
        session.view.right = count - 1;
        const Runs runs = simulate(session);
        const FigureRequest request{
            .width = 972, .height = 1000, .pixel_ratio = 0.25F, .purpose = FigureRequest::Purpose::window};
        Composer composer;
        for (const Region& r : curves_of(composer.compose(session, runs, request, fonts()))) {
            const Pixel at{(r.axes.rect.x0 + r.axes.rect.x1) / 2, (r.axes.rect.y0 + r.axes.rect.y1) / 2};
            const Figure panel = composer.read_out(session, runs, request, fonts(), {r, at});
            int panels = 0;
            for (const Group& g : panel.groups)
                for (const Primitive& p : g.primitives)
                    if (const auto* fill = std::get_if<FillRect>(&p)) {
                        EXPECT_LE(fill->rect.width() * fill->rect.height(), 0.5F * r.axes.rect.width() * r.axes.rect.height())
                            << count;
                        ++panels;
                    }
            EXPECT_EQ(panels, 1) << count;
            if (count > 6) ++crowded;
            const std::string text = all_text(panel);
            // Whoever is left out is counted.
            const auto more = text.find(" more");
            int markers = 0;
            for (const Group& g : panel.groups)
                markers += static_cast<int>(std::ranges::count_if(g.primitives, [&](const Primitive& p) {
                    const auto* marker = std::get_if<Marker>(&p);
                    return marker != nullptr && marker->edge_width == 0;
                }));
            EXPECT_EQ(markers < count, more != std::string::npos) << count << "\n" << text;
            const std::string expected = markers < count ? std::to_string(count - markers) + " more" : "";
            EXPECT_NE(text.find(expected), std::string::npos) << text;
        }
    }
    EXPECT_GT(crowded, 0);
}

TEST(Curves, OfManyStepsKeepWhatShowsInEachPixelAndLittleElse) {
    Session session = opening_session();
    session.steps = 60'000;
    session.noise = 3;
    const ravine::Run run = *simulate(session)[1];
    const Reference from = reference_of(objective_of(session));
    for (const CurveKind kind : curve_kinds) {
        const Series series = series_of(kind).front();
        const Extent e = extent_of(run, series, from);
        const PathFrame frame{{{10, 10, 210, 110}, {0, static_cast<double>(session.steps)}, {e.lo - 1e-9, e.hi + 1e-9}}, 0.2F, 0};
        const PixelPath path = curve_path(run, series, from, frame);
        EXPECT_LE(path.vertices.size(), 4U * 2U * 201U) << static_cast<int>(kind);

        // What each pixel's width shows, from its rows and from the path.
        struct Span {
            float top = 1e9F, bottom = -1e9F;
            void take(float y) {
                top = std::min(top, y);
                bottom = std::max(bottom, y);
            }
        };
        std::vector<Span> rows(203), drawn(203);
        const auto column = [](float x) { return static_cast<std::size_t>(std::clamp(x - 9, 0.0F, 202.0F)); };
        for (int row = first_row(series); row <= run.last(); ++row) {
            const Pixel p = frame.axes.to_pixel({static_cast<double>(row), value_at(run, series, row, from)});
            rows[column(p.x)].take(p.y);
        }
        for (const PixelPath::Vertex& v : path.vertices) drawn[column(v.x)].take(v.y);
        for (std::size_t k = 2; k < 200; ++k) {
            const Span around{std::min({drawn[k - 1].top, drawn[k].top, drawn[k + 1].top}),
                              std::max({drawn[k - 1].bottom, drawn[k].bottom, drawn[k + 1].bottom})};
            EXPECT_GE(rows[k].top, around.top - 0.5F) << "pixel " << k << " of kind " << static_cast<int>(kind);
            EXPECT_LE(rows[k].bottom, around.bottom + 0.5F) << "pixel " << k << " of kind " << static_cast<int>(kind);
        }
    }
}
