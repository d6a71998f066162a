#include "app/ui/gallery.h"

#define GLFW_INCLUDE_NONE
#include <algorithm>
#include <cmath>
#include <utility>

#include <GLFW/glfw3.h>

#include "app/session/objective_search.h"
#include "app/ui/draw.h"
#include "app/ui/gallery_card.h"
#include "app/ui/widgets.h"

namespace ravine {

namespace {

constexpr const char* popup = "gallery";
constexpr int most_columns = 8;
// In units: around the panel, within it at the sides and above, for the scrollbar.
constexpr float margin = 8, padding = 16, above = 12, bar = 12;
constexpr float row = 28, search_width = 264, header_gap = 10, footer_height = 84;
constexpr std::size_t longest_formula_shown = 400;  // bytes

/// Arrows move the focus, so the caret stays at the end. A field that takes the keyboard selects its text, and the next key would
/// replace what was typed before.
int keep_at_end(ImGuiInputTextCallbackData* data) {
    bool& taken = *static_cast<bool*>(data->UserData);
    if (taken) data->ClearSelection();
    if (!data->HasSelection()) data->CursorPos = data->BufTextLen;
    taken = false;
    return 0;
}

}  // namespace

void Gallery::begin(const Ui& ui) {
    asked_ = false;
    visible_ = true;
    entries_ = gallery_entries(ui.bench.session, ui.settings);
    text_.fill('\0');
    traits_ = 0;
    searched_ = true;
    ImGui::OpenPopup(popup);
}

/// As much as all cards need, as far as there is room. No sliver of the stage is left beside it that shows half a word.
ImVec2 Gallery::size(const Ui& ui, const Rect& area) {
    const ImVec2 room(area.width() - ui.px(2 * margin), area.height() - ui.px(2 * margin));
    const float frame = ui.px(2 * padding + bar);
    columns_ = std::clamp(static_cast<int>((room.x - frame) / ui.px(card_width)), 1, most_columns);
    const int rows = (static_cast<int>(entries_.size()) + columns_ - 1) / columns_;
    const ImVec2 wanted(frame + ui.px(card_width) * static_cast<float>(columns_),
                        ui.px(2 * above + row + header_gap + footer_height + static_cast<float>(rows) * card_height));
    const auto fitting = [](float wish, float most, float sliver) { return std::round(wish + sliver > most ? most : wish); };
    const ImVec2 size(fitting(wanted.x, room.x, ui.px(card_width)), fitting(wanted.y, room.y, ui.px(card_height)));
    pitch_ = (size.x - frame) / static_cast<float>(columns_);
    return size;
}

void Gallery::draw(Ui& ui, const Rect& area) {
    if (asked_) begin(ui);
    if (!visible_) return;
    ImGui::SetNextWindowPos({area.x0 + ui.px(margin), area.y0 + ui.px(margin)});
    ImGui::SetNextWindowSize(size(ui, area));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(padding), ui.px(above)});
    visible_ =
        ImGui::BeginPopup(popup, ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    if (!visible_) return;
    const ImVec2 at = ImGui::GetWindowPos();
    ui.record("gallery", at, {at.x + ImGui::GetWindowWidth(), at.y + ImGui::GetWindowHeight()});
    chosen_ = nullptr;
    header(ui);
    const Shown cards = shown();
    if (std::exchange(searched_, false)) refocus(ui.bench.session, cards);
    keys(ui, cards);
    grid(ui, cards);
    footer(ui, cards);
    if (chosen_ != nullptr) {
        if (chosen_->kind == GalleryEntry::Kind::typed) ui.drafts.keyboard = formula_field_id;
        if (!is_current(*chosen_, ui.bench.session)) {
            choose(*chosen_, ui.bench.session);
            ui.bench.playback.position = 0;
            ui.bench.playback.playing = true;
        }
    }
    if (chosen_ != nullptr || ui.escape) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

// --- what is looked for --------------------------------------------------------------------------------------------------

void Gallery::search_field(Ui& ui, float width) {
    // The keyboard is the search's wherever the pointer has been.
    bool taken = !ImGui::IsAnyItemActive();
    if (taken) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(width);
    if (ImGui::InputTextWithHint("##search", "Search: name, formula or trait", text_.data(), text_.size(),
                                 ImGuiInputTextFlags_CallbackAlways, keep_at_end, &taken))
        searched_ = true;
    ui.record("gallery.search", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
}

void Gallery::filters(Ui& ui) {
    for (const TraitName& trait : trait_names()) {
        const std::string id = "gallery.trait." + std::string(trait.name);
        const bool on = (traits_ & trait.flag) != 0;
        if (text_button(ui, id, trait.name, trait.meaning, 0, on ? Emphasis::primary : Emphasis::normal)) {
            traits_ ^= trait.flag;
            searched_ = true;
        }
        ImGui::SameLine(0, ui.px(6));
    }
}

void Gallery::header(Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    float tags = 0;
    for (const TraitName& trait : trait_names()) tags += ui.px(text_button_width(ui, trait.name) + 6);
    const bool one_line = ui.px(search_width + 16 + row + 12) + tags <= width;
    search_field(ui, one_line ? ui.px(search_width) : width - ui.px(row + 12));
    ImGui::SetCursorScreenPos({at.x + width - ui.px(row), at.y});
    if (icon_button(ui, "gallery.close", Icon::close, "Close (Esc)", row)) ImGui::CloseCurrentPopup();
    ImGui::SetCursorScreenPos(one_line ? ImVec2(at.x + ui.px(search_width + 16), at.y) : ImVec2(at.x, at.y + ui.px(row + 6)));
    filters(ui);
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(one_line ? row + header_gap : 2 * row + 6 + header_gap)});
}

Gallery::Shown Gallery::shown() const {
    const ObjectiveQuery query{text_.data(), traits_};
    Shown result;
    for (const GalleryEntry& entry : entries_)
        if (matches(*entry.info, query)) result.push_back(&entry);
    return result;
}

/// The focus begins at what the session shows, or at the first card.
void Gallery::refocus(const Session& session, const Shown& shown) {
    const auto current = std::find_if(shown.begin(), shown.end(), [&](const auto* e) { return is_current(*e, session); });
    const bool whole = shown.size() == entries_.size();
    focus_ = whole && current != shown.end() ? static_cast<int>(current - shown.begin()) : 0;
    revealing_ = true;
}

// --- the cards -----------------------------------------------------------------------------------------------------------

void Gallery::keys(const Ui& ui, const Shown& shown) {
    const int last = static_cast<int>(shown.size()) - 1;
    if (last < 0) return;
    for (const int key : ui.keys) {
        if (key == GLFW_KEY_ENTER || key == GLFW_KEY_KP_ENTER) chosen_ = shown[static_cast<std::size_t>(focus_)];
        const int to = moved(key, last);
        if (to < 0 || to > last || to == focus_) continue;
        focus_ = to;
        revealing_ = true;
    }
}

/// Where a key moves the focus; beyond the cards where there is none.
int Gallery::moved(int key, int last) const {
    switch (key) {
        case GLFW_KEY_LEFT:
            return focus_ - 1;
        case GLFW_KEY_RIGHT:
            return focus_ + 1;
        case GLFW_KEY_UP:
            return focus_ - columns_;
        case GLFW_KEY_DOWN:
            // From the row above a last one that is not full, down leads to its end.
            return focus_ / columns_ < last / columns_ ? std::min(focus_ + columns_, last) : focus_;
        case GLFW_KEY_HOME:
            return 0;
        case GLFW_KEY_END:
            return last;
        default:
            return focus_;
    }
}

/// Scrolls as far as the focused card needs.
void Gallery::reveal(const Ui& ui) {
    const int line = focus_ / columns_;
    const float top = static_cast<float>(line) * ui.px(card_height);
    const float bottom = top + ui.px(card_height);
    const float scroll = ImGui::GetScrollY();
    if (top < scroll) ImGui::SetScrollY(top);
    if (bottom > scroll + ImGui::GetWindowHeight()) ImGui::SetScrollY(bottom - ImGui::GetWindowHeight());
}

void Gallery::grid(Ui& ui, const Shown& shown) {
    const float height = ImGui::GetContentRegionAvail().y - ui.px(footer_height);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::BeginChild("cards", {ImGui::GetContentRegionAvail().x, height});
    ImGui::PopStyleVar();
    if (std::exchange(revealing_, false)) reveal(ui);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const ImVec2 at = ImGui::GetWindowPos();
    const Rect view{at.x, at.y, at.x + ImGui::GetWindowWidth(), at.y + ImGui::GetWindowHeight()};
    Figure pictures{view.width(), view.height(), ui.unit, {{view, {}}}, {}};
    std::vector<std::pair<int, ImVec2>> places;
    for (int i = 0; i < static_cast<int>(shown.size()); ++i) {
        const int line = i / columns_, column = i % columns_;
        const ImVec2 corner(std::round(origin.x + static_cast<float>(column) * pitch_),
                            std::round(origin.y + static_cast<float>(line) * ui.px(card_height)));
        ImGui::SetCursorScreenPos(corner);
        card(ui, *shown[static_cast<std::size_t>(i)], i, corner);
        if (corner.y < view.y1 && corner.y + ui.px(card_height) > view.y0) places.emplace_back(i, corner);
    }
    const Session& session = ui.bench.session;
    const auto look = [&](int i) { return CardLook{is_current(*shown[static_cast<std::size_t>(i)], session), i == focus_}; };
    const auto style = thumbnails_.style({session.view, ui.px(0.7F)});
    for (const auto& [i, corner] : places) {
        draw_card_ground(ui, corner, look(i));
        const Rect place = picture_of(ui, corner);
        const Thumbnails::Request request{shown[static_cast<std::size_t>(i)]->objective(), static_cast<int>(place.width()),
                                          static_cast<int>(place.height()), session.view.levels};
        if (auto levels = thumbnails_.levels(request))
            pictures.groups[0].primitives.emplace_back(Field{place, std::move(levels), style});
    }
    ui.painter.paint(pictures, ui.fonts, *ImGui::GetWindowDrawList(), {0, 0});
    for (const auto& [i, corner] : places) draw_card_text(ui, corner, *shown[static_cast<std::size_t>(i)], look(i));
    if (shown.empty()) {
        ImGui::Dummy({1, ui.px(24)});
        paragraph(ui, TextRole::body, ui.theme.secondary, nothing_found({text_.data(), traits_}));
    }
    ImGui::EndChild();
}

/// The card's behaviour; it is painted later, together with the others.
void Gallery::card(Ui& ui, const GalleryEntry& entry, int index, ImVec2 at) {
    const ImVec2 size(ui.px(card_width), ui.px(card_height));
    if (ImGui::InvisibleButton(entry.control.c_str(), size)) chosen_ = &entry;
    if (!ImGui::IsItemVisible()) return;
    const ImVec2 moved = ImGui::GetIO().MouseDelta;
    // A pointer that lies still does not take the focus from the keys.
    if (ImGui::IsItemHovered() && (moved.x != 0 || moved.y != 0)) focus_ = index;
    ui.record(entry.control, at, {at.x + size.x, at.y + size.y});
}

/// What there is to know of the focused card.
void Gallery::footer(const Ui& ui, const Shown& shown) const {
    if (shown.empty()) return;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float name_width = ui.px(184);
    const GalleryEntry& entry = *shown[static_cast<std::size_t>(focus_)];
    ImGui::GetWindowDrawList()->AddLine({at.x, at.y + ui.px(4)}, {at.x + width, at.y + ui.px(4)}, packed(ui.theme.hairline),
                                        ui.px(1));
    draw_text(ui, {at.x, at.y + ui.px(22)}, TextRole::heading, ui.theme.text,
              fitted_text(ui, TextRole::heading, entry.info->name, name_width - ui.px(8)));
    ImGui::SetCursorScreenPos({at.x + name_width, at.y + ui.px(13)});
    ImGui::BeginGroup();
    std::string formula = "f(x, y) = " + std::string(entry.info->formula);
    if (formula.size() > longest_formula_shown)
        formula = fitted_text(ui, TextRole::formula, formula, 1.8F * (width - name_width));
    paragraph(ui, TextRole::formula, ui.theme.text, formula);
    paragraph(ui, TextRole::small, ui.theme.secondary, entry.info->notice);
    ImGui::EndGroup();
}

}  // namespace ravine
