#include <algorithm>

#include "app/ui/panels.h"
#include "app/ui/widgets.h"

namespace ravine {

namespace {

/// One message as a window of its own above the others. Gives its height; closes it where the person does.
float message(Ui& ui, std::size_t i, ImVec2 lower_right, float width) {
    const Messages::Message& it = ui.bench.messages.all()[i];
    const bool problem = it.kind == Messages::Kind::problem;
    const std::string name = "message" + std::to_string(i);
    ImGui::SetNextWindowPos(lower_right, ImGuiCond_Always, {1, 1});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(ui.theme.raised));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(18), ui.px(12)});
    ImGui::Begin(name.c_str(), nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    const ImVec2 at = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + ui.px(4), at.y + size.y},
                                              packed(problem ? ui.theme.danger : ui.theme.accent), ui.px(2));
    ImGui::PushTextWrapPos(width - ui.px(44));
    ImGui::TextUnformatted(it.text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::SetCursorScreenPos({at.x + size.x - ui.px(34), at.y + ui.px(7)});
    const bool closed = icon_button(ui, name + ".close", Icon::close, {}, 26);
    ImGui::End();
    if (closed) ui.bench.messages.close(i);
    return size.y;
}

}  // namespace

void message_list(Ui& ui) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float width = std::min(ui.px(560), screen.x - ui.px(32));
    float y = screen.y - ui.px(72);
    for (std::size_t i = ui.bench.messages.all().size(); i-- > 0;) {
        if (i < ui.bench.messages.all().size()) y -= message(ui, i, {screen.x - ui.px(16), y}, width) + ui.px(8);
    }
}

}  // namespace ravine
