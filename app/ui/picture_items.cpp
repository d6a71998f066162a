#include "app/ui/picture_items.h"

#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "app/figure/quantity.h"
#include "app/figure/ticks.h"
#include "app/session/starts.h"
#include "app/session/zoom.h"
#include "app/ui/camera_moves.h"
#include "app/ui/overlay_words.h"

namespace ravine {

namespace {

constexpr double zoom_step = 2;
constexpr int quantities = 6;
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> scales = {
    {{"automatic scale", "log where no value is below 0"}, {"log scale", "values above 0"}, {"linear scale", ""}}};

MenuMark chosen_if(bool is) { return is ? MenuMark::chosen : MenuMark::none; }

void append(MenuItems& items, MenuItems more) {
    if (!items.empty() && !more.empty()) items.emplace_back();
    for (MenuItem& item : more) items.push_back(std::move(item));
}

MenuItem go_to_item(Workbench& bench, int step) {
    return {.label = fmt::format("Go to step {}", step),
            .run = [&bench, step] { bench.playback.go_to(step, bench.last_step()); }};
}

MenuItem copy_item(const Workbench& bench, Point at) {
    return {.label = "Copy coordinates", .detail = "x, y, f", .run = [&bench, at] {
                ImGui::SetClipboardText(coordinates(objective_of(bench.session), at).c_str());
            }};
}

MenuItem export_item() { return {.label = "Export picture…", .detail = "Ctrl+Shift+E", .action = Action::export_dialog}; }

MenuItems start_items(Workbench& bench, Point at, std::optional<int> start) {
    MenuItems items;
    Session& session = bench.session;
    items.push_back({.label = "Start here", .detail = "click", .run = [&bench, at] { bench.start_from(at); }});
    if (start_count(session) < max_starts)
        items.push_back({.label = "Add a start here", .detail = "Shift+click", .run = [&bench, at] {
                             const std::string problem = add_start(bench.session, at);
                             if (!problem.empty()) bench.messages.problem(problem, ImGui::GetTime());
                         }});
    if (start && start_count(session) > 1)
        items.push_back({.label = "Remove this start", .run = [&session, k = *start] { remove_start(session, k); }});
    return items;
}

MenuItems zoom_items(Session& session, const Box& box, Point at) {
    const auto by = [&](double factor) { return [&session, to = zoomed(box, at, factor)] { session.view.box = to; }; };
    return {{.label = "Zoom in here", .detail = "wheel", .run = by(1 / zoom_step)},
            {.label = "Zoom out", .run = by(zoom_step)},
            {.label = "Show the whole domain", .detail = "0", .action = Action::whole_view}};
}

/// For the path that runs there, under its name.
MenuItems path_items(Desk desk, NearStep near) {
    const std::string name = optimizer_names(desk.bench.session)[static_cast<std::size_t>(near.optimizer)];
    MenuItems items{{.label = name}, go_to_item(desk.bench, near.step)};
    items.push_back({.label = "Inspect this step", .run = [desk, near] {
                         inspect(desk, near.optimizer);
                         desk.bench.playback.go_to(near.step, desk.bench.last_step());
                     }});
    if (desk.bench.session.view.layout != Layout::compare)
        items.push_back({.label = "Hide " + name, .run = [&session = desk.bench.session, i = near.optimizer] {
                             session.optimizers[static_cast<std::size_t>(i)].shown = false;
                         }});
    return items;
}

/// The optimizers that are not drawn.
MenuItems hidden_items(Session& session) {
    MenuItems items;
    if (session.view.layout == Layout::compare) return items;
    const std::vector<std::string> names = optimizer_names(session);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (!session.optimizers[i].shown)
            items.push_back({.label = names[i], .run = [&session, i] { session.optimizers[i].shown = true; }});
    return items;
}

void append_picture(MenuItems& items, Session& session) {
    items.emplace_back();
    if (MenuItems hidden = hidden_items(session); !hidden.empty())
        items.push_back({.label = "Show hidden", .more = std::move(hidden)});
    items.push_back({.label = "Overlays", .more = overlay_items(session.view)});
}

std::string words_of(Point at) { return fmt::format("x {}   y {}", readable(at.x), readable(at.y)); }

}  // namespace

std::string coordinates(const Objective& objective, Point p) { return fmt::format("{}, {}, {}", p.x, p.y, objective.at(p).f); }

MenuItems overlay_items(View& view) {
    MenuItems items;
    for (std::size_t i = 0; i < overlay_names.size(); ++i) {
        bool& on = view.overlays.*overlay_names[i].on;
        items.push_back({.label = std::string(overlay_words[i].label),
                         .run = [&on] { on = !on; },
                         .mark = on ? MenuMark::on : MenuMark::off});
    }
    return items;
}

MenuItems camera_items(Camera& camera) {
    const auto heights = [&](std::string label, std::string detail, Camera::Heights which) {
        return MenuItem{.label = std::move(label),
                        .detail = std::move(detail),
                        .run = [&camera, which] { camera.heights = which; },
                        .mark = chosen_if(camera.heights == which)};
    };
    return {{.label = "Reset the camera", .detail = "double click", .run = [&camera] { put_back(camera); }},
            {.label = "View from the top", .run = [&camera] { look_down(camera); }},
            {},
            heights("Heights by levels", "logarithmic", Camera::Heights::levels),
            heights("Linear heights", "as f says", Camera::Heights::linear)};
}

MenuItems quantity_items(const Session& session, Curve& curve, const std::vector<int>& optimizers) {
    MenuItems items;
    for (int k = 0; k < quantities; ++k) {
        const auto kind = static_cast<CurveKind>(k);
        items.push_back({.label = quantity_name(session, kind, optimizers),
                         .detail = std::string(quantity_words(kind)),
                         .run = [&curve, kind] { curve.kind = kind; },
                         .mark = chosen_if(curve.kind == kind)});
    }
    return items;
}

MenuItems scale_items(Curve& curve) {
    MenuItems items;
    for (std::size_t k = 0; k < scales.size(); ++k) {
        const auto scale = static_cast<CurveScale>(k);
        items.push_back({.label = std::string(scales[k].first),
                         .detail = std::string(scales[k].second),
                         .run = [&curve, scale] { curve.scale = scale; },
                         .mark = chosen_if(curve.scale == scale)});
    }
    return items;
}

MenuItems contour_items(Desk desk, const ContourSpot& spot) {
    Session& session = desk.bench.session;
    MenuItems items;
    if (spot.cell) {
        items.push_back({.label = optimizer_names(session)[static_cast<std::size_t>(*spot.cell)]});
        for (MenuItem& item : cell_items(desk, *spot.cell)) items.push_back(std::move(item));
        if (spot.near) items.push_back(go_to_item(desk.bench, spot.near->step));
    } else if (spot.near) {
        items = path_items(desk, *spot.near);
    }
    append(items, {{.label = words_of(spot.point)}});
    for (MenuItem& item : start_items(desk.bench, spot.point, spot.start)) items.push_back(std::move(item));
    items.push_back(copy_item(desk.bench, spot.point));
    append(items, zoom_items(session, spot.box, spot.point));
    append_picture(items, session);
    items.push_back(export_item());
    return items;
}

MenuItems surface_items(Desk desk, std::optional<Point> point) {
    Session& session = desk.bench.session;
    MenuItems items;
    if (point) {
        items.push_back({.label = words_of(*point)});
        for (MenuItem& item : start_items(desk.bench, *point, std::nullopt)) items.push_back(std::move(item));
        items.push_back(copy_item(desk.bench, *point));
    }
    append(items, camera_items(session.view.camera));
    append_picture(items, session);
    items.push_back(export_item());
    return items;
}

MenuItems curve_items(Desk desk, int which, const std::vector<int>& optimizers, int step) {
    Session& session = desk.bench.session;
    Curve& curve = session.view.curves[static_cast<std::size_t>(which)];
    MenuItems items{go_to_item(desk.bench, step)};
    if (!session.view.curve_range.all())
        items.push_back(
            {.label = "Show all steps", .detail = "double click", .run = [&session] { session.view.curve_range = {}; }});
    append(items, scale_items(curve));
    append(items, {{.label = "Quantity", .more = quantity_items(session, curve, optimizers)}});
    items.push_back(export_item());
    return items;
}

}  // namespace ravine
