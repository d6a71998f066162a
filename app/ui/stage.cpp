#include "app/ui/stage.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "app/session/starts.h"
#include "app/session/zoom.h"
#include "app/ui/draw.h"
#include "app/ui/picture_menus.h"

namespace ravine {

namespace {

constexpr float click_slop = 4, start_reach = 13;  // units
constexpr double zoom_per_notch = 1.18;

Box box_of(const Axes& axes) { return {axes.x.lo, axes.x.hi, axes.y.lo, axes.y.hi}; }

std::string number(double value) {
    const double size = std::abs(value);
    std::string text = size != 0 && (size < 1e-3 || size >= 1e5) ? fmt::format("{:.2e}", value) : fmt::format("{:.4g}", value);
    // The typographic minus is as wide as a digit.
    if (text.front() == '-') text.replace(0, 1, "−");
    return text;
}

/// What is under the pointer, in as many words as `room` pixels hold.
std::string words_at(const Ui& ui, Point p, float room) {
    const Sample s = objective_of(ui.bench.session).at(p);
    const std::string height = std::isfinite(s.f) ? fmt::format("f {}", number(s.f)) : "f is not defined here";
    const std::string place = fmt::format("x {}   y {}   {}", number(p.x), number(p.y), height);
    const std::string slope = std::isfinite(s.f) ? fmt::format("   ∇f ({}, {})", number(s.gx), number(s.gy)) : "";
    for (const std::string& words : {place + slope, place, height})
        if (text_width(ui, TextRole::number, words) <= room) return words;
    return {};
}

}  // namespace

const Region* Stage::region_at(ImVec2 pointer) const {
    for (const Region& region : figure_.regions) {
        if (region.kind != Region::Kind::curve && region.axes.rect.contains(local(pointer))) return &region;
    }
    return nullptr;
}

bool Stage::on_start(const Ui& ui, const Region& region, ImVec2 pointer) const {
    const Pixel handle = region.axes.to_pixel(ui.bench.session.start);
    const Pixel at = local(pointer);
    return std::hypot(handle.x - at.x, handle.y - at.y) <= ui.px(start_reach);
}

void Stage::press(Ui& ui, const Region& region, ImVec2 pointer) {
    Session& session = ui.bench.session;
    pressed_axes_ = region.axes;
    pressed_at_ = pointer;
    moved_ = false;
    if (ImGui::IsMouseDoubleClicked(0)) {
        // The first click of the two has set the start: that was not meant.
        session.start = start_before_;
        session.view.box = info_of(session).domain;
        drag_ = Drag::none;
    } else if (ImGui::GetIO().KeyShift) {
        const std::string problem = add_start(session, region.axes.to_data(local(pointer)));
        if (!problem.empty()) ui.bench.messages.problem(problem, ui.now);
        drag_ = Drag::none;
    } else {
        start_before_ = session.start;
        drag_ = on_start(ui, region, pointer) ? Drag::start : Drag::pan;
    }
}

void Stage::drag(Ui& ui, ImVec2 pointer) {
    Session& session = ui.bench.session;
    if (std::hypot(pointer.x - pressed_at_.x, pointer.y - pressed_at_.y) > ui.px(click_slop)) moved_ = true;
    const Point here = pressed_axes_.to_data(local(pointer));
    if (drag_ == Drag::start && moved_) {
        session.start = here;
    } else if (drag_ == Drag::pan && moved_) {
        const Point from = pressed_axes_.to_data(local(pressed_at_));
        const Box box = box_of(pressed_axes_);
        const double dx = from.x - here.x;
        const double dy = from.y - here.y;
        session.view.box = {box.x0 + dx, box.x1 + dx, box.y0 + dy, box.y1 + dy};
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    }
}

void Stage::release(Ui& ui, ImVec2 pointer) {
    if (drag_ == Drag::pan && !moved_) ui.bench.start_from(pressed_axes_.to_data(local(pointer)));
    drag_ = Drag::none;
}

void Stage::zoom(Ui& ui, const Region& region, ImVec2 pointer, float notches) const {
    const Point fixed = region.axes.to_data(local(pointer));
    ui.bench.session.view.box = zoomed(box_of(region.axes), fixed, std::pow(zoom_per_notch, -notches));
}

void Stage::interact(Ui& ui) {
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    hovered_ = ImGui::IsItemHovered();
    const Region* region = hovered_ ? region_at(pointer) : nullptr;
    if (orbit_.interact(ui, figure_, region, origin_)) return;
    if (ImGui::IsItemActivated() && region != nullptr) press(ui, *region, pointer);
    if (ImGui::IsItemActive() && drag_ != Drag::none) drag(ui, pointer);
    if (ImGui::IsItemDeactivated() && drag_ != Drag::none) release(ui, pointer);
    if (region == nullptr) return;
    const float wheel = ImGui::GetIO().MouseWheel;
    if (wheel != 0 && drag_ == Drag::none) zoom(ui, *region, pointer, wheel);
    if (on_start(ui, *region, pointer) || drag_ == Drag::start) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
}

void Stage::read_out(Ui& ui) const {
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    const Region* region = hovered_ ? region_at(pointer) : nullptr;
    if (region == nullptr || drag_ == Drag::pan || orbit_.turns()) return;
    const std::optional<Point> under = region->kind == Region::Kind::surface ? point_under(figure_, *region, local(pointer))
                                                                             : region->axes.to_data(local(pointer));
    if (!under) return;
    const Rect& pane = region->axes.rect;
    const std::string text = words_at(ui, *under, pane.width() - ui.px(36));
    if (text.empty()) return;
    const float width = text_width(ui, TextRole::number, text) + ui.px(20);
    // At the lower left, on a surface at the upper left, where no labels are; at the other end where the pointer itself is there.
    const Pixel here = local(pointer);
    const bool surface = region->kind == Region::Kind::surface;
    const bool in_the_way =
        here.x < pane.x0 + width + ui.px(24) && (surface ? here.y < pane.y0 + ui.px(56) : here.y > pane.y1 - ui.px(56));
    const ImVec2 min(origin_.x + pane.x0 + ui.px(8),
                     origin_.y + (in_the_way != surface ? pane.y0 + ui.px(8) : pane.y1 - ui.px(32)));
    const ImVec2 max(min.x + width, min.y + ui.px(24));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect({origin_.x + pane.x0, origin_.y + pane.y0}, {origin_.x + pane.x1, origin_.y + pane.y1}, true);
    list.AddRectFilled(min, max, packed(ui.theme.panel.with_alpha(0.92F)), ui.px(6));
    draw_text(ui, {min.x + ui.px(10), (min.y + max.y) / 2}, TextRole::number, ui.theme.text, text);
    list.PopClipRect();
}

void Stage::read_out_curve(const Ui& ui, const FigureRequest& request, const Runs& runs) {
    const std::optional<int> index = curves_.read_out();
    const Pixel pointer = local(ImGui::GetIO().MousePos);
    for (const Region& region : figure_.regions) {
        if (region.kind != Region::Kind::curve || region.index != index || !region.axes.rect.contains(pointer)) continue;
        const Figure figure = composer_.read_out(ui.bench.session, runs, request, ui.fonts, {region, pointer});
        ui.painter.paint(figure, ui.fonts, *ImGui::GetWindowDrawList(), origin_);
    }
}

void Stage::draw(Ui& ui) {
    const ImVec2 at = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    origin_ = {at.x, at.y};
    curves_.interact(ui, figure_.regions, origin_);
    ImGui::SetCursorScreenPos(at);
    // On contours other buttons have no meaning.
    const bool surface = ui.bench.session.view.layout == Layout::surface;
    const int buttons = surface ? ImGuiButtonFlags_MouseButtonRight | ImGuiButtonFlags_MouseButtonMiddle : 0;
    ImGui::InvisibleButton("##stage", size, ImGuiButtonFlags_MouseButtonLeft | buttons);
    interact(ui);

    const FigureRequest request{.width = size.x,
                                .height = size.y,
                                .unit = ui.unit,
                                .pixel_ratio = ImGui::GetIO().DisplayFramebufferScale.x,
                                .step = static_cast<float>(ui.bench.position()),
                                .purpose = FigureRequest::Purpose::window,
                                .motion = orbit_.turns() ? FigureRequest::Motion::turning : FigureRequest::Motion::still};
    const Runs& runs = ui.bench.runs();
    figure_ = composer_.compose(ui.bench.session, runs, request, ui.fonts);
    ui.painter.paint(figure_, ui.fonts, *ImGui::GetWindowDrawList(), origin_);
    for (const Region& region : figure_.regions) {
        const Rect& r = region.axes.rect;
        const bool contour = region.kind == Region::Kind::contour;
        const char* const name = contour ? "pane" : region.kind == Region::Kind::curve ? "curve" : "surface";
        ui.record(fmt::format("{}{}", name, region.index), {origin_.x + r.x0, origin_.y + r.y0},
                  {origin_.x + r.x1, origin_.y + r.y1});
        if (region.kind == Region::Kind::surface) Orbit::announce(ui, region, origin_);
        if (!contour) {
            const Rect& title = region.name;
            ui.record(fmt::format("curve{}.name", region.index), {origin_.x + title.x0, origin_.y + title.y0},
                      {origin_.x + title.x1, origin_.y + title.y1});
            continue;
        }
        const Pixel start = region.axes.to_pixel(ui.bench.session.start);
        ui.record(fmt::format("start{}", region.index), {origin_.x + start.x - 1, origin_.y + start.y - 1},
                  {origin_.x + start.x + 1, origin_.y + start.y + 1});
    }
    offer_picture_menus(ui, figure_, origin_);
    read_out(ui);
    read_out_curve(ui, request, runs);
}

}  // namespace ravine
