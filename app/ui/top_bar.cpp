#include <array>
#include <cmath>
#include <string_view>

#include "app/ui/panels.h"
#include "app/ui/widgets.h"

namespace ravine {

namespace {

/// In the order of Layout.
constexpr std::array<std::string_view, 4> layout_labels = {"Single", "Compare", "Grid", "Surface"};

constexpr std::array<std::string_view, 4> layout_helps = {
    "All optimizers on one contour (1)", "Two optimizers side by side, and what differs between them in numbers (2)",
    "Every optimizer on a contour of its own (3)", "The graph of f as a landscape, with the trajectories on it (4)"};

/// The session's name, and a dot where there is something to save.
void file_name(const Ui& ui, float left, float right, float middle) {
    if (ui.bench.file().empty()) return;
    const std::string name = ui.bench.file().filename().string() + (ui.bench.unsaved() ? " •" : "");
    draw_text(ui, {(left + right) / 2, middle}, TextRole::small, ui.theme.secondary,
              fitted_text(ui, TextRole::small, name, right - left - ui.px(16)), Align::center);
}

}  // namespace

Action top_bar(Ui& ui) {
    Session& session = ui.bench.session;
    const ImVec2 at = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    const float middle = std::round(at.y + size.y / 2);
    const float row = middle - ui.px(14);
    Action request = Action::none;

    float x = at.x + ui.px(16);
    x += draw_text(ui, {x, middle}, TextRole::title, ui.theme.text, "Ravine") + ui.px(24);
    ImGui::SetCursorScreenPos({x, row});
    int layout = static_cast<int>(session.view.layout);
    if (segments(ui, "layout", layout_labels, layout, layout_helps)) session.view.layout = static_cast<Layout>(layout);
    const float left_end = ImGui::GetItemRectMax().x;

    float right = at.x + size.x - ui.px(12);
    const auto place = [&](float units) {
        right -= ui.px(units);
        ImGui::SetCursorScreenPos({right, row});
    };
    const auto button = [&](std::string_view id, std::string_view label, std::string_view help, Emphasis emphasis, Action asks) {
        place(text_button_width(ui, label));
        if (text_button(ui, id, label, help, 0, emphasis)) request = asks;
        right -= ui.px(8);
    };
    const auto icon = [&](std::string_view id, Icon what, std::string_view help, Availability availability, Action asks) {
        place(28);
        if (icon_button(ui, id, what, help, 28, availability)) request = asks;
        right -= ui.px(4);
    };
    icon("help", Icon::help, "Keys and gestures (F1)", Availability::enabled, Action::help);
    button("export", "Export", "Write a picture of the figure (Ctrl+E writes one at once)", Emphasis::primary,
           Action::export_dialog);
    button("save", "Save", "Save the session (Ctrl+S)", Emphasis::normal, Action::save);
    button("open", "Open", "Open a session (Ctrl+O)", Emphasis::normal, Action::open);
    right -= ui.px(12);
    const auto opener = [&](std::string_view id, std::string_view label, std::string_view help, Aside panel, Action asks) {
        button(id, label, help, ui.settings.aside == panel ? Emphasis::normal : Emphasis::quiet, asks);
        right += ui.px(4);
    };
    opener("top.tuning", "Tuning", "The best settings that one budget finds for every optimizer (Ctrl+T)", Aside::tuning,
           Action::tuning);
    opener("top.map", "Map", "How runs end, over two hyperparameters or the start (Ctrl+M)", Aside::map, Action::map);
    opener("top.inspector", "Inspector", "The update rule with this step's numbers (Ctrl+I)", Aside::inspector,
           Action::inspector);
    right -= ui.px(12);
    icon("redo", Icon::redo, "Redo (Ctrl+Y)", ui.bench.can_redo() ? Availability::enabled : Availability::disabled, Action::redo);
    icon("undo", Icon::undo, "Undo (Ctrl+Z)", ui.bench.can_undo() ? Availability::enabled : Availability::disabled, Action::undo);
    file_name(ui, left_end, right, middle);
    return request;
}

}  // namespace ravine
