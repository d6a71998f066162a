#include "app/ui/focus.h"

#include <algorithm>
#include <utility>

namespace ravine {

void Focus::begin_frame(const Keys& keys) {
    keys_ = keys;
    former_ = std::exchange(announced_, {});
    moved_ = false;
    list_ = false;
    if (keys.leave) current_ = 0;
    if (keys.leave || keys.tabs != 0) awaited_ = 0;
    const auto at = std::ranges::find(former_, current_);
    // A control that is not drawn any more cannot keep the keyboard.
    if (current_ != 0 && at == former_.end()) current_ = 0;
    if (keys.tabs == 0 || former_.empty()) return;
    const auto count = static_cast<std::ptrdiff_t>(former_.size());
    const std::ptrdiff_t from = current_ != 0 ? at - former_.begin() : keys.tabs > 0 ? -1 : count;
    const std::ptrdiff_t to = ((from + keys.tabs) % count + count) % count;
    current_ = former_[static_cast<std::size_t>(to)];
    moved_ = true;
}

bool Focus::announce(ImGuiID id, Takes takes, Color ring, float unit) {
    const bool below_dialog = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel) &&
                              !ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows);
    if (below_dialog) return false;
    announced_.push_back(id);
    if (id == awaited_) {
        current_ = std::exchange(awaited_, 0);
        moved_ = true;
    }
    if (id != current_) return false;
    takes_ = takes;
    if (moved_ && !ImGui::IsItemVisible()) ImGui::SetScrollHereY();
    const ImVec2 min = min_ = ImGui::GetItemRectMin();
    const ImVec2 max = max_ = ImGui::GetItemRectMax();
    const float out = 2 * unit;
    ImGui::GetWindowDrawList()->AddRect({min.x - out, min.y - out}, {max.x + out, max.y + out},
                                        ImGui::ColorConvertFloat4ToU32({ring.r, ring.g, ring.b, ring.a}), 7 * unit, 0,
                                        1.5F * unit);
    return true;
}

}  // namespace ravine
