#include "app/ui/quit_dialog.h"

#include <fmt/format.h>

#include "app/ui/widgets.h"

namespace ravine {

QuitAnswer quit_dialog(Ui& ui, bool& visible) {
    if (!begin_dialog(ui, "unsaved changes", visible)) return QuitAnswer::none;
    QuitAnswer answer = QuitAnswer::none;
    ImGui::Dummy({ui.px(360), 0});
    paragraph(ui, TextRole::heading, ui.theme.text, "Save the changes?");
    ImGui::Dummy({1, ui.px(2)});
    paragraph(ui, TextRole::body, ui.theme.secondary,
              fmt::format("{} has changed since it was saved.", ui.bench.file().filename().string()));
    ImGui::Dummy({1, ui.px(8)});
    if (text_button(ui, "quit.cancel", "Cancel", "Esc") || ui.escape) visible = false;
    ImGui::SameLine();
    if (text_button(ui, "quit.discard", "Quit without saving")) answer = QuitAnswer::discard;
    ImGui::SameLine();
    if (text_button(ui, "quit.save", "Save and quit", {}, 0, Emphasis::primary)) answer = QuitAnswer::save;
    end_dialog(visible);
    return answer;
}

}  // namespace ravine
