// The graph of f with what lies on it.
#include <algorithm>
#include <cmath>

#include "app/figure/path_sizes.h"
#include "app/figure/sight.h"
#include "app/figure/surface_parts.h"
#include "app/figure/words.h"

namespace ravine {
namespace {

constexpr float minimum_size = 13;
/// How much of a colour is left where hills hide what it draws.
constexpr float behind = 0.5F;

/// Puts markers on the graph.
class OnGraph {
public:
    OnGraph(const Sheet& sheet, Group& group, const SurfaceView& view) : sheet_(sheet), group_(group), view_(view) {}

    /// Nothing where f has no value, and beside the ground. Behind a hill the marker is small and faint.
    void mark(Point p, Marker marker) const {
        const World on_graph = view_.graph.place(p, view_.height());
        if (std::isnan(on_graph.z)) return;
        const World at = lifted(on_graph);
        marker.at = view_.projection.to_pixel(at);
        if (!view_.pane.shrunk(-marker.size).contains(marker.at)) return;
        if (!is_seen(at, *view_.graph.mesh, view_.height(), view_.projection)) {
            marker.fill.a *= behind;
            marker.edge.a *= behind;
            marker.size *= 0.8F;
        }
        group_.primitives.emplace_back(marker);
    }

    void minima() const {
        const Objective objective = objective_of(sheet_.session);
        const std::vector<Minimum> minima = objective.minima();
        for (const Minimum& m : minima) {
            const bool global = objective.has_global_minimum() && m.f <= minima.front().f + 1e-9 * (1 + std::abs(m.f));
            mark({m.x, m.y}, {{},
                              global ? Shape::star : Shape::cross,
                              sheet_.units(global ? minimum_size : 8),
                              sheet_.theme.minimum,
                              rgb(0x0B0F16, 0.9F),
                              sheet_.units(1.4F)});
        }
    }

    /// Where trajectories begin.
    void starts() const {
        const auto ring = [&](Point start, float size) {
            mark(start, {{}, Shape::ring, sheet_.units(size), rgb(0xFFFFFF), rgb(0x0B0F16, 0.85F), sheet_.units(1.4F)});
        };
        for (const Point& start : sheet_.session.more_starts) ring(start, 0.7F * start_size);
        ring(sheet_.session.start, start_size);
    }

    /// Where run k of an optimizer is at this step.
    void head(std::size_t k, int optimizer, float size, Color edge, float edge_width) const {
        const Run& run = *sheet_.runs[k];
        const double step = std::clamp(static_cast<double>(sheet_.step), 0.0, static_cast<double>(run.last()));
        const auto row = static_cast<std::size_t>(step), next = std::min(row + 1, run.size() - 1);
        const double t = step - static_cast<double>(row);
        mark({(1 - t) * run.x[row] + t * run.x[next], (1 - t) * run.y[row] + t * run.y[next]}, {{},
                                                                                                sheet_.pen_of(optimizer).marker,
                                                                                                sheet_.units(size),
                                                                                                sheet_.pen_of(optimizer).color,
                                                                                                edge,
                                                                                                sheet_.units(edge_width)});
    }

private:
    const Sheet& sheet_;
    Group& group_;
    const SurfaceView& view_;
};

/// Draws the trajectories: first what is behind the surface, so that it never lies over what is before it.
class OnPaths {
public:
    OnPaths(const Sheet& sheet, Group& group, const SurfaceView& view) : sheet_(sheet), group_(group), view_(view) {}

    void draw(const std::vector<int>& optimizers) {
        for (const bool hidden : {true, false}) {
            for (std::size_t k = sheet_.session.optimizers.size(); k < sheet_.places.size(); ++k)
                if (std::find(optimizers.begin(), optimizers.end(), sheet_.places[k].optimizer) != optimizers.end())
                    add(k, hidden, more_look(k));
            for (const int i : optimizers) add(static_cast<std::size_t>(i), hidden, own_look(i));
        }
    }

private:
    struct Look {
        Path path;
        float spacing = 0;
    };

    Look own_look(int i) const {
        const Pen& pen = sheet_.pen_of(i);
        Path path;
        path.color = pen.color;
        path.halo = sheet_.theme.halo;
        path.width = sheet_.units(path_width);
        path.halo_width = sheet_.units(halo_width);
        path.dash = sheet_.units(pen.dash);
        path.gap = sheet_.units(pen.gap);
        path.marker = pen.marker;
        path.marker_size = sheet_.session.view.overlays.marks ? sheet_.units(mark_size) : 0;
        return {path, sheet_.units(mark_spacing)};
    }

    /// Runs from other starts and with other noise: thin.
    Look more_look(std::size_t k) const {
        const bool leads = sheet_.leads(k);
        Path path;
        path.color = sheet_.pen_of(sheet_.places[k].optimizer).color.with_alpha(leads ? 0.9F : 0.45F);
        path.halo = sheet_.theme.halo.with_alpha(leads ? sheet_.theme.halo.a : 0);
        path.width = sheet_.units(leads ? 1.6F : 1.1F);
        path.halo_width = sheet_.units(1);
        return {path, 0};
    }

    void add(std::size_t run, bool hidden, const Look& look) {
        const DrapeView seen_from{view_.projection, view_.height(), look.spacing, sheet_.units(2.5F), view_.detail};
        const DrapedPath& draped = sheet_.memory.surfaces.path(sheet_.runs[run], view_.graph, seen_from);
        for (const auto& piece : hidden ? draped.hidden : draped.seen) {
            Path path = look.path;
            path.path = piece;
            path.reveal = sheet_.step;
            if (hidden) {
                path.color.a *= behind;
                path.halo.a = 0;
                path.width = std::min(path.width, sheet_.units(1.4F));
                path.dash = sheet_.units(2.5F);
                path.gap = sheet_.units(3);
                path.marker_size = 0;
            }
            group_.primitives.emplace_back(std::move(path));
        }
    }

    const Sheet& sheet_;
    Group& group_;
    const SurfaceView& view_;
};

}  // namespace

SurfaceView surface_view(const Sheet& sheet, const Rect& pane) {
    const View& view = sheet.session.view;
    const Relief& graph = sheet.memory.surfaces.relief({.objective = objective_of(sheet.session),
                                                        .box = view.box,
                                                        .levels = LevelSpacing(view),
                                                        .heights = view.camera.heights});
    const auto top = static_cast<float>(view.camera.stretch);
    const Stand stand{graph.mesh->half_x, graph.mesh->half_y, -(0.07F + 0.1F * top), top};
    // Labels stand left of the graph and below it; a small pane gives them less room.
    const float side = std::min(sheet.units(52), pane.width() * 0.16F), below = std::min(sheet.units(34), pane.height() * 0.12F);
    const Rect free{pane.x0 + side, pane.y0 + sheet.units(4), pane.x1 - side, pane.y1 - below};
    return {pane, graph, stand, projection(view.camera, stand, free)};
}

void draw_surface(const Sheet& sheet, const SurfaceView& view, const std::vector<int>& optimizers) {
    const Box& box = view.graph.box;
    sheet.figure.regions.push_back({Region::Kind::surface, 0, {view.pane, {box.x0, box.x1}, {box.y0, box.y1}}});
    draw_ground(sheet, view);
    Group& group = sheet.new_group(view.pane);
    Surface surface;
    surface.rect = view.pane;
    surface.mesh = view.graph.mesh;
    surface.style = sheet.memory.style({sheet.session.view, sheet.units(0.9F)});
    surface.projection = view.projection;
    surface.height = view.height();
    surface.floor = view.stand.floor;
    surface.floor_line = sheet.theme.secondary.with_alpha(0.4F);
    surface.underside = mix(sheet.theme.window, sheet.theme.disabled, 0.35F);
    group.primitives.emplace_back(std::move(surface));

    const OnGraph on_graph(sheet, group, view);
    if (sheet.session.view.overlays.minima) on_graph.minima();
    OnPaths(sheet, group, view).draw(optimizers);
    on_graph.starts();
    for (std::size_t k = sheet.session.optimizers.size(); k < sheet.places.size(); ++k) {
        const RunPlace& place = sheet.places[k];
        if (std::find(optimizers.begin(), optimizers.end(), place.optimizer) != optimizers.end())
            on_graph.head(k, place.optimizer, sheet.leads(k) ? 7.0F : 5.0F, rgb(0xFFFFFF, 0.8F), 1);
    }
    for (const int i : optimizers) on_graph.head(static_cast<std::size_t>(i), i, head_size, rgb(0xFFFFFF), 1.8F);
}

}  // namespace ravine
