#include "app/ui/context_menu.h"

#define GLFW_INCLUDE_NONE
#include <algorithm>
#include <utility>

#include <GLFW/glfw3.h>

namespace ravine {

namespace {

constexpr const char* popup = "context menu";
constexpr float click_slop = 4, edge = 8;  // units
constexpr std::string_view opens_a_list = "›";

bool is_heading(const MenuItem& item) { return !item.run && item.action == Action::none && item.more.empty(); }
bool is_separator(const MenuItem& item) { return is_heading(item) && item.label.empty(); }

std::string_view detail_of(const MenuItem& item) { return item.more.empty() ? std::string_view(item.detail) : opens_a_list; }

bool within(ImVec2 p, ImVec2 min, ImVec2 max) { return p.x >= min.x && p.x < max.x && p.y >= min.y && p.y < max.y; }

ImVec2 middle_of(ImVec2 min, ImVec2 max) { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }

bool right_clicked(const Ui& ui) {
    const float slop = ui.px(click_slop);
    return ImGui::IsMouseReleased(1) && ImGui::GetIO().MouseDragMaxDistanceSqr[1] <= slop * slop;
}

float heading_width(const Ui& ui, std::string_view text) { return ui.px(36) + text_width(ui, TextRole::small, text); }

void heading(const Ui& ui, std::string_view text) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_text(ui, {at.x + ui.px(24), at.y + ui.px(12)}, TextRole::small, ui.theme.secondary, text);
    ImGui::Dummy({heading_width(ui, text), ui.px(22)});
}

bool pressed_key(const Ui& ui, int key) { return std::ranges::find(ui.keys, key) != ui.keys.end(); }

}  // namespace

bool ContextMenu::free() const {
    // It is open, or a part within another has answered; or a dialog lies above everything.
    return !visible() && !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

bool ContextMenu::asked(const Ui& ui, ImVec2 min, ImVec2 max) const {
    if (!free()) return false;
    if (ui.focus.wants_menu()) return ui.focus.active() && within(middle_of(ui.focus.min(), ui.focus.max()), min, max);
    return right_clicked(ui) && within(ImGui::GetIO().MousePos, min, max) &&
           ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
}

void ContextMenu::open(const Ui& ui, Source source) {
    const bool by_keys = !right_clicked(ui);
    const ImVec2 below(ui.focus.min().x, ui.focus.max().y + ui.px(4));
    open_at(ui, by_keys ? below : ImGui::GetIO().MousePos, std::move(source));
    by_keys_ = wants_first_ = by_keys;
}

void ContextMenu::open_at(const Ui& ui, ImVec2 at, Source source) {
    source_ = std::move(source);
    at_ = at;
    list_.clear();
    fresh_ = true;
    by_keys_ = wants_first_ = ui.focus.active() || ui.focus.wants_menu();
    former_ = ui.focus.current();
}

void ContextMenu::go_into(const Ui& ui, std::string list) {
    list_ = std::move(list);
    by_keys_ = by_keys_ || ui.focus.active();
    wants_first_ = by_keys_;
}

/// At the pointer, as far as the window has room there.
void ContextMenu::place(const Ui& ui, const MenuItems& items, const std::string& title) const {
    const ImGuiStyle& style = ImGui::GetStyle();
    float width = menu_row_width(ui, "‹ " + title, {}), height = title.empty() ? 0 : ui.px(28) + style.ItemSpacing.y;
    for (const MenuItem& item : items) {
        width =
            std::max(width, is_heading(item) ? heading_width(ui, item.label) : menu_row_width(ui, item.label, detail_of(item)));
        height += ui.px(is_separator(item) ? 9.0F : is_heading(item) ? 22.0F : 28.0F) + style.ItemSpacing.y;
    }
    width += ui.px(12);
    height += ui.px(12);
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float gap = ui.px(edge);
    const auto clamped = [&](float at, float size, float room) { return std::max(gap, std::min(at, room - size - gap)); };
    ImGui::SetNextWindowPos({clamped(at_.x, width, screen.x), clamped(at_.y, height, screen.y)}, ImGuiCond_Always);
    ImGui::SetNextWindowSizeConstraints({0, 0}, {screen.x, screen.y - 2 * gap});
}

/// Draws the lines; gives the one that was chosen.
const MenuItem* ContextMenu::rows(Ui& ui, const MenuItems& items) {
    const MenuItem* chosen = nullptr;
    for (const MenuItem& item : items) {
        if (is_separator(item)) {
            menu_separator(ui);
        } else if (is_heading(item)) {
            heading(ui, item.label);
        } else {
            if (!fresh_ && std::exchange(wants_first_, false)) ui.focus.await(ImGui::GetID(("##" + item.label).c_str()));
            if (menu_row(ui, item.label, detail_of(item), item.mark)) chosen = &item;
        }
    }
    return chosen;
}

Action ContextMenu::choose(const Ui& ui, const MenuItem& item) {
    if (!item.more.empty()) {
        go_into(ui, item.label);
        return Action::none;
    }
    const bool stays = item.mark == MenuMark::on || item.mark == MenuMark::off;
    const Action action = item.action;
    const std::function<void()> run = item.run;
    if (!stays) {
        ImGui::CloseCurrentPopup();
        close();
        if (by_keys_) ui.focus.await(former_);
    }
    if (run) run();
    return action;
}

Action ContextMenu::draw(Ui& ui) {
    if (!visible()) return Action::none;
    if (fresh_) ImGui::OpenPopup(popup);
    const MenuItems all = source_();
    const auto parent =
        std::ranges::find_if(all, [&](const MenuItem& item) { return !item.more.empty() && item.label == list_; });
    const bool inside = parent != all.end();
    const MenuItems& items = inside ? parent->more : all;
    const std::string title = inside ? parent->label : std::string();
    place(ui, items, title);
    if (!begin_menu(ui, popup)) {
        close();
        fresh_ = false;
        if (by_keys_) ui.focus.await(former_);
        return Action::none;
    }
    ImGui::PushID(title.c_str());
    bool back = inside && pressed_key(ui, GLFW_KEY_LEFT);
    if (inside) back = menu_row(ui, "‹ " + title) || back;
    const MenuItem* const chosen = rows(ui, items);
    ImGui::PopID();
    const ImVec2 min = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    ui.record("menu", min, {min.x + size.x, min.y + size.y});
    Action action = Action::none;
    if (back) {
        go_into(ui, {});
    } else if (chosen != nullptr) {
        action = choose(ui, *chosen);
    }
    fresh_ = false;
    ImGui::EndPopup();
    return action;
}

}  // namespace ravine
