#include "app/ui/export_dialog.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "app/ui/widgets.h"

namespace ravine {

namespace {

struct Preset {
    std::string_view name;
    int width, height;
};

constexpr std::array<Preset, 4> presets = {{
    {"16:9 slide, 1600 × 900", 1600, 900},
    {"16:9 slide, small text, 1920 × 1080", 1920, 1080},
    {"4:3 slide, 1280 × 960", 1280, 960},
    {"Square, 1080 × 1080", 1080, 1080},
}};
constexpr std::array<std::string_view, 4> scales = {"1×", "2×", "3×", "4×"};
constexpr std::array<std::string_view, 4> scale_helps = {"As many pixels as the size says", "Twice as many, for slides",
                                                         "Three times as many", "Four times as many, for print"};

void size_rows(Ui& ui) {
    std::array<std::string_view, presets.size()> names;
    int chosen = 0;
    for (std::size_t i = 0; i < presets.size(); ++i) {
        names[i] = presets[i].name;
        if (presets[i].width == ui.settings.export_width && presets[i].height == ui.settings.export_height)
            chosen = static_cast<int>(i);
    }
    paragraph(ui, TextRole::small, ui.theme.secondary, "Size");
    if (chooser(ui, "export.size", names, chosen, 420, "How large the figure is, in points")) {
        ui.settings.export_width = presets[static_cast<std::size_t>(chosen)].width;
        ui.settings.export_height = presets[static_cast<std::size_t>(chosen)].height;
    }
    ImGui::Dummy({1, ui.px(4)});
    paragraph(ui, TextRole::small, ui.theme.secondary, "Scale");
    int scale = std::min(ui.settings.export_scale, static_cast<int>(scales.size())) - 1;
    if (segments(ui, "export.scale", scales, scale, scale_helps)) ui.settings.export_scale = scale + 1;
    ImGui::SameLine(0, ui.px(16));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_text(ui, {at.x, at.y + ui.px(14)}, TextRole::body, ui.theme.secondary,
              fmt::format("{} × {} pixels", ui.settings.export_width * ui.settings.export_scale,
                          ui.settings.export_height * ui.settings.export_scale));
    ImGui::NewLine();
}

void folder_row(Ui& ui) {
    paragraph(ui, TextRole::small, ui.theme.secondary, "Folder");
    std::array<char, 1024> buffer{};
    ui.settings.export_folder.string().copy(buffer.data(), buffer.size() - 1);
    ImGui::SetNextItemWidth(ui.px(420));
    if (ImGui::InputText("##folder", buffer.data(), buffer.size())) ui.settings.export_folder = buffer.data();
    ui.record("export.folder", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    std::error_code ignored;
    if (!std::filesystem::is_directory(ui.settings.export_folder, ignored)) {
        paragraph(ui, TextRole::small, ui.theme.danger, "There is no such folder.");
    }
}

}  // namespace

ExportAnswer export_dialog(Ui& ui, bool& visible) {
    if (!begin_dialog(ui, "export a picture", visible)) return ExportAnswer::none;
    ExportAnswer answer = ExportAnswer::none;
    ImGui::Dummy({ui.px(420), 0});
    paragraph(ui, TextRole::heading, ui.theme.text, "Export a picture");
    ImGui::Dummy({1, ui.px(4)});
    size_rows(ui);
    ImGui::Dummy({1, ui.px(4)});
    folder_row(ui);
    ImGui::Dummy({1, ui.px(8)});
    if (text_button(ui, "export.cancel", "Close", "Esc") || ui.escape) visible = false;
    ImGui::SameLine();
    if (text_button(ui, "export.write", "Write PNG", "Ctrl+E writes one at any time, with these settings", 0,
                    Emphasis::primary)) {
        answer = ExportAnswer::write;
        visible = false;
    }
    end_dialog(visible);
    return answer;
}

}  // namespace ravine
