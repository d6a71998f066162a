#include "app/ui/help.h"

#include <array>
#include <utility>

#include "app/ui/actions.h"
#include "app/ui/widgets.h"

namespace ravine {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 20> gestures = {{
    {"Click, or drag the ring", "Set where the runs start"},
    {"Shift+click", "Add another start"},
    {"Wheel", "Zoom at the pointer"},
    {"Drag", "Move the view"},
    {"Double click", "Show the objective's whole domain"},
    {"Drag the surface", "Turn it; with the right button or Shift, move it"},
    {"↑ ↓, Shift+arrows, + −", "Tilt, move and zoom the surface"},
    {"← → Home, after a drag", "Turn the surface, and put it back; Esc: step again"},
    {"Drag on a curve", "Move through the steps"},
    {"Wheel on a curve", "Zoom its steps at the pointer"},
    {"Right drag on a curve", "Move along its steps; a double click shows all"},
    {"Click a curve’s name", "Choose another quantity or scale"},
    {"Click a timeline’s tick", "Go there and steer; drag or Delete changes it"},
    {"Click a card", "Show it in the inspector, where that is open"},
    {"Ctrl+click a slider", "Type an exact value"},
    {"Right click", "What can be done with what is there"},
    {"Menu key, Shift+F10", "The same for what has the keyboard"},
    {"Drop a file", "Open a session or a picture"},
    {"Tab, Shift+Tab", "To the next control, or the one before"},
    {"Enter, ← →", "Press it, or move a slider"},
}};

void line(const Ui& ui, std::string_view keys, std::string_view text, float column) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_text(ui, {at.x, at.y + ui.px(12)}, TextRole::body, ui.theme.accent, keys);
    draw_text(ui, {at.x + column, at.y + ui.px(12)}, TextRole::body, ui.theme.text, text);
    ImGui::Dummy({column + text_width(ui, TextRole::body, text), ui.px(22)});
}

}  // namespace

void help_overlay(Ui& ui, bool& visible) {
    if (!begin_dialog(ui, "keys and gestures", visible)) return;
    const float column = ui.px(172);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ImGui::GetStyle().ItemSpacing.x, 0});
    ImGui::BeginGroup();
    paragraph(ui, TextRole::heading, ui.theme.text, "Keys");
    ImGui::Dummy({1, ui.px(4)});
    for (const Shortcut& s : shortcuts()) {
        if (!s.text.empty()) line(ui, s.keys, s.text, ui.px(116));
    }
    ImGui::EndGroup();
    ImGui::SameLine(0, ui.px(40));
    ImGui::BeginGroup();
    paragraph(ui, TextRole::heading, ui.theme.text, "Pointer");
    ImGui::Dummy({1, ui.px(4)});
    for (const auto& [gesture, text] : gestures) line(ui, gesture, text, column);
    ImGui::Dummy({1, ui.px(12)});
    const bool closed = text_button(ui, "help.close", "Close", "Esc");
    ImGui::EndGroup();
    ImGui::PopStyleVar();
    if (closed || ui.escape) visible = false;
    end_dialog(visible);
}

}  // namespace ravine
