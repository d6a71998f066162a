#include "app/ui/orbit.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "app/figure/sight.h"
#include "app/ui/widgets.h"

namespace ravine {

namespace {

constexpr float click_slop = 4;  // units
constexpr double degrees_per_unit = 0.4;
constexpr double zoom_per_notch = 1.18;
constexpr double lowest_elevation = 5, highest_elevation = 90, least_zoom = 0.3, most_zoom = 5;
constexpr Parameter stretch_parameter{"stretch",
                                      "height of the graph",
                                      Camera{}.stretch,
                                      0.05,
                                      2,
                                      Scale::log,
                                      Limit::positive,
                                      "How high the graph is beside its ground."};

/// Tenths: nobody sees less, and files say what was meant.
double tenths(double degrees) { return std::round(degrees * 10) / 10; }

/// The same direction within −180..180.
double turned(double azimuth) { return tenths(std::remainder(azimuth, 360.0)); }

}  // namespace

std::optional<Point> point_under(const Figure& figure, const Region& region, Pixel p) {
    for (const Group& group : figure.groups) {
        for (const Primitive& primitive : group.primitives) {
            const auto* surface = std::get_if<Surface>(&primitive);
            if (surface == nullptr || surface->rect != region.axes.rect) continue;
            const std::optional<World> at = picked(*surface, p);
            if (!at) return std::nullopt;
            return Point{
                region.axes.x.value(0.5 + static_cast<double>(at->x) / (2 * static_cast<double>(surface->mesh->half_x))),
                region.axes.y.value(0.5 + static_cast<double>(at->y) / (2 * static_cast<double>(surface->mesh->half_y)))};
        }
    }
    return std::nullopt;
}

void put_back(Camera& camera) {
    const Camera first;
    camera.azimuth = first.azimuth;
    camera.elevation = first.elevation;
    camera.zoom = first.zoom;
}

void look_down(Camera& camera) {
    camera.azimuth = 0;
    camera.elevation = highest_elevation;
}

void Orbit::press(Ui& ui, Pixel pointer) {
    Session& session = ui.bench.session;
    moved_ = false;
    held_ = !ImGui::IsMouseDoubleClicked(0);
    if (held_) {
        pressed_at_ = pointer;
        camera_before_ = session.view.camera;
        start_before_ = session.start;
        return;
    }
    // The first click of the two has set the start: that was not meant.
    session.start = start_before_;
    put_back(session.view.camera);
}

void Orbit::drag(Ui& ui, Pixel pointer) {
    const float dx = pointer.x - pressed_at_.x;
    const float dy = pointer.y - pressed_at_.y;
    moved_ = moved_ || std::hypot(dx, dy) > ui.px(click_slop);
    if (!moved_) return;
    const double degrees = degrees_per_unit / static_cast<double>(ui.unit);
    Camera& camera = ui.bench.session.view.camera;
    camera.azimuth = turned(camera_before_.azimuth + static_cast<double>(dx) * degrees);
    camera.elevation =
        tenths(std::clamp(camera_before_.elevation + static_cast<double>(dy) * degrees, lowest_elevation, highest_elevation));
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
}

bool Orbit::interact(Ui& ui, const Figure& figure, const Region* hovered, Pixel origin) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const Pixel pointer{mouse.x - origin.x, mouse.y - origin.y};
    const bool on_surface = hovered != nullptr && hovered->kind == Region::Kind::surface;
    Session& session = ui.bench.session;
    if (ImGui::IsItemActivated() && on_surface) press(ui, pointer);
    if (ImGui::IsItemActive() && held_) drag(ui, pointer);
    if (ImGui::IsItemDeactivated() && held_) {
        held_ = false;
        if (!moved_ && on_surface) {
            if (const auto at = point_under(figure, *hovered, pointer)) session.start = *at;
        }
        return true;
    }
    if (const float wheel = ImGui::GetIO().MouseWheel; on_surface && wheel != 0) {
        double& zoom = session.view.camera.zoom;
        zoom = std::clamp(zoom * std::pow(zoom_per_notch, static_cast<double>(wheel)), least_zoom, most_zoom);
    }
    return held_ || on_surface;
}

void stretch_row(Ui& ui) {
    const float width = ImGui::GetContentRegionAvail().x;
    double& stretch = ui.bench.session.view.camera.stretch;
    if (parameter_row(ui, "stretch", stretch_parameter, stretch, {.color = ui.theme.accent, .width = width})) {
        stretch = std::clamp(stretch, stretch_parameter.min, stretch_parameter.max);
    }
}

}  // namespace ravine
