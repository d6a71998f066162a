#include "app/ui/file_dialog.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "app/export/picture.h"
#include "app/ui/widgets.h"

namespace ravine {

namespace {

constexpr std::string_view ending = ".ravine.json";
constexpr std::size_t most_rows = 2000;

/// Whether Enter went down in this frame. One that is held since it opened the dialog repeats, and accepts nothing.
bool enter_went_down() {
#if IMGUI_VERSION_NUM >= 18700
    return ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
#else
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false) ||
           ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_KeyPadEnter), false);
#endif
}

bool is_listed(const std::string& name, FileDialog::Purpose purpose) {
    return name.ends_with(ending) || (purpose == FileDialog::Purpose::open && picture_format(name));
}

}  // namespace

void FileDialog::show(Purpose purpose, const std::filesystem::path& folder, std::string name) {
    purpose_ = purpose;
    name_ = std::move(name);
    visible_ = true;
    enter(folder);
}

void FileDialog::enter(const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::path full = std::filesystem::weakly_canonical(folder, failed);
    if (failed || !std::filesystem::is_directory(full, failed)) full = std::filesystem::current_path();
    folder_ = full;
    replace_asked_ = false;
    rows_.clear();
    for (auto at = std::filesystem::directory_iterator(full, std::filesystem::directory_options::skip_permission_denied, failed);
         !failed && at != std::filesystem::directory_iterator() && rows_.size() < most_rows; at.increment(failed)) {
        std::string name = at->path().filename().string();
        std::error_code unknown;
        const bool is_folder = at->is_directory(unknown);
        if (name.front() == '.' || (!is_folder && !is_listed(name, purpose_))) continue;
        rows_.push_back({std::move(name), is_folder});
    }
    std::sort(rows_.begin(), rows_.end(),
              [](const Row& a, const Row& b) { return a.folder != b.folder ? a.folder : a.name < b.name; });
}

void FileDialog::list(Ui& ui) {
    ImGui::PushStyleColor(ImGuiCol_ChildBg, packed(ui.theme.panel));
    ImGui::BeginChild("files", {0, ui.px(260)}, 0);
    std::filesystem::path next;
    if (folder_.has_parent_path() && folder_ != folder_.root_path() && ImGui::Selectable("  ..")) next = folder_.parent_path();
    for (const Row& row : rows_) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const bool chosen = !row.folder && row.name == name_;
        if (ImGui::Selectable(fmt::format("##{}", row.name).c_str(), chosen, ImGuiSelectableFlags_DontClosePopups,
                              {0, ui.px(26)})) {
            if (row.folder) {
                next = folder_ / row.name;
            } else {
                name_ = row.name;
                replace_asked_ = false;
            }
        }
        const float middle = at.y + ui.px(13);
        if (row.folder || picture_format(row.name))
            draw_icon(*ImGui::GetWindowDrawList(), row.folder ? Icon::folder : Icon::picture, {at.x + ui.px(16), middle},
                      ui.px(14), packed(ui.theme.secondary));
        draw_text(ui, {at.x + ui.px(32), middle}, TextRole::body, ui.theme.text, row.name);
        ui.record("file." + row.name, at, {at.x + ui.px(200), at.y + ui.px(26)});
    }
    if (rows_.empty())
        paragraph(ui, TextRole::body, ui.theme.secondary,
                  purpose_ == Purpose::open ? "  No folders, sessions or pictures here."
                                            : "  No folders and no .ravine.json files here.");
    ImGui::EndChild();
    ImGui::PopStyleColor();
    if (!next.empty()) enter(next);
}

std::optional<std::filesystem::path> FileDialog::decided(Ui& ui) {
    if (name_.empty()) return std::nullopt;
    std::filesystem::path file = std::filesystem::path(name_).is_absolute() ? std::filesystem::path(name_) : folder_ / name_;
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) {
        enter(file);
        name_.clear();
        return std::nullopt;
    }
    if (purpose_ == Purpose::save) {
        if (!file.string().ends_with(".json")) file += ending;
        if (std::filesystem::exists(file, ignored) && !replace_asked_) {
            replace_asked_ = true;
            return std::nullopt;
        }
    }
    visible_ = false;
    ui.settings.session_folder = file.parent_path();
    return file;
}

std::optional<std::filesystem::path> FileDialog::draw(Ui& ui) {
    if (!visible_) return std::nullopt;
    if (!begin_dialog(ui, "session file", visible_)) return std::nullopt;
    ImGui::Dummy({ui.px(480), 0});
    std::optional<std::filesystem::path> file;
    paragraph(ui, TextRole::heading, ui.theme.text,
              purpose_ == Purpose::open ? "Open a session or a picture" : "Save the session");
    paragraph(ui, TextRole::small, ui.theme.secondary, folder_.string());
    ImGui::Dummy({1, ui.px(4)});
    list(ui);
    ImGui::Dummy({1, ui.px(4)});
    std::array<char, 1024> buffer{};
    name_.copy(buffer.data(), buffer.size() - 1);
    ImGui::SetNextItemWidth(-1);
    if (ImGui::IsWindowAppearing() || std::exchange(lost_keyboard_, false)) ImGui::SetKeyboardFocusHere();
    const bool ended = ImGui::InputText("##name", buffer.data(), buffer.size(), ImGuiInputTextFlags_EnterReturnsTrue);
    const bool entered = ended && enter_went_down();
    lost_keyboard_ = ended && !entered;
    ui.record("file.name", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    if (name_ != buffer.data()) replace_asked_ = false;
    name_ = buffer.data();
    if (replace_asked_) paragraph(ui, TextRole::small, ui.theme.danger, "This file exists. Save again to replace it.");
    ImGui::Dummy({1, ui.px(4)});
    if (text_button(ui, "file.cancel", "Cancel", "Esc") || ui.escape) visible_ = false;
    ImGui::SameLine();
    const char* const verb = purpose_ == Purpose::open ? "Open" : replace_asked_ ? "Replace" : "Save";
    if (text_button(ui, "file.accept", verb, {}, 0, Emphasis::primary) || entered) file = decided(ui);
    end_dialog(visible_);
    return file;
}

}  // namespace ravine
