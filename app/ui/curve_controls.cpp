#include "app/ui/curve_controls.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "app/figure/quantity.h"
#include "app/session/step_range.h"
#include "app/ui/widgets.h"

namespace ravine {

namespace {

constexpr double zoom_per_notch = 1.18;
constexpr int kinds = 6;

struct ScaleLabel {
    std::string_view name, words;
};
constexpr std::array<ScaleLabel, 3> scales = {
    {{"automatic scale", "log where no value is below 0"}, {"log scale", "values above 0"}, {"linear scale", ""}}};

int last_step_of(Ui& ui) { return std::max(1, ui.bench.last_step()); }

std::string name_of(const Ui& ui, int kind, const Region& region) {
    return quantity_name(ui.bench.session, static_cast<CurveKind>(kind), region.optimizers);
}

float menu_width(const Ui& ui, const Region& region) {
    float widest = 0;
    const auto take = [&](std::string_view label, std::string_view detail) {
        widest = std::max(widest, text_width(ui, TextRole::body, label) + text_width(ui, TextRole::small, detail) + ui.px(68));
    };
    for (int k = 0; k < kinds; ++k) take(name_of(ui, k, region), quantity_words(static_cast<CurveKind>(k)));
    for (const ScaleLabel& scale : scales) take(scale.name, scale.words);
    return widest;
}

void separator(const Ui& ui, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float y = std::round(at.y + ui.px(4));
    ImGui::Dummy({width, ui.px(9)});
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, y}, {at.x + width, y + std::max(1.0F, std::round(ui.px(1)))},
                                              packed(ui.theme.hairline));
}

/// Below the name or, where it would leave the window, above it.
void place_menu(const Ui& ui, const Rect& name, float width) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float rows = kinds + static_cast<float>(scales.size());
    const float height = rows * (ui.px(28) + ImGui::GetStyle().ItemSpacing.y) + ui.px(30);
    const float gap = ui.px(2), edge = ui.px(8);
    const float x = std::max(edge, std::min(name.x0, screen.x - width - ui.px(12) - edge));
    const bool above = name.y1 + gap + height > screen.y - edge && name.y0 > screen.y - name.y1;
    ImGui::SetNextWindowPos({x, above ? name.y0 - gap : name.y1 + gap}, ImGuiCond_Appearing, {0, above ? 1.0F : 0.0F});
}

void menu(Ui& ui, const Region& region, const Rect& name, const std::string& id) {
    if (!ImGui::IsPopupOpen(id.c_str())) return;
    const float width = menu_width(ui, region);
    place_menu(ui, name, width);
    if (!begin_menu(ui, id.c_str())) return;
    Curve& curve = ui.bench.session.view.curves[region.index == 1 ? 1 : 0];
    ImGui::Dummy({width, 0});
    for (int k = 0; k < kinds; ++k) {
        const auto kind = static_cast<CurveKind>(k);
        if (menu_item(ui, name_of(ui, k, region), quantity_words(kind), curve.kind == kind)) curve.kind = kind;
    }
    separator(ui, width);
    for (std::size_t k = 0; k < scales.size(); ++k) {
        const auto scale = static_cast<CurveScale>(k);
        if (menu_item(ui, scales[k].name, scales[k].words, curve.scale == scale)) curve.scale = scale;
    }
    ImGui::EndPopup();
}

/// The name of a curve is a button: it lights up, and opens the list.
void name_button(Ui& ui, const Region& region, Pixel origin) {
    if (region.name.width() <= 0) return;
    const float pad = ui.px(6);
    const Rect rect{origin.x + region.name.x0 - pad, origin.y + region.name.y0, origin.x + region.name.x1 + pad,
                    origin.y + region.name.y1};
    const std::string id = fmt::format("curve{}.name", region.index), list = id + ".menu";
    ImGui::SetCursorScreenPos({rect.x0, rect.y0});
    if (press_area(ui, id, {rect.width(), rect.height()})) ImGui::OpenPopup(list.c_str());
    const bool open = ImGui::IsPopupOpen(list.c_str());
    if (ImGui::IsItemHovered() || open) {
        const float inset = ui.px(1);
        ImGui::GetWindowDrawList()->AddRectFilled({rect.x0, rect.y0 + inset}, {rect.x1, rect.y1 - inset},
                                                  packed(ui.theme.text.with_alpha(open ? 0.14F : 0.09F)), ui.px(4));
    }
    if (!open) tooltip(ui, "What this curve shows, and on which scale");
    menu(ui, region, rect, list);
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
