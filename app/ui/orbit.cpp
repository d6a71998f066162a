#include "app/ui/orbit.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "app/figure/sight.h"
#include "app/ui/camera_moves.h"
#include "app/ui/widgets.h"

namespace ravine {

namespace {

constexpr float click_slop = 4;  // units
constexpr double degrees_per_unit = 0.4;
constexpr double zoom_per_notch = 1.18;
constexpr Parameter stretch_parameter{"stretch",
                                      "height of the graph",
                                      Camera{}.stretch,
                                      0.05,
                                      2,
                                      Scale::log,
                                      Limit::positive,
                                      "How high the graph is beside its ground."};

const Surface* surface_in(const Figure& figure, const Rect& rect) {
    for (const Group& group : figure.groups)
        for (const Primitive& primitive : group.primitives)
            if (const auto* surface = std::get_if<Surface>(&primitive); surface != nullptr && surface->rect == rect)
                return surface;
    return nullptr;
}

}  // namespace

std::optional<Point> point_under(const Figure& figure, const Region& region, Pixel p) {
    const Surface* surface = surface_in(figure, region.axes.rect);
    const std::optional<World> at = surface == nullptr ? std::nullopt : picked(*surface, p);
    if (!at) return std::nullopt;
    return Point{region.axes.x.value(0.5 + static_cast<double>(at->x) / (2 * static_cast<double>(surface->mesh->half_x))),
                 region.axes.y.value(0.5 + static_cast<double>(at->y) / (2 * static_cast<double>(surface->mesh->half_y)))};
}

void Orbit::press(Ui& ui, Pixel pointer) {
    Session& session = ui.bench.session;
    moved_ = false;
    pressed_at_ = pointer;
    camera_before_ = session.view.camera;
    const bool left = ImGui::IsMouseClicked(0);
    if (!left || ImGui::GetIO().KeyShift) {
        drag_ = Drag::pan;
    } else if (ImGui::IsMouseDoubleClicked(0)) {
        // The first click of the two has set the start: that was not meant.
        session.start = start_before_;
        put_back(session.view.camera);
        drag_ = Drag::none;
    } else {
        start_before_ = session.start;
        drag_ = Drag::turn;
    }
}

void Orbit::drag(Ui& ui, const Figure& figure, Pixel pointer) {
    const float dx = pointer.x - pressed_at_.x;
    const float dy = pointer.y - pressed_at_.y;
    if (!moved_ && std::hypot(dx, dy) <= ui.px(click_slop)) return;
    if (!moved_) ui.focus.give_to(id(), Focus::Takes::turns);
    moved_ = true;
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    Camera& camera = ui.bench.session.view.camera;
    camera = camera_before_;
    if (drag_ == Drag::turn) {
        const double degrees = degrees_per_unit / static_cast<double>(ui.unit);
        turn(camera, static_cast<double>(dx) * degrees, static_cast<double>(dy) * degrees);
    } else if (const Surface* surface = surface_in(figure, rect_)) {
        const auto length = static_cast<double>(surface->projection.scale);
        pan(camera, static_cast<double>(dx) / length, -static_cast<double>(dy) / length);
    }
}

void Orbit::wheel(Ui& ui, const Figure& figure, Pixel pointer, float notches) const {
    const Surface* surface = surface_in(figure, rect_);
    if (surface == nullptr) return;
    const Projection& p = surface->projection;
    zoom(ui.bench.session.view.camera, std::pow(zoom_per_notch, static_cast<double>(notches)),
         static_cast<double>((pointer.x - p.target.x) / p.scale), static_cast<double>((p.target.y - pointer.y) / p.scale));
}

bool Orbit::interact(Ui& ui, const Figure& figure, const Region* hovered, Pixel origin) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const Pixel pointer{mouse.x - origin.x, mouse.y - origin.y};
    const bool on_surface = hovered != nullptr && hovered->kind == Region::Kind::surface;
    if (on_surface) rect_ = hovered->axes.rect;
    if (ImGui::IsItemActivated() && on_surface) press(ui, pointer);
    if (ImGui::IsItemActive() && drag_ != Drag::none) drag(ui, figure, pointer);
    if (ImGui::IsItemDeactivated() && drag_ != Drag::none) {
        const bool click = drag_ == Drag::turn && !moved_ && on_surface;
        drag_ = Drag::none;
        if (click) {
            if (const auto at = point_under(figure, *hovered, pointer)) ui.bench.session.start = *at;
        }
        return true;
    }
    if (const float notches = ImGui::GetIO().MouseWheel; on_surface && notches != 0 && drag_ == Drag::none)
        wheel(ui, figure, pointer, notches);
    return drag_ != Drag::none || on_surface;
}

void Orbit::announce(Ui& ui, const Region& region, Pixel origin) {
    // Inwards, so that the ring about it stays within the stage.
    const Rect room = region.axes.rect.shrunk(ui.px(4));
    ImGui::SetCursorScreenPos({origin.x + room.x0, origin.y + room.y0});
    ImGui::Dummy({std::max(room.width(), 1.0F), std::max(room.height(), 1.0F)});
    ui.focus.announce(id(), Focus::Takes::turns, ui.theme.accent, ui.unit);
}

ImGuiID Orbit::id() { return ImGui::GetID("##surface"); }

void stretch_row(Ui& ui) {
    const float width = ImGui::GetContentRegionAvail().x;
    double& stretch = ui.bench.session.view.camera.stretch;
    if (parameter_row(ui, "stretch", stretch_parameter, stretch, {.color = ui.theme.accent, .width = width})) {
        stretch = std::clamp(stretch, stretch_parameter.min, stretch_parameter.max);
    }
}

}  // namespace ravine
