#include "app/ui/curve_controls.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/session/step_range.h"
#include "app/ui/picture_items.h"

namespace ravine {

namespace {

constexpr double zoom_per_notch = 1.18;

int last_step_of(Ui& ui) { return std::max(1, ui.bench.last_step()); }

MenuItems choices(Workbench& bench, int which, const std::vector<int>& optimizers) {
    Curve& curve = bench.session.view.curves[static_cast<std::size_t>(which)];
    MenuItems items = quantity_items(bench.session, curve, optimizers);
    items.emplace_back();
    for (MenuItem& item : scale_items(curve)) items.push_back(std::move(item));
    return items;
}

/// The name of a curve is a button: it lights up, and opens the list.
void name_button(Ui& ui, const Region& region, Pixel origin) {
    if (region.name.width() <= 0) return;
    const float pad = ui.px(6);
    const Rect rect{origin.x + region.name.x0 - pad, origin.y + region.name.y0, origin.x + region.name.x1 + pad,
                    origin.y + region.name.y1};
    const std::string id = fmt::format("curve{}.name", region.index);
    ImGui::SetCursorScreenPos({rect.x0, rect.y0});
    if (press_area(ui, id, {rect.width(), rect.height()}))
        ui.menu.open_at(ui, {rect.x0, rect.y1 + ui.px(2)},
                        [&bench = ui.bench, which = region.index == 1 ? 1 : 0, optimizers = region.optimizers] {
                            return choices(bench, which, optimizers);
                        });
    if (ImGui::IsItemHovered()) {
        const float inset = ui.px(1);
        ImGui::GetWindowDrawList()->AddRectFilled({rect.x0, rect.y0 + inset}, {rect.x1, rect.y1 - inset},
                                                  packed(ui.theme.text.with_alpha(0.09F)), ui.px(4));
    }
    tooltip(ui, "What this curve shows, and on which scale");
}

}  // namespace

void CurveControls::press(Ui& ui, const Region& region) {
    const ImGuiIO& io = ImGui::GetIO();
    pressed_axes_ = region.axes;
    const bool left = ImGui::IsMouseClicked(0);
    if (left && ImGui::IsMouseDoubleClicked(0)) {
        // The first click of the two has moved the playback: that was not meant.
        ui.bench.playback.go_to(position_before_, ui.bench.last_step());
        ui.bench.session.view.curve_range = {};
        drag_ = Drag::none;
    } else if (!left || io.KeyShift) {
        drag_ = Drag::pan;
    } else {
        position_before_ = ui.bench.position();
        drag_ = Drag::step;
    }
}

void CurveControls::drag(Ui& ui, Pixel pointer) const {
    if (drag_ == Drag::step) ui.bench.playback.go_to(pressed_axes_.to_data(pointer).x, ui.bench.last_step());
    if (drag_ != Drag::pan) return;
    const Axis& steps = pressed_axes_.x;
    const double by = static_cast<double>((pressed_at_.x - pointer.x) / pressed_axes_.rect.width()) * (steps.hi - steps.lo);
    StepRange& range = ui.bench.session.view.curve_range;
    if (!range.all()) range = panned({steps.lo, steps.hi}, last_step_of(ui), by);
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
}

void CurveControls::pane(Ui& ui, const Region& region, Pixel origin) {
    const Rect& r = region.axes.rect;
    const ImGuiIO& io = ImGui::GetIO();
    const Pixel pointer{io.MousePos.x - origin.x, io.MousePos.y - origin.y};
    ImGui::SetCursorScreenPos({origin.x + r.x0, origin.y + r.y0});
    ImGui::InvisibleButton(
        fmt::format("##curve{}", region.index).c_str(), {r.width(), r.height()},
        ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight | ImGuiButtonFlags_MouseButtonMiddle);
    if (ImGui::IsItemHovered()) hovered_ = region.index;
    if (ImGui::IsItemActivated()) {
        pressed_at_ = pointer;
        press(ui, region);
    }
    if (ImGui::IsItemActive()) drag(ui, pointer);
    if (ImGui::IsItemDeactivated()) drag_ = Drag::none;
    if (!ImGui::IsItemHovered() || ImGui::IsItemActive() || io.MouseWheel == 0) return;
    StepRange& range = ui.bench.session.view.curve_range;
    range = zoomed(range, last_step_of(ui), region.axes.to_data(pointer).x,
                   std::pow(zoom_per_notch, -static_cast<double>(io.MouseWheel)));
}

void CurveControls::interact(Ui& ui, const std::vector<Region>& regions, Pixel origin) {
    hovered_.reset();
    for (const Region& region : regions) {
        if (region.kind != Region::Kind::curve) continue;
        pane(ui, region, origin);
        name_button(ui, region, origin);
    }
}

}  // namespace ravine
