#include "app/ui/picture_menus.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/ui/orbit.h"
#include "app/ui/picture_items.h"

namespace ravine {

namespace {

constexpr float reach = 10;  // units about a path or a start

struct Pane {
    const Figure& figure;
    const Region& region;
    Pixel origin;
};

/// Where the menu is for: under the pointer or, where the keyboard asked and the pointer is elsewhere, in the middle.
Pixel spot_in(const Pane& pane) {
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    const Pixel at{pointer.x - pane.origin.x, pointer.y - pane.origin.y};
    const Rect& r = pane.region.axes.rect;
    return r.contains(at) ? at : Pixel{(r.x0 + r.x1) / 2, (r.y0 + r.y1) / 2};
}

ContextMenu::Source contour_source(Ui& ui, const Pane& pane) {
    const Region& region = pane.region;
    const Pointed pointed{region, spot_in(pane), ui.px(reach)};
    ContourSpot spot{.box = {region.axes.x.lo, region.axes.x.hi, region.axes.y.lo, region.axes.y.hi},
                     .point = region.axes.to_data(pointed.at),
                     .start = start_near(ui.bench.session, pointed),
                     .near = step_near(ui.bench.session, ui.bench.runs(), pointed, ui.bench.position())};
    if (ui.bench.session.view.layout == Layout::grid && !region.optimizers.empty()) spot.cell = region.optimizers.front();
    return [desk = Desk{ui.bench, ui.settings}, spot] { return contour_items(desk, spot); };
}

ContextMenu::Source surface_source(Ui& ui, const Pane& pane) {
    const std::optional<Point> point = point_under(pane.figure, pane.region, spot_in(pane));
    return [desk = Desk{ui.bench, ui.settings}, point] { return surface_items(desk, point); };
}

ContextMenu::Source curve_source(Ui& ui, const Pane& pane) {
    const double at = pane.region.axes.to_data(spot_in(pane)).x;
    const int step = static_cast<int>(std::clamp(std::round(at), 0.0, static_cast<double>(ui.bench.last_step())));
    const int curve = pane.region.index == 1 ? 1 : 0;
    return [desk = Desk{ui.bench, ui.settings}, curve, optimizers = pane.region.optimizers, step] {
        return curve_items(desk, curve, optimizers, step);
    };
}

ContextMenu::Source source_of(Ui& ui, const Pane& pane) {
    switch (pane.region.kind) {
        case Region::Kind::contour:
            return contour_source(ui, pane);
        case Region::Kind::surface:
            return surface_source(ui, pane);
        case Region::Kind::curve:
            break;
    }
    return curve_source(ui, pane);
}

/// Announces the pane as a control, which a surface is without (see Orbit). Whether it was pressed.
bool takes_keyboard(const Ui& ui, const Pane& pane) {
    if (pane.region.kind == Region::Kind::surface) return ui.focus.takes_turns() && ui.focus.pressed();
    const Rect& r = pane.region.axes.rect;
    ImGui::SetCursorScreenPos({pane.origin.x + r.x0, pane.origin.y + r.y0});
    ImGui::Dummy({r.width(), r.height()});
    const std::string_view kind = pane.region.kind == Region::Kind::contour ? "pane" : "curve";
    const std::string id = fmt::format("##menu of {}{}", kind, pane.region.index);
    if (!ui.focus.announce(ImGui::GetID(id.c_str()), Focus::Takes::presses, ui.theme.accent, ui.unit)) return false;
    ui.record("focus", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    return ui.focus.pressed();
}

void offer_names(Ui& ui, const Figure& figure, Pixel origin) {
    for (const NamePlate& name : figure.names) {
        const ImVec2 min(origin.x + name.rect.x0, origin.y + name.rect.y0), max(origin.x + name.rect.x1, origin.y + name.rect.y1);
        ui.record(fmt::format("name{}", name.optimizer), min, max);
        if (ui.menu.asked(ui, min, max))
            ui.menu.open(ui, [desk = Desk{ui.bench, ui.settings}, i = name.optimizer] { return optimizer_items(desk, i); });
    }
}

/// Without a control that has the keyboard, the Menu key is for the pane under the pointer, or for the first.
const Region* meant(const Figure& figure, Pixel origin) {
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    for (const Region& region : figure.regions)
        if (region.axes.rect.contains({pointer.x - origin.x, pointer.y - origin.y})) return &region;
    return figure.regions.empty() ? nullptr : &figure.regions.front();
}

}  // namespace

void offer_picture_menus(Ui& ui, const Figure& figure, Pixel origin) {
    offer_names(ui, figure, origin);
    for (const Region& region : figure.regions) {
        const Pane pane{figure, region, origin};
        const Rect& r = region.axes.rect;
        const bool pressed = takes_keyboard(ui, pane);
        const bool asked = ui.menu.asked(ui, {origin.x + r.x0, origin.y + r.y0}, {origin.x + r.x1, origin.y + r.y1});
        if (pressed || asked) ui.menu.open(ui, source_of(ui, pane));
    }
    if (!ui.focus.wants_menu() || ui.focus.active() || !ui.menu.free()) return;
    const Region* const region = meant(figure, origin);
    if (region == nullptr) return;
    const Pane pane{figure, *region, origin};
    const Pixel at = spot_in(pane);
    ui.menu.open_at(ui, {origin.x + at.x, origin.y + at.y}, source_of(ui, pane));
}

}  // namespace ravine
