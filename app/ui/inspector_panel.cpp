#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "app/figure/inspector_figure.h"
#include "app/figure/words.h"
#include "app/ui/panels.h"
#include "app/ui/widgets.h"

namespace ravine {

namespace {

constexpr std::array<std::string_view, 3> coordinate_labels = {"x", "y", "both"};
constexpr std::array<std::string_view, 3> coordinate_helps = {"The update of x", "The update of y", "Both updates"};

void choose_optimizer(Ui& ui, int& optimizer) {
    const std::vector<std::string> names = optimizer_names(ui.bench.session);
    const std::vector<std::string_view> labels(names.begin(), names.end());
    if (chooser(ui, "inspector.optimizer", labels, optimizer, ImGui::GetContentRegionAvail().x / ui.unit,
                "Whose update is written out"))
        ui.bench.inspection.optimizer = optimizer;
}

/// The coordinates, and the playback's steps at the right.
void controls(Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float right = at.x + ImGui::GetContentRegionAvail().x;
    int chosen = static_cast<int>(ui.bench.inspection.coordinates);
    if (segments(ui, "inspector.coordinate", coordinate_labels, chosen, coordinate_helps))
        ui.bench.inspection.coordinates = static_cast<Coordinates>(chosen);
    Playback& playback = ui.bench.playback;
    const int last = ui.bench.last_step();
    ImGui::SetCursorScreenPos({right - ui.px(60), at.y});
    if (icon_button(ui, "inspector.back", Icon::step_back, "One step back (Left)"))
        playback.go_to(std::ceil(ui.bench.position()) - 1, last);
    ImGui::SetCursorScreenPos({right - ui.px(28), at.y});
    if (icon_button(ui, "inspector.forward", Icon::step_forward, "One step forward (Right)"))
        playback.go_to(std::floor(ui.bench.position()) + 1, last);
}

}  // namespace

void inspector_panel(Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    int optimizer = ui.bench.inspected();
    choose_optimizer(ui, optimizer);
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(36)});
    controls(ui);
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(74)});
    ImGui::PushStyleColor(ImGuiCol_ChildBg, IM_COL32(0, 0, 0, 0));
    ImGui::BeginChild("##inspector", {0, 0}, false, ImGuiWindowFlags_NoNav);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float gutter = ui.px(10);  // the scroll bar's
    const InspectorRequest request{.optimizer = optimizer,
                                   .step = static_cast<int>(ui.bench.position()),
                                   .coordinates = ui.bench.inspection.coordinates,
                                   .width = std::max(1.0F, ImGui::GetWindowWidth() - gutter),
                                   .unit = ui.unit,
                                   .pixel_ratio = ImGui::GetIO().DisplayFramebufferScale.x};
    const Figure& figure = ui.bench.inspection.composer.compose(ui.bench.session, ui.bench.runs(), request, ui.fonts);
    ui.painter.paint(figure, ui.fonts, *ImGui::GetWindowDrawList(), {corner.x, corner.y});
    ImGui::Dummy({figure.width, figure.height + ui.px(12)});
    const ImVec2 min = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    const std::string name = optimizer_names(ui.bench.session)[static_cast<std::size_t>(optimizer)];
    ui.record(
        fmt::format("inspector.{}.{}", name,
                    inspected_row(*ui.bench.runs()[static_cast<std::size_t>(optimizer)], static_cast<int>(ui.bench.position()))),
        min, {min.x + size.x, min.y + size.y});
    ImGui::EndChild();
    ImGui::PopStyleColor();
}

}  // namespace ravine
