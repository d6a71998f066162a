// The graph of f in space: where its points are seen, and what lies on it.
#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include <gtest/gtest.h>

#include "app/figure/compose.h"
#include "app/figure/drape.h"
#include "app/figure/pixel_path.h"
#include "app/figure/sight.h"
#include "app/paint/cairo_painter.h"

using namespace ravine;

namespace {

const CairoFonts& fonts() {
    static const CairoFonts loaded(std::filesystem::path(RAVINE_SHARE) / "fonts");
    return loaded;
}

constexpr Stand stand{0.5F, 0.35F, -0.12F, 0.6F};
constexpr Rect pane{40, 30, 840, 640};

void for_every_camera(const std::function<void(const Camera&, const Projection&)>& check) {
    for (const double elevation : {5.0, 20.0, 38.0, 71.0, 90.0})
        for (int azimuth = -180; azimuth <= 180; azimuth += 15) {
            Camera camera;
            camera.azimuth = azimuth;
            camera.elevation = elevation;
            check(camera, projection(camera, stand, pane));
        }
}

const std::vector<World> places{
    {0, 0, 0}, {0.5F, 0.35F, 0.6F}, {-0.5F, 0.35F, -0.12F}, {0.2F, -0.3F, 0.41F}, {-0.31F, -0.02F, 0.1F}};

Session surface_session(std::string_view objective) {
    Session session = opening_session();
    choose_objective(session, objective);
    session.view.layout = Layout::surface;
    return session;
}

Relief relief_of_session(const Session& session) {
    return relief_of({.objective = objective_of(session),
                      .box = session.view.box,
                      .side = 121,
                      .levels = session.view.levels,
                      .heights = session.view.camera.heights});
}

Surface surface_of(const Relief& relief, const Camera& camera) {
    Surface surface;
    surface.rect = pane;
    surface.mesh = relief.mesh;
    surface.height = 0.5F;
    surface.projection = projection(camera, {relief.mesh->half_x, relief.mesh->half_y, -0.1F, 0.5F}, pane);
    return surface;
}

std::vector<const void*> pointers(const Figure& figure) {
    std::vector<const void*> out;
    for (const Group& g : figure.groups)
        for (const Primitive& p : g.primitives) {
            if (const Path* path = std::get_if<Path>(&p)) out.push_back(path->path.get());
            if (const Surface* s = std::get_if<Surface>(&p)) out.insert(out.end(), {s->mesh.get(), s->style.get()});
        }
    return out;
}

}  // namespace

TEST(Projection, FindsAPointAgainFromItsPixelAndItsHeight) {
    for_every_camera([](const Camera&, const Projection& p) {
        for (const World& w : places) {
            const World back = p.at_height(p.to_pixel(w), w.z);
            // A low camera sees the ground foreshortened: a pixel is longer there.
            const float near = 2e-5F / p.sin_elevation;
            EXPECT_NEAR(back.x, w.x, near);
            EXPECT_NEAR(back.y, w.y, near);
        }
    });
}

TEST(Projection, ShowsNearThingsLowerAndHighThingsHigher) {
    for_every_camera([](const Camera& camera, const Projection& p) {
        for (const World& a : places) {
            const World above{a.x, a.y, a.z + 0.1F};
            if (camera.elevation < 90) {
                EXPECT_LT(p.to_pixel(above).y, p.to_pixel(a).y);
            }
            EXPECT_NEAR(p.to_pixel(above).x, p.to_pixel(a).x, 1e-3F);
            for (const World& b : places) {
                const World on_ground_a{a.x, a.y, 0}, on_ground_b{b.x, b.y, 0};
                if (camera.elevation < 90 && p.depth(on_ground_a) < p.depth(on_ground_b) - 1e-4F) {
                    EXPECT_GT(p.to_pixel(on_ground_a).y, p.to_pixel(on_ground_b).y);
                }
            }
        }
    });
}

TEST(Projection, LooksAlongYAtAzimuthZeroWithXToTheRight) {
    Camera camera;
    camera.azimuth = 0;
    const Projection p = projection(camera, stand, pane);
    EXPECT_GT(p.to_pixel({0.1F, 0, 0}).x, p.to_pixel({0, 0, 0}).x);
    EXPECT_FLOAT_EQ(p.to_pixel({0.1F, 0, 0}).y, p.to_pixel({0, 0, 0}).y);
    EXPECT_GT(p.depth({0, 0.1F, 0}), p.depth({0, 0, 0}));
}

TEST(Projection, MovesAlongTheLineOfSightWithoutMovingOnThePicture) {
    for_every_camera([](const Camera&, const Projection& p) {
        const World t = p.toward();
        EXPECT_NEAR(std::hypot(t.x, t.y, t.z), 1, 1e-5);
        for (const World& w : places) {
            const World nearer{w.x + 0.3F * t.x, w.y + 0.3F * t.y, w.z + 0.3F * t.z};
            EXPECT_NEAR(p.to_pixel(nearer).x, p.to_pixel(w).x, 1e-3);
            EXPECT_NEAR(p.to_pixel(nearer).y, p.to_pixel(w).y, 1e-3);
            EXPECT_NEAR(p.depth(nearer), p.depth(w) - 0.3, 1e-5);
        }
    });
}

TEST(Projection, KeepsAllOfTheStandInTheRectangleWhicheverWayItIsTurned) {
    for_every_camera([](const Camera& camera, const Projection& p) {
        for (const float x : {-stand.half_x, stand.half_x})
            for (const float y : {-stand.half_y, stand.half_y})
                for (const float z : {stand.floor, stand.top})
                    EXPECT_TRUE(pane.shrunk(-0.01F).contains(p.to_pixel({x, y, z}))) << camera.azimuth << " " << camera.elevation;
    });
}

TEST(ClippedSegment, IsThePartWithin) {
    for (int k = 0; k < 400; ++k) {
        const auto at = [&](int salt) {
            return Pixel{static_cast<float>((k * 131 + salt * 71) % 1200) - 150,
                         static_cast<float>((k * 57 + salt * 313) % 900) - 100};
        };
        Pixel from = at(1), to = at(2);
        const Pixel a = from, b = to;
        const bool some = clip_segment(pane, from, to);
        bool any = false;
        for (float t = 0; t <= 1; t += 1.0F / 512)
            any = any || pane.shrunk(2).contains({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
        EXPECT_TRUE(some || !any) << k;
        if (!some) continue;
        for (const Pixel& p : {from, to}) {
            EXPECT_TRUE(pane.shrunk(-0.01F).contains(p)) << k;
            EXPECT_NEAR((p.x - a.x) * (b.y - a.y) - (p.y - a.y) * (b.x - a.x), 0, 1) << k;
        }
    }
}

TEST(Relief, RunsFromTheLowestHeightToTheHighestForEveryObjective) {
    for (const ObjectiveInfo& info : objectives())
        for (const auto heights : {Camera::Heights::levels, Camera::Heights::linear}) {
            Session session = surface_session(info.id);
            session.view.camera.heights = heights;
            const Relief relief = relief_of_session(session);
            float lo = INFINITY, hi = -INFINITY;
            for (const auto& v : relief.mesh->vertices) {
                if (std::isnan(v.z)) continue;
                lo = std::min(lo, v.z);
                hi = std::max(hi, v.z);
            }
            EXPECT_EQ(lo, 0) << info.id;
            EXPECT_EQ(hi, 1) << info.id;
            for (const std::uint32_t k : relief.mesh->triangles)
                ASSERT_FALSE(std::isnan(relief.mesh->vertices.at(k).z)) << info.id;
        }
}

TEST(Relief, HasItsVerticesWhereFSaysAndItsIsolinesBetweenThem) {
    for (const ObjectiveInfo& info : objectives()) {
        const Session session = surface_session(info.id);
        const Objective objective = objective_of(session);
        const Relief relief = relief_of_session(session);
        const SurfaceMesh& mesh = *relief.mesh;
        for (const auto& [i, j] : {std::pair{0, 0}, std::pair{120, 0}, std::pair{0, 120}, std::pair{40, 77}}) {
            const Box& box = session.view.box;
            const Point p{box.x0 + box.width() * i / 120.0, box.y0 + box.height() * j / 120.0};
            const World w = relief.ground(p);
            EXPECT_NEAR(w.x, mesh.at(i, j).x, 1e-5);
            EXPECT_NEAR(w.y, mesh.at(i, j).y, 1e-5);
            if (std::isnan(objective.at(p).f)) continue;
            // A vertex stands for what is less than a cell away from it.
            double lo = INFINITY, hi = -INFINITY;
            for (int k = 0; k < 25; ++k) {
                const double dx = (k % 5 - 2) / 3.0 * box.width() / 120, dy = (k / 5 - 2) / 3.0 * box.height() / 120;
                const double level = relief.map.level(objective.at({p.x + dx, p.y + dy}).f);
                lo = std::fmin(lo, level);
                hi = std::fmax(hi, level);
            }
            EXPECT_GE(mesh.at(i, j).level, lo - 1e-3) << info.id;
            EXPECT_LE(mesh.at(i, j).level, hi + 1e-3) << info.id;
            EXPECT_NEAR(mesh.at(i, j).z, (mesh.at(i, j).level - relief.lowest) / relief.span, 1e-3) << info.id;
            EXPECT_NEAR(mesh.height_at(w.x, w.y), mesh.at(i, j).z, 1e-3) << info.id;
        }
        for (int b = relief.map.lowest(); b < relief.map.highest(); ++b) EXPECT_LT(relief.height_of(b), relief.height_of(b + 1));
    }
}

TEST(Sight, AgreesWithWhatIsPickedThere) {
    int seen = 0, hidden = 0, grazing = 0;
    for (const std::string_view objective : {"himmelblau", "rastrigin", "saddle", "rosenbrock"}) {
        const Relief relief = relief_of_session(surface_session(objective));
        for (const double azimuth : {-35.0, 60.0, 170.0}) {
            Camera camera;
            camera.azimuth = azimuth;
            camera.elevation = 24;
            const Surface surface = surface_of(relief, camera);
            for (float x = -0.45F; x < 0.46F; x += 0.09F)
                for (float y = -0.45F; y < 0.46F; y += 0.09F) {
                    const World at = lifted({x, y, relief.mesh->height_at(x, y) * surface.height});
                    const std::optional<World> found = picked(surface, surface.projection.to_pixel(at));
                    const bool is = is_seen(at, *relief.mesh, surface.height, surface.projection);
                    (is ? seen : hidden)++;
                    // Where the line only grazes a hill, either answer will do.
                    const float nearer = found ? surface.projection.depth(at) - surface.projection.depth(*found) : -1;
                    if (is ? nearer > 0.03F : nearer < -0.03F) ++grazing;
                }
        }
    }
    EXPECT_GT(seen, 300);
    EXPECT_GT(hidden, 60);
    EXPECT_LT(grazing, (seen + hidden) / 25);
}

TEST(Sight, FromAboveReachesEverything) {
    Camera camera;
    camera.elevation = 90;
    for (const ObjectiveInfo& info : objectives()) {
        const Session session = surface_session(info.id);
        const Relief relief = relief_of_session(session);
        const Surface surface = surface_of(relief, camera);
        for (const RunPtr& run : simulate(session)) {
            const DrapedPath path = look_at(drape(*run, relief), *relief.mesh, {surface.projection, surface.height, 13, 2.5F});
            EXPECT_TRUE(path.hidden.empty()) << info.id;
        }
    }
}

TEST(Drape, ShowsEveryStepOnTheGroundSeenOrHidden) {
    for (const ObjectiveInfo& info : objectives()) {
        const Session session = surface_session(info.id);
        const Relief relief = relief_of_session(session);
        const SurfaceMesh& mesh = *relief.mesh;
        const Surface surface = surface_of(relief, {.azimuth = 100, .elevation = 15});
        for (const RunPtr& run : simulate(session)) {
            const Drape draped = drape(*run, relief);
            const DrapedPath path = look_at(draped, mesh, {surface.projection, surface.height, 13, 2.5F});
            for (std::size_t row = 0; row < run->size(); ++row) {
                const World w = relief.place({run->x[row], run->y[row]}, surface.height);
                if (std::isnan(w.z)) continue;
                const auto step = static_cast<float>(row);
                const Pixel at = surface.projection.to_pixel(lifted(w));
                float distance = INFINITY;
                for (const auto* pieces : {&path.seen, &path.hidden})
                    for (const auto& piece : *pieces) {
                        if (piece->vertices.front().step > step || piece->vertices.back().step < step) continue;
                        const Pixel p = at_step(*piece, step);
                        distance = std::min(distance, std::hypot(p.x - at.x, p.y - at.y));
                    }
                EXPECT_LT(distance, 1.5F) << info.id << ", row " << row;
            }
            for (const auto* pieces : {&path.seen, &path.hidden})
                for (const auto& piece : *pieces)
                    for (std::size_t k = 1; k < piece->vertices.size(); ++k)
                        ASSERT_GT(piece->vertices[k].step, piece->vertices[k - 1].step) << info.id;
        }
    }
}

TEST(Drape, IsSketchedWithFewerVerticesAlongTheSameWay) {
    Session session = surface_session("rosenbrock");
    session.steps = 1000;
    session.optimizers = {new_optimizer(session, "adam"), new_optimizer(session, "momentum")};
    const Relief relief = relief_of_session(session);
    const Surface surface = surface_of(relief, {.azimuth = 100, .elevation = 35});
    std::size_t full_size = 0, sketch_size = 0;
    for (const RunPtr& run : simulate(session)) {
        const Drape draped = drape(*run, relief);
        DrapeView view{surface.projection, surface.height, 13, 2.5F};
        const DrapedPath full = look_at(draped, *relief.mesh, view);
        view.detail = DrapeView::Detail::sketch;
        const DrapedPath sketch = look_at(draped, *relief.mesh, view);
        std::vector<PixelPath::Vertex> known;
        for (const auto* pieces : {&full.seen, &full.hidden})
            for (const auto& piece : *pieces) known.insert(known.end(), piece->vertices.begin(), piece->vertices.end());
        full_size += known.size();
        for (const auto* pieces : {&sketch.seen, &sketch.hidden})
            for (const auto& piece : *pieces) {
                sketch_size += piece->vertices.size();
                for (const auto& v : piece->vertices)
                    EXPECT_TRUE(
                        std::ranges::any_of(known, [&](const auto& k) { return std::hypot(k.x - v.x, k.y - v.y) < 0.7F; }));
            }
    }
    EXPECT_LT(2 * sketch_size, full_size);
}

TEST(SurfaceLayout, KeepsItsMeshWhileItTurnsAndEverythingWhileItPlays) {
    Session session = surface_session("himmelblau");
    const Runs runs = simulate(session);
    Composer composer;
    const auto first = pointers(composer.compose(session, runs, {}, fonts()));
    FigureRequest later;
    later.step = 42.5F;
    EXPECT_EQ(pointers(composer.compose(session, runs, later, fonts())), first);
    session.view.camera.azimuth += 5;
    const auto turned = pointers(composer.compose(session, runs, later, fonts()));
    EXPECT_EQ(turned.front(), first.front());
    EXPECT_NE(turned, first);
}

TEST(SurfaceLayout, NamesTheAxesAndHasNumbersOnAllThree) {
    for (const ObjectiveInfo& info : objectives()) {
        const Session session = surface_session(info.id);
        const Figure figure = Composer().compose(session, simulate(session), {}, fonts());
        std::vector<std::string> words;
        const auto has_surface = [](const Group& g) {
            return !g.primitives.empty() && std::holds_alternative<Surface>(g.primitives[0]);
        };
        const auto surface = std::find_if(figure.groups.begin(), figure.groups.end(), has_surface);
        ASSERT_NE(surface, figure.groups.end());
        // The frame is drawn before what stands in it.
        for (const Primitive& p : (surface - 1)->primitives)
            if (const Text* t = std::get_if<Text>(&p)) words.push_back(t->text);
        for (const std::string_view name : {"x", "y"}) EXPECT_EQ(std::count(words.begin(), words.end(), name), 1) << info.id;
        EXPECT_EQ(std::count(words.begin(), words.end(), "f") + std::count(words.begin(), words.end(), "f − f*"), 1) << info.id;
        EXPECT_GE(words.size(), 3U + 2 + 2 + 3) << info.id;
    }
}

TEST(SurfaceLayout, ShowsTheRegionThatThePointerTurns) {
    const Session session = surface_session("rosenbrock");
    const Figure figure = Composer().compose(session, simulate(session), {}, fonts());
    const auto is_surface = [](const Region& r) { return r.kind == Region::Kind::surface; };
    EXPECT_EQ(std::count_if(figure.regions.begin(), figure.regions.end(), is_surface), 1);
}
