#include "app/ui/section.h"

#include <cctype>
#include <string>

#include "app/ui/widgets.h"

namespace ravine {

namespace {

/// Points down at what is open, to the right where it is folded.
void draw_mark(const Ui& ui, ImVec2 at, Color color, bool open) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float far = ui.px(4), near = ui.px(2);
    if (open) {
        list.AddTriangleFilled({at.x - far, at.y - near}, {at.x + far, at.y - near}, {at.x, at.y + near + ui.px(1)},
                               packed(color));
    } else {
        list.AddTriangleFilled({at.x - near, at.y - far}, {at.x + near + ui.px(1), at.y}, {at.x - near, at.y + far},
                               packed(color));
    }
}

}  // namespace

bool is_open(const Settings& settings, std::string_view name, Fold usual) {
    const auto known = settings.folds.find(name);
    return known != settings.folds.end() ? known->second : usual == Fold::open;
}

void turn(Settings& settings, std::string_view name, Fold usual) {
    settings.folds.insert_or_assign(std::string(name), !is_open(settings, name, usual));
}

bool section(const Ui& ui, std::string_view title) {
    std::string capitals(title);
    for (char& c : capitals) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    const std::string id = "section." + std::string(title);
    ImGui::Dummy({1, ui.px(4)});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size(text_width(ui, TextRole::small, capitals) + ui.px(24), ui.px(24));
    if (press_area(ui, id, size)) turn(ui.settings, title, Fold::open);
    const bool open = is_open(ui.settings, title, Fold::open);
    const Color color = ImGui::IsItemHovered() ? ui.theme.text : ui.theme.secondary;
    tooltip(ui, open ? "Fold away" : "Unfold");
    ui.record(id, at, {at.x + size.x, at.y + size.y});
    const float middle = at.y + size.y / 2;
    draw_text(ui, {at.x, middle}, TextRole::small, color, capitals);
    draw_mark(ui, {at.x + size.x - ui.px(12), middle}, color, open);
    return open;
}

}  // namespace ravine
