#include "app/ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace ravine {

namespace {

struct Colors {
    Color fill, text;
};

Colors colors_of(const Theme& theme, Emphasis emphasis, bool hovered, bool held) {
    const float lift = held ? 0.16F : hovered ? 0.09F : 0;
    switch (emphasis) {
        case Emphasis::primary:
            return {mix(theme.accent, theme.text, lift), theme.on_accent};
        case Emphasis::normal:
            return {mix(theme.raised, theme.text, lift), theme.text};
        case Emphasis::quiet:
            return {theme.text.with_alpha(lift), hovered ? theme.text : theme.secondary};
    }
    return {theme.raised, theme.text};
}

std::string hidden(std::string_view id) { return "##" + std::string(id); }

}  // namespace

bool press_area(const Ui& ui, std::string_view id, ImVec2 size) {
    const bool clicked = ImGui::InvisibleButton(hidden(id).c_str(), size);
    const bool focused = ui.focus.announce(ImGui::GetID(hidden(id).c_str()), Focus::Takes::presses, ui.theme.accent, ui.unit);
    if (focused) ui.record("focus", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    return clicked || (focused && ui.focus.pressed());
}

bool icon_button(const Ui& ui, std::string_view id, Icon icon, std::string_view help, float size, Availability availability,
                 Emphasis emphasis) {
    const bool enabled = availability == Availability::enabled;
    const float side = ui.px(size);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = press_area(ui, id, {side, side}) && enabled;
    const Colors colors = colors_of(ui.theme, emphasis, enabled && ImGui::IsItemHovered(), enabled && ImGui::IsItemActive());
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + side, at.y + side}, packed(colors.fill), ui.px(6));
    draw_icon(list, icon, {at.x + side / 2, at.y + side / 2}, side * 0.5F, packed(enabled ? colors.text : ui.theme.disabled));
    ui.record(id, at, {at.x + side, at.y + side});
    tooltip(ui, help);
    return clicked;
}

float text_button_width(const Ui& ui, std::string_view label) { return text_width(ui, TextRole::body, label) / ui.unit + 24; }

bool text_button(const Ui& ui, std::string_view id, std::string_view label, std::string_view help, float width,
                 Emphasis emphasis) {
    const ImVec2 size(ui.px(width > 0 ? width : text_button_width(ui, label)), ui.px(28));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = press_area(ui, id, size);
    const Colors colors = colors_of(ui.theme, emphasis, ImGui::IsItemHovered(), ImGui::IsItemActive());
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + size.x, at.y + size.y}, packed(colors.fill), ui.px(6));
    draw_text(ui, {at.x + size.x / 2, at.y + size.y / 2}, TextRole::body, colors.text, label, Align::center);
    ui.record(id, at, {at.x + size.x, at.y + size.y});
    tooltip(ui, help);
    return clicked;
}

bool segments(const Ui& ui, std::string_view id, std::span<const std::string_view> labels, int& chosen,
              std::span<const std::string_view> helps) {
    float widest = 0;
    for (const std::string_view label : labels) widest = std::max(widest, text_width(ui, TextRole::body, label));
    const ImVec2 cell(widest + ui.px(28), ui.px(28));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float end = at.x + cell.x * static_cast<float>(labels.size());
    list.AddRectFilled(at, {end, at.y + cell.y}, packed(ui.theme.raised), ui.px(6));
    bool changed = false;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::string name = std::string(id) + "." + std::string(labels[i]);
        const ImVec2 corner(at.x + cell.x * static_cast<float>(i), at.y);
        ImGui::SetCursorScreenPos(corner);
        if (press_area(ui, name, cell) && chosen != static_cast<int>(i)) {
            chosen = static_cast<int>(i);
            changed = true;
        }
        if (i < helps.size()) tooltip(ui, helps[i]);
        const bool on = chosen == static_cast<int>(i);
        const ImVec2 far(corner.x + cell.x, corner.y + cell.y);
        if (on) {
            const float inset = ui.px(2);
            list.AddRectFilled({corner.x + inset, corner.y + inset}, {far.x - inset, far.y - inset}, packed(ui.theme.accent),
                               ui.px(5));
        }
        const Color color = on ? ui.theme.on_accent : ImGui::IsItemHovered() ? ui.theme.text : ui.theme.secondary;
        draw_text(ui, {corner.x + cell.x / 2, corner.y + cell.y / 2}, TextRole::body, color, labels[i], Align::center);
        ui.record(name, corner, far);
    }
    return changed;
}

bool begin_menu(const Ui& ui, const char* id) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(6), ui.px(6)});
    const bool open = ImGui::BeginPopup(id);
    ImGui::PopStyleVar();
    if (!open) return false;
    ui.focus.hold_list();
    if (ui.escape) ImGui::CloseCurrentPopup();
    return true;
}

float menu_row_width(const Ui& ui, std::string_view label, std::string_view detail) {
    return text_width(ui, TextRole::body, label) + text_width(ui, TextRole::small, detail) + ui.px(detail.empty() ? 44 : 68);
}

namespace {

void draw_mark(const Ui& ui, MenuMark mark, ImVec2 at) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (mark == MenuMark::chosen) list.AddCircleFilled(at, ui.px(3), packed(ui.theme.accent));
    if (mark == MenuMark::none || mark == MenuMark::chosen) return;
    const float half = std::round(ui.px(4.5F));
    const ImVec2 min(std::round(at.x) - half, std::round(at.y) - half), max(min.x + 2 * half, min.y + 2 * half);
    list.AddRect(min, max, packed(ui.theme.secondary), ui.px(2), 0, std::max(1.0F, ui.px(1)));
    const float inset = ui.px(2.5F);
    if (mark == MenuMark::on)
        list.AddRectFilled({min.x + inset, min.y + inset}, {max.x - inset, max.y - inset}, packed(ui.theme.accent), ui.px(1));
}

}  // namespace

bool menu_row(const Ui& ui, std::string_view label, std::string_view detail, MenuMark mark) {
    const ImVec2 size(std::max(menu_row_width(ui, label, detail), ImGui::GetContentRegionAvail().x), ui.px(28));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = press_area(ui, label, size);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        list.AddRectFilled(at, {at.x + size.x, at.y + size.y}, packed(mix(ui.theme.raised, ui.theme.text, 0.08F)), ui.px(4));
    }
    const float middle = at.y + size.y / 2;
    draw_mark(ui, mark, {at.x + ui.px(12), middle});
    draw_text(ui, {at.x + ui.px(24), middle}, TextRole::body, ui.theme.text, label);
    draw_text(ui, {at.x + size.x - ui.px(12), middle}, TextRole::small, ui.theme.secondary, detail, Align::right);
    ui.record(std::string("menu.") + std::string(label), at, {at.x + size.x, at.y + size.y});
    return clicked;
}

bool menu_item(const Ui& ui, std::string_view label, std::string_view detail, bool checked) {
    const bool clicked = menu_row(ui, label, detail, checked ? MenuMark::chosen : MenuMark::none);
    // A long list opens where the choice stands.
    if (checked && ImGui::IsWindowAppearing()) ImGui::SetScrollHereY();
    if (clicked) ImGui::CloseCurrentPopup();
    return clicked;
}

void menu_separator(const Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float y = std::round(at.y + ui.px(4));
    ImGui::Dummy({width, ui.px(9)});
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, y}, {at.x + width, y + std::max(1.0F, std::round(ui.px(1)))},
                                              packed(ui.theme.hairline));
}

bool dropdown_button(const Ui& ui, std::string_view id, std::string_view label, float width, std::string_view help) {
    const ImVec2 size(ui.px(width), ui.px(28));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = press_area(ui, id, size);
    const Colors colors = colors_of(ui.theme, Emphasis::normal, ImGui::IsItemHovered(), ImGui::IsItemActive());
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + size.x, at.y + size.y}, packed(colors.fill), ui.px(6));
    const float middle = at.y + size.y / 2;
    const std::string shown = fitted_text(ui, TextRole::body, label, size.x - ui.px(38));
    draw_text(ui, {at.x + ui.px(12), middle}, TextRole::body, colors.text, shown);
    draw_icon(list, Icon::down, {at.x + size.x - ui.px(16), middle}, ui.px(10), packed(ui.theme.secondary));
    ui.record(id, at, {at.x + size.x, at.y + size.y});
    tooltip(ui, help);
    return clicked;
}

bool chooser(const Ui& ui, std::string_view id, std::span<const std::string_view> labels, int& chosen, float width,
             std::string_view help) {
    const ImVec2 size(ui.px(width), ui.px(28));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string popup = std::string(id) + ".menu";
    if (dropdown_button(ui, id, labels[static_cast<std::size_t>(chosen)], width, help)) ImGui::OpenPopup(popup.c_str());
    bool changed = false;
    ImGui::SetNextWindowPos({at.x, at.y + size.y + ui.px(4)}, ImGuiCond_Appearing);
    if (begin_menu(ui, popup.c_str())) {
        ImGui::Dummy({size.x - ui.px(12), 0});
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const bool on = chosen == static_cast<int>(i);
            if (menu_item(ui, labels[i], {}, on) && !on) {
                chosen = static_cast<int>(i);
                changed = true;
            }
        }
        ImGui::EndPopup();
    }
    return changed;
}

bool begin_dialog(const Ui& ui, const char* id, bool visible) {
    if (visible && !ImGui::IsPopupOpen(id)) ImGui::OpenPopup(id);
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(24), ui.px(20)});
    const bool open = ImGui::BeginPopupModal(
        id, nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_AlwaysAutoResize);
    ImGui::PopStyleVar();
    return open;
}

void end_dialog(bool visible) {
    if (!visible) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

}  // namespace ravine
