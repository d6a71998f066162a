#include "app/ui/style.h"

#include <imgui.h>

namespace ravine {

namespace {

ImVec4 vec(Color c) { return {c.r, c.g, c.b, c.a}; }

}  // namespace

void apply_style(const Theme& theme, float unit) {
    ImGuiStyle style;
    style.WindowPadding = {16, 12};
    style.WindowRounding = 6;
    style.ChildRounding = 0;
    style.PopupRounding = 6;
    style.FrameRounding = 6;
    style.GrabRounding = 6;
    style.ScrollbarRounding = 6;
    style.ScrollbarSize = 8;
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.PopupBorderSize = 1;
    style.FrameBorderSize = 0;
    style.FramePadding = {8, 6};
    style.ItemSpacing = {8, 4};
    style.WindowMinSize = {8, 8};
    style.ScaleAllSizes(unit);
    style.PopupBorderSize = unit;

    const Color frame = mix(theme.raised, theme.text, 0.04F);
    const auto set = [&](ImGuiCol what, Color color) { style.Colors[what] = vec(color); };
    set(ImGuiCol_Text, theme.text);
    set(ImGuiCol_TextDisabled, theme.disabled);
    set(ImGuiCol_WindowBg, theme.window);
    set(ImGuiCol_ChildBg, theme.window.with_alpha(0));
    set(ImGuiCol_PopupBg, mix(theme.panel, theme.raised, 0.35F));
    set(ImGuiCol_Border, mix(theme.hairline, theme.text, 0.12F));
    set(ImGuiCol_FrameBg, frame);
    set(ImGuiCol_FrameBgHovered, mix(frame, theme.text, 0.06F));
    set(ImGuiCol_FrameBgActive, mix(frame, theme.text, 0.1F));
    set(ImGuiCol_ScrollbarBg, theme.panel.with_alpha(0));
    set(ImGuiCol_ScrollbarGrab, mix(theme.panel, theme.text, 0.14F));
    set(ImGuiCol_ScrollbarGrabHovered, mix(theme.panel, theme.text, 0.24F));
    set(ImGuiCol_ScrollbarGrabActive, mix(theme.panel, theme.text, 0.3F));
    set(ImGuiCol_Header, mix(theme.raised, theme.text, 0.06F));
    set(ImGuiCol_HeaderHovered, mix(theme.raised, theme.text, 0.1F));
    set(ImGuiCol_HeaderActive, mix(theme.raised, theme.text, 0.14F));
    set(ImGuiCol_Separator, theme.hairline);
    set(ImGuiCol_TextSelectedBg, theme.accent.with_alpha(0.35F));
    set(ImGuiCol_ModalWindowDimBg, theme.window.with_alpha(0.6F));
    set(ImGuiCol_NavHighlight, theme.accent);
    ImGui::GetStyle() = style;
}

}  // namespace ravine
