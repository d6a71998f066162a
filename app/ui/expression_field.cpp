#include "app/ui/expression_field.h"

#include <algorithm>

#include <imgui_internal.h>

#include "app/ui/draw.h"
#include "app/ui/ui.h"

namespace ravine {

namespace {

constexpr float statement_lines = 5;

Drafts::Draft& draft_of(Drafts& drafts, std::string_view id, const std::string& current) {
    const auto [at, fresh] = drafts.fields.try_emplace(std::string(id));
    Drafts::Draft& draft = at->second;
    if (fresh || draft.accepted != current) {
        draft.accepted = current;
        draft.text.fill('\0');
        current.copy(draft.text.data(), draft.text.size() - 1);
        draft.error.reset();
    }
    return draft;
}

/// The line that an error is about, up to the place, for measuring where its mark stands.
std::string before(std::string_view text, Place place) {
    for (int line = 1; line < place.line && text.find('\n') != std::string_view::npos; ++line)
        text.remove_prefix(text.find('\n') + 1);
    text = text.substr(0, text.find('\n'));
    std::size_t end = 0;
    for (int column = 1; column < place.column && end < text.size(); ++column) do
            ++end;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U);
    return std::string(text.substr(0, end));
}

/// Versions of ImGui differ in where they keep it.
template <class State>
float scroll_of(const State& state) {
    if constexpr (requires { state.Scroll.x; }) {
        return state.Scroll.x;
    } else {
        return state.ScrollX;
    }
}

/// How far the text of the last item is scrolled, in pixels: a long one follows its cursor.
float scrolled() {
    if (!ImGui::IsItemActive()) return 0;
    const ImGuiInputTextState* const state = ImGui::GetInputTextState(ImGui::GetItemID());
    if (state == nullptr) return 0;
    return scroll_of(*state);
}

}  // namespace

ExpressionField::ExpressionField(Ui& ui, std::string_view id, const std::string& current, float width)
    : ui_(ui), id_(id), width_(width), draft_(draft_of(ui.drafts, id, current)) {}

bool ExpressionField::draw(Kind kind) {
    const float width = width_;
    const std::string label = "##" + id_;
    ImGui::PushFont(ui_.fonts.font(TextRole::number));
    if (ui_.drafts.keyboard == id_) {
        ImGui::SetKeyboardFocusHere();
        ui_.drafts.keyboard.clear();
    }
    bool edited = false;
    if (kind == Kind::line) {
        ImGui::SetNextItemWidth(width);
        edited = ImGui::InputText(label.c_str(), draft_.text.data(), draft_.text.size());
    } else {
        const auto breaks = std::count(draft_.text.data(), draft_.text.data() + text().size(), '\n');
        const float lines = std::clamp(static_cast<float>(breaks) + 1.0F, 2.0F, statement_lines);
        const float height = lines * ImGui::GetTextLineHeight() + 2 * ImGui::GetStyle().FramePadding.y;
        edited = ImGui::InputTextMultiline(label.c_str(), draft_.text.data(), draft_.text.size(), {width, height});
    }
    ui_.record(id_, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    if (draft_.error && kind == Kind::line) point_at_error();
    ImGui::PopFont();
    return edited;
}

/// A caret below the column that the error is about, with room of its own between the field and the sentence.
void ExpressionField::point_at_error() const {
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    const float padding = ImGui::GetStyle().FramePadding.x;
    const float column = ImGui::CalcTextSize("0").x;
    const float text = ImGui::CalcTextSize(before(this->text(), draft_.error->place).c_str()).x - scrolled();
    const float x = std::clamp(min.x + padding + text + column / 2, min.x + padding, max.x - padding);
    const float y = max.y + ui_.px(1);
    const float half = ui_.px(4.5F);
    ImGui::GetWindowDrawList()->AddTriangleFilled({x, y}, {x + half, y + ui_.px(7)}, {x - half, y + ui_.px(7)},
                                                  packed(ui_.theme.danger));
    ImGui::Dummy({1, ui_.px(4)});
}

void ExpressionField::show_error() const {
    if (draft_.error) paragraph(ui_, TextRole::small, ui_.theme.danger, draft_.error->what());
}

}  // namespace ravine
