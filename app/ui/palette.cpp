#include "app/ui/palette.h"

#define GLFW_INCLUDE_NONE
#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include "app/ui/draw.h"
#include "app/ui/widgets.h"

namespace ravine {

namespace {

constexpr float row_height = 30, width = 520, height = 330;  // units

/// ASCII alone: labels hold nothing else that has a case and would be typed.
std::string lowered(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : lowered(text) + " ") {
        if (c != ' ') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    return words;
}

/// 0 is best; -1: not every word is there.
int rank(std::string_view label, const std::vector<std::string>& words) {
    const std::string lower = lowered(label);
    bool begins = true, all_begin = true;
    for (const std::string& word : words) {
        if (lower.find(word) == std::string::npos) return -1;
        const bool at_a_word = lower.starts_with(word) || lower.find(" " + word) != std::string::npos;
        all_begin = all_begin && at_a_word;
    }
    if (!words.empty()) begins = lower.starts_with(words.front());
    return begins && all_begin ? 0 : all_begin ? 1 : 2;
}

}  // namespace

std::vector<std::size_t> found(std::span<const PaletteEntry> entries, std::string_view query) {
    const std::vector<std::string> words = words_of(query);
    std::vector<std::pair<int, std::size_t>> ranked;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const int r = rank(entries[i].label, words);
        if (r >= 0) ranked.emplace_back(words.empty() ? 0 : r, i);
    }
    std::ranges::sort(ranked);
    std::vector<std::size_t> places;
    for (const auto& [r, place] : ranked) places.push_back(place);
    return places;
}

void Palette::show(std::vector<PaletteEntry> entries) {
    entries_ = std::move(entries);
    query_.clear();
    marked_ = 0;
    visible_ = true;
}

void Palette::list(Ui& ui, const std::vector<std::size_t>& places) {
    ImGui::BeginChild("found", {0, ui.px(height)}, 0);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const PaletteEntry& entry = entries_[places[i]];
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ImVec2 size(ImGui::GetContentRegionAvail().x, ui.px(row_height));
        ImGui::PushID(static_cast<int>(places[i]));
        if (ImGui::InvisibleButton("##entry", size)) {
            chosen_ = places[i];
            decided_ = true;
        }
        ImGui::PopID();
        const bool moved = ImGui::GetIO().MouseDelta.x != 0 || ImGui::GetIO().MouseDelta.y != 0;
        if (ImGui::IsItemHovered() && moved) marked_ = i;
        const float middle = at.y + size.y / 2;
        if (i == marked_) {
            ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + size.x, at.y + size.y},
                                                      packed(mix(ui.theme.raised, ui.theme.text, 0.1F)), ui.px(4));
            if (!ImGui::IsItemVisible()) ImGui::SetScrollHereY();
        }
        const float detail = text_width(ui, TextRole::small, entry.detail) + ui.px(32);
        draw_text(ui, {at.x + ui.px(12), middle}, TextRole::body, ui.theme.text,
                  fitted_text(ui, TextRole::body, entry.label, size.x - detail - ui.px(12)));
        draw_text(ui, {at.x + size.x - ui.px(12), middle}, TextRole::small, ui.theme.secondary, entry.detail, Align::right);
        ui.record(fmt::format("palette{}", i), at, {at.x + size.x, at.y + size.y});
    }
    if (places.empty()) paragraph(ui, TextRole::body, ui.theme.secondary, "Nothing is called that. Try one word of it.");
    ImGui::EndChild();
}

void Palette::draw(Ui& ui) {
    if (!visible_) return;
    decided_ = false;
    if (!begin_dialog(ui, "palette", visible_)) return;
    std::array<char, 128> buffer{};
    query_.copy(buffer.data(), buffer.size() - 1);
    ImGui::SetNextItemWidth(ui.px(width));
    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    const bool entered = ImGui::InputTextWithHint("##query", "What would you like to do?", buffer.data(), buffer.size(),
                                                  ImGuiInputTextFlags_EnterReturnsTrue);
    ui.record("palette.query", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    if (query_ != buffer.data()) marked_ = 0;
    query_ = buffer.data();
    const std::vector<std::size_t> places = found(entries_, query_);
    for (const int key : ui.keys) {
        if (key == GLFW_KEY_DOWN && marked_ + 1 < places.size()) ++marked_;
        if (key == GLFW_KEY_UP && marked_ > 0) --marked_;
    }
    list(ui, places);
    if (entered && marked_ < places.size()) {
        chosen_ = places[marked_];
        decided_ = true;
    }
    if (decided_ || ui.escape) visible_ = false;
    end_dialog(visible_);
    if (decided_) entries_[chosen_].run();
}

}  // namespace ravine
