// Maps as figures: in a narrow column nothing is cut off or covered, and pixels are cells.
#include "app/figure/map_figure.h"

#include <algorithm>
#include <functional>

#include <gtest/gtest.h>

#include "app/paint/cairo_painter.h"

using namespace ravine;

namespace {

const CairoFonts& fonts() {
    static const CairoFonts loaded(std::filesystem::path(RAVINE_SHARE) / "fonts");
    return loaded;
}

struct Shown {
    Session session;
    PlannedMap plan;
    std::shared_ptr<const Map> map;
    MapMeasure measure = MapMeasure::f;
    std::string what;

    MapView view() const { return {session, plan, map, measure}; }
};

Shown shown(std::string_view objective, std::string_view optimizer, MapKind kind, MapMeasure measure) {
    Session session = opening_session();
    choose_objective(session, objective);
    session.optimizers = {new_optimizer(session, optimizer)};
    session.steps = 60;
    MapChoice choice;
    choice.kind = kind;
    MapRequest request = chosen_map(session, choice).request;
    request.columns = request.rows = 16;
    PlannedMap plan = plan_map(session, request);
    Map map;
    compute_map(plan.spec, map);
    return {session, plan, std::make_shared<const Map>(std::move(map)), measure,
            std::string(objective) + " " + std::string(optimizer) + " measure " + std::to_string(static_cast<int>(measure))};
}

std::vector<Shown> several_maps() {
    std::vector<Shown> maps;
    for (const MapMeasure measure : {MapMeasure::f, MapMeasure::steps, MapMeasure::outcome}) {
        for (const char* optimizer : {"rmsprop", "lookahead", "adam"})
            maps.push_back(shown("rosenbrock", optimizer, MapKind::lr_rho, measure));
        maps.push_back(shown("ellipse", "adam", MapKind::lr_objective, measure));
    }
    for (const char* objective : {"himmelblau", "rastrigin", "bukin-6", "saddle"})
        for (const MapMeasure measure : {MapMeasure::minimum, MapMeasure::outcome})
            maps.push_back(shown(objective, "momentum", MapKind::basins, measure));
    return maps;
}

struct Box2 {
    Rect rect;
    std::string text;
};

std::vector<Box2> texts_of(const Figure& figure) {
    std::vector<Box2> out;
    for (const Group& g : figure.groups)
        for (const Primitive& p : g.primitives)
            if (const Text* t = std::get_if<Text>(&p)) {
                const float width = fonts().width(t->text, t->role) * figure.unit, size = text_size(t->role) * figure.unit;
                const float x0 = t->at.x - (t->align == Align::left ? 0 : t->align == Align::center ? width / 2 : width);
                out.push_back({{x0, t->at.y - cap_height * size, x0 + width, t->at.y + 0.2F * size}, t->text});
            }
    return out;
}

bool overlap(const Rect& a, const Rect& b) { return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1; }

bool within(const Rect& outer, const Rect& inner) {
    return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1;
}

/// Every map in every width that the panel beside the stage can have, less its margins.
void for_every_column(const std::function<void(const Shown&, const Figure&)>& check) {
    for (const Shown& map : several_maps())
        for (const float units : {208.0F, 240.0F, 276.0F, 308.0F, 420.0F, 488.0F, 520.0F})
            for (const float unit : {1.0F, 2.0F})
                for (const float height : {300.0F, 640.0F}) {
                    const FigureRequest request{
                        .width = units * unit, .height = height * unit, .unit = unit, .purpose = FigureRequest::Purpose::window};
                    check(map, compose_map(map.view(), request, fonts()));
                }
}

std::vector<const void*> fields_of(const Figure& figure) {
    std::vector<const void*> out;
    for (const Group& g : figure.groups)
        for (const Primitive& p : g.primitives)
            if (const Field* field = std::get_if<Field>(&p)) out.insert(out.end(), {field->grid.get(), field->style.get()});
    return out;
}

}  // namespace

TEST(AMapInAColumn, CutsNothingOffAndHasNoTextOverAnother) {
    for_every_column([](const Shown& map, const Figure& figure) {
        const Rect all{0, 0, figure.width, figure.height};
        const auto texts = texts_of(figure);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            EXPECT_TRUE(within(all, texts[i].rect)) << map.what << " in " << figure.width << ": '" << texts[i].text << "'";
            for (std::size_t j = 0; j < i; ++j)
                EXPECT_FALSE(overlap(texts[i].rect, texts[j].rect))
                    << map.what << " in " << figure.width << ": '" << texts[i].text << "' and '" << texts[j].text << "'";
        }
        for (const Group& g : figure.groups) {
            EXPECT_TRUE(within(all, g.clip)) << map.what;
            for (const Primitive& p : g.primitives)
                if (const FillRect* fill = std::get_if<FillRect>(&p)) {
                    EXPECT_TRUE(within(all, fill->rect)) << map.what;
                }
        }
    });
}

TEST(AMapInAColumn, KeepsToItsHeightAndHasAPane) {
    for_every_column([](const Shown& map, const Figure& figure) {
        EXPECT_LE(figure.height, 640 * figure.unit + 0.5F) << map.what;
        ASSERT_EQ(figure.regions.size(), 1U);
        const Rect& pane = figure.regions[0].axes.rect;
        EXPECT_GE(pane.width(), 120 * figure.unit) << map.what;
        EXPECT_GE(pane.height(), 50 * figure.unit) << map.what;
    });
}

TEST(AMapInAColumn, StaysWhereItIsWhileItsCellsChange) {
    Shown map = shown("rosenbrock", "rmsprop", MapKind::lr_rho, MapMeasure::outcome);
    const FigureRequest request{.width = 308, .height = 500, .purpose = FigureRequest::Purpose::window};
    const Figure before = compose_map(map.view(), request, fonts());
    Map other = *map.map;
    std::fill(other.outcome.begin(), other.outcome.end(), Outcome::diverged);
    map.map = std::make_shared<const Map>(other);
    const Figure after = compose_map(map.view(), request, fonts());
    EXPECT_EQ(before.regions[0].axes, after.regions[0].axes);
    EXPECT_EQ(before.height, after.height);
}

TEST(AMapsPane, HasACellUnderEveryPixelAndItsMiddleIsTheCellsSetting) {
    for (const Shown& map : several_maps()) {
        const FigureRequest request{.width = 308, .height = 500, .purpose = FigureRequest::Purpose::window};
        const Axes axes = compose_map(map.view(), request, fonts()).regions.at(0).axes;
        for (int j = 0; j < 16; ++j)
            for (int i = 0; i < 16; ++i) {
                const MapCell cell{i, j};
                const Pixel middle = pixel_of(axes, map.plan, cell);
                EXPECT_EQ(cell_at(axes, map.plan, middle), cell) << map.what;
                // What the axes say of the place is what the cell stands for.
                const Point data = axes.to_data(middle), values = values_of(map.plan, cell);
                const auto near = [](const Axis& axis, double a, double b) {
                    return std::abs(axis.fraction(a) - axis.fraction(b));
                };
                if (map.plan.spec.x.scale != Scale::integer) {
                    EXPECT_LT(near(axes.x, data.x, values.x), 1e-4) << map.what;
                }
                if (map.plan.spec.y.scale != Scale::integer) {
                    EXPECT_LT(near(axes.y, data.y, values.y), 1e-4) << map.what;
                }
            }
        const Rect& r = axes.rect;
        EXPECT_EQ(cell_at(axes, map.plan, {r.x0, r.y0}), (MapCell{0, 15}));
        EXPECT_EQ(cell_at(axes, map.plan, {r.x1, r.y0}), std::nullopt);
        EXPECT_EQ(cell_at(axes, map.plan, {r.x0, r.y0 - 1}), std::nullopt);
    }
}

TEST(AMapsMark, FollowsTheSession) {
    Shown map = shown("rosenbrock", "rmsprop", MapKind::lr_rho, MapMeasure::f);
    const FigureRequest request{.width = 308, .height = 500, .purpose = FigureRequest::Purpose::window};
    const auto ring = [&] {
        const Figure figure = compose_map(map.view(), request, fonts());
        for (const Group& g : figure.groups)
            for (const Primitive& p : g.primitives)
                if (const Marker* m = std::get_if<Marker>(&p); m != nullptr && m->shape == Shape::ring)
                    return cell_at(figure.regions.at(0).axes, map.plan, m->at);
        return std::optional<MapCell>{};
    };
    take_cell(map.session, map.plan, {3, 12});
    EXPECT_EQ(ring(), (MapCell{3, 12}));
    take_cell(map.session, map.plan, {14, 1});
    EXPECT_EQ(ring(), (MapCell{14, 1}));
    map.session.optimizers[0].params[0] = 1e3;  // beyond the slider
    EXPECT_EQ(ring(), std::nullopt);
}

TEST(AMapComposer, GivesTheSameFieldsUntilTheMapOrItsColoursChange) {
    Shown map = shown("rosenbrock", "rmsprop", MapKind::lr_rho, MapMeasure::f);
    FigureRequest request{.width = 308, .height = 500, .purpose = FigureRequest::Purpose::window};
    MapComposer composer;
    const auto first = fields_of(composer.compose(map.view(), request, fonts()));
    ASSERT_EQ(first.size(), 4U);  // cells and bar
    take_cell(map.session, map.plan, {2, 2});
    EXPECT_EQ(fields_of(composer.compose(map.view(), request, fonts())), first);
    map.session.view.colormap = "magma";
    const auto coloured = fields_of(composer.compose(map.view(), request, fonts()));
    EXPECT_NE(coloured, first);
    request.width = 400;
    EXPECT_NE(fields_of(composer.compose(map.view(), request, fonts())), coloured);
}
