#include <algorithm>
#include <array>
#include <string_view>

#include "app/ui/panels.h"
#include "app/ui/widgets.h"

namespace ravine {

namespace {

constexpr std::array<std::string_view, 3> names = {"Inspector", "Map", "Tuning"};
constexpr std::array<std::string_view, 3> helps = {"The update rule with this step's numbers (Ctrl+I)",
                                                   "How runs end, over two hyperparameters or the start (Ctrl+M)",
                                                   "The best settings that one budget finds for every optimizer (Ctrl+T)"};

}  // namespace

void aside_panel(Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(10)});
    int chosen = static_cast<int>(ui.settings.aside) - 1;
    float widest = 0;
    for (const std::string_view name : names) widest = std::max(widest, text_width(ui, TextRole::body, name));
    // Three buttons and the one that closes, or a list where they have no room.
    const bool roomy = static_cast<float>(names.size()) * (widest + ui.px(28)) + ui.px(36) <= width;
    if (roomy ? segments(ui, "aside", names, chosen, helps) : chooser(ui, "aside", names, chosen, width / ui.unit - 40))
        ui.settings.aside = static_cast<Aside>(chosen + 1);
    ImGui::SetCursorScreenPos({at.x + width - ui.px(28), at.y + ui.px(10)});
    if (icon_button(ui, "aside.close", Icon::close, "Close this panel")) ui.settings.aside = Aside::none;
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(48)});
    switch (ui.settings.aside) {
        case Aside::none:
            break;
        case Aside::inspector:
            inspector_panel(ui);
            break;
        case Aside::map:
            map_panel(ui);
            break;
        case Aside::tuning:
            tuning_panel(ui);
            break;
    }
}

}  // namespace ravine
