#include "app/ui/aside_parts.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

namespace ravine {

bool list_row(const Ui& ui, const ListRow& row, std::span<const std::string_view> labels, int& chosen) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float label = ui.px(72);
    ImGui::InvisibleButton(("##label." + std::string(row.id)).c_str(), {label - ui.px(8), ui.px(28)});
    tooltip(ui, row.help);
    draw_text(ui, {at.x, at.y + ui.px(14)}, TextRole::body, ui.theme.text, row.label);
    ImGui::SetCursorScreenPos({at.x + label, at.y});
    const bool changed = chooser(ui, row.id, labels, chosen, (width - label) / ui.unit, row.help);
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(32)});
    return changed;
}

void text_row(const Ui& ui, TextRole role, Color color, std::string_view text) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    draw_text(ui, {at.x, at.y + ui.px(10)}, role, color, fitted_text(ui, role, text, width));
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(20)});
}

bool escaped(const Ui& ui) {
    return ui.escape && !ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

bool progress_row(const Ui& ui, std::string_view id, std::string_view text, double fraction) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float button = ui.px(text_button_width(ui, "Stop"));
    const float room = width - button - ui.px(12);
    const std::string said = fmt::format("{} {:.0f} %", text, 100 * std::clamp(fraction, 0.0, 1.0));
    draw_text(ui, {at.x, at.y + ui.px(9)}, TextRole::small, ui.theme.secondary, fitted_text(ui, TextRole::small, said, room));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = at.y + ui.px(20), high = ui.px(4);
    list.AddRectFilled({at.x, y}, {at.x + room, y + high}, packed(mix(ui.theme.raised, ui.theme.text, 0.1F)), high / 2);
    list.AddRectFilled({at.x, y}, {at.x + room * static_cast<float>(std::clamp(fraction, 0.02, 1.0)), y + high},
                       packed(ui.theme.accent), high / 2);
    ImGui::SetCursorScreenPos({at.x + width - button, at.y});
    const bool pressed = text_button(ui, id, "Stop", "Stop (Esc)");
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(36)});
    return pressed;
}

}  // namespace ravine
