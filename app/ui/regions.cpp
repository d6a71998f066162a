#include "app/ui/regions.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/ui/draw.h"

namespace ravine {

namespace {

constexpr float top_height = 48, bottom_height = 52;  // units
constexpr float narrowest = 240, widest = 520;        // units
constexpr float grip = 8;                             // units about an edge that take hold of it
constexpr float nudge = 8;                            // units, by an arrow key
constexpr float least_stage = 0.34F;                  // of the window's width

/// The width of a side panel in pixels: as wished, but never so that the stage loses its third.
float panel_pixels(const Ui& ui, float units, float screen, float taken) {
    return std::round(std::clamp(ui.px(units), 0.0F, std::max(0.0F, screen * (1 - least_stage) - taken)));
}

struct Edge {
    const char* id;
    float x;       ///< in pixels
    float* width;  ///< of the panel, in units
    bool* shown;
    float outwards;  ///< 1 where the panel lies left of the edge, −1 where it lies right
};

void splitter(const Ui& ui, const Regions& regions, const Edge& edge) {
    const float half = ui.px(grip / 2);
    // A window of its own over the two that meet here.
    begin_region(edge.id, {edge.x - half, regions.stage.y0, edge.x + half, regions.stage.y1}, {0, 0});
    ImGui::SetCursorScreenPos({edge.x - half, regions.stage.y0});
    ImGui::InvisibleButton("##edge", {2 * half, regions.stage.height()});
    ui.record(edge.id, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    if (ImGui::IsItemHovered() || ImGui::IsItemActive()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
        ImGui::GetWindowDrawList()->AddRectFilled({edge.x - ui.px(1), regions.stage.y0}, {edge.x + ui.px(1), regions.stage.y1},
                                                  packed(ui.theme.accent));
    }
    tooltip(ui, "Drag to make the panel wider or narrower, double click to close or open it");
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(0)) *edge.shown = !*edge.shown;
    float moved = ImGui::IsItemActive() ? ImGui::GetIO().MouseDelta.x / ui.unit : 0;
    if (ui.focus.announce(ImGui::GetID("##edge"), Focus::Takes::nudges, ui.theme.accent, ui.unit)) {
        ui.record("focus", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
        moved += nudge * static_cast<float>(ui.focus.nudges());
        if (ui.focus.pressed()) *edge.shown = !*edge.shown;
    }
    if (*edge.shown && moved != 0) *edge.width = std::clamp(*edge.width + edge.outwards * moved, narrowest, widest);
    ImGui::End();
}

}  // namespace

Regions regions_of(const Ui& ui) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    Regions r;
    r.line = std::max(1.0F, std::round(ui.px(1)));
    const bool presenting = ui.settings.presenting;
    const float top = presenting ? 0 : std::round(ui.px(top_height));
    const float bottom = screen.y - std::round(ui.px(bottom_height));
    const bool side_shown = ui.settings.side_shown && !presenting;
    const bool aside_shown = ui.settings.aside != Aside::none && !presenting;
    const float side = side_shown ? panel_pixels(ui, ui.settings.panel_width, screen.x, 0) : 0;
    const float aside = aside_shown ? screen.x - panel_pixels(ui, ui.settings.aside_width, screen.x, side) : screen.x;
    r.top = {0, 0, screen.x, std::max(0.0F, top - r.line)};
    r.side = {0, top, std::max(0.0F, side - r.line), screen.y};
    r.stage = {side, top, aside, bottom};
    r.aside = {aside_shown ? aside + r.line : screen.x, top, screen.x, bottom};
    r.playback = {side, bottom + r.line, screen.x, screen.y};
    return r;
}

void paint_ground(const Ui& ui, const Regions& r) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    Figure ground{screen.x, screen.y, ui.unit, {}, {}};
    Group& group = ground.groups.emplace_back();
    group.clip = {0, 0, screen.x, screen.y};
    const auto fill = [&](const Rect& rect, Color color) {
        if (rect.width() > 0 && rect.height() > 0) group.primitives.emplace_back(FillRect{rect, color, 0});
    };
    const Color panel = ui.theme.panel;
    const Color hairline = ui.theme.hairline;
    fill(r.stage, ui.theme.window);
    fill(r.top, panel);
    fill({0, r.top.y1, screen.x, r.stage.y0}, hairline);
    fill(r.side, panel);
    fill({r.side.x1, r.stage.y0, r.stage.x0, screen.y}, hairline);
    fill({r.stage.x1, r.stage.y0, r.aside.x0, r.stage.y1}, hairline);
    fill(r.aside, panel);
    fill({r.stage.x0, r.stage.y1, screen.x, r.playback.y0}, hairline);
    fill(r.playback, panel);
    ui.painter.paint(ground, ui.fonts, *ImGui::GetBackgroundDrawList(), {0, 0});
}

void splitters(Ui& ui, const Regions& regions) {
    if (ui.settings.presenting) return;
    splitter(ui, regions, {"splitter.side", regions.stage.x0, &ui.settings.panel_width, &ui.settings.side_shown, 1});
    if (ui.settings.aside == Aside::none) return;
    bool shown = true;
    splitter(ui, regions, {"splitter.aside", regions.stage.x1, &ui.settings.aside_width, &shown, -1});
    if (!shown) ui.settings.aside = Aside::none;
}

void begin_region(const char* name, const Rect& where, ImVec2 padding) {
    ImGui::SetNextWindowPos({where.x0, where.y0});
    ImGui::SetNextWindowSize({where.width(), where.height()});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
    ImGui::Begin(name, nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoBackground);
    ImGui::PopStyleVar(3);
}

}  // namespace ravine
