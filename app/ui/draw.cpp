#include "app/ui/draw.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <numbers>

namespace ravine {

namespace {

/// ImGui smooths the edges of polygons whose corners go clockwise.
void filled_triangle(ImDrawList& list, ImVec2 a, ImVec2 b, ImVec2 c, ImU32 color) {
    const bool clockwise = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
    list.AddTriangleFilled(a, clockwise ? b : c, clockwise ? c : b, color);
}

void arrow_head(ImDrawList& list, ImVec2 tip, ImVec2 direction, float size, ImU32 color) {
    const ImVec2 back(tip.x - direction.x * size, tip.y - direction.y * size);
    const ImVec2 side(-direction.y * size * 0.75F, direction.x * size * 0.75F);
    filled_triangle(list, tip, {back.x + side.x, back.y + side.y}, {back.x - side.x, back.y - side.y}, color);
}

void turning_arrow(ImDrawList& list, ImVec2 at, float r, bool clockwise, ImU32 color) {
    constexpr float pi = std::numbers::pi_v<float>;
    const float from = clockwise ? -1.15F * pi : 0.15F * pi;
    const float to = clockwise ? 0.25F * pi : -1.25F * pi;
    list.PathArcTo(at, r, from, to, 20);
    list.PathStroke(color, 0, std::max(1.4F, r * 0.28F));
    const float sign = clockwise ? 1.0F : -1.0F;
    const ImVec2 end(at.x + r * std::cos(to), at.y + r * std::sin(to));
    const ImVec2 along(-std::sin(to) * sign, std::cos(to) * sign);
    arrow_head(list, {end.x + along.x * r * 0.55F, end.y + along.y * r * 0.55F}, along, r * 0.95F, color);
}

void triangle(ImDrawList& list, ImVec2 at, float size, float direction, ImU32 color) {
    const float h = size * 0.5F;
    const float back = at.x - direction * h * 0.8F;
    filled_triangle(list, {back, at.y - h}, {back, at.y + h}, {at.x + direction * h * 0.95F, at.y}, color);
}

void eye(ImDrawList& list, ImVec2 at, float r, ImU32 color) {
    const float thick = std::max(1.2F, r * 0.16F);
    list.PathLineTo({at.x - r, at.y});
    list.PathBezierQuadraticCurveTo({at.x, at.y - r * 1.25F}, {at.x + r, at.y});
    list.PathBezierQuadraticCurveTo({at.x, at.y + r * 1.25F}, {at.x - r, at.y});
    list.PathStroke(color, 0, thick);
    list.AddCircleFilled(at, r * 0.32F, color);
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 at, float size, ImU32 color) {
    const float r = size * 0.5F;
    const float thick = std::max(1.4F, size * 0.11F);
    const auto line = [&](float x0, float y0, float x1, float y1) {
        list.AddLine({at.x + x0 * r, at.y + y0 * r}, {at.x + x1 * r, at.y + y1 * r}, color, thick);
    };
    const auto bar = [&](float x0, float x1) {
        list.AddRectFilled({at.x + x0 * r, at.y - 0.8F * r}, {at.x + x1 * r, at.y + 0.8F * r}, color, thick * 0.4F);
    };
    switch (icon) {
        case Icon::play:
            triangle(list, at, size * 0.95F, 1, color);
            break;
        case Icon::pause:
            bar(-0.7F, -0.2F);
            bar(0.2F, 0.7F);
            break;
        case Icon::step_back:
            bar(0.45F, 0.72F);
            triangle(list, {at.x - 0.2F * r, at.y}, size * 0.8F, -1, color);
            break;
        case Icon::step_forward:
            bar(-0.72F, -0.45F);
            triangle(list, {at.x + 0.2F * r, at.y}, size * 0.8F, 1, color);
            break;
        case Icon::restart:
            bar(-0.85F, -0.58F);
            triangle(list, {at.x + 0.15F * r, at.y}, size * 0.85F, -1, color);
            break;
        case Icon::reset:
        case Icon::undo:
            turning_arrow(list, at, r * 0.62F, false, color);
            break;
        case Icon::redo:
            turning_arrow(list, at, r * 0.62F, true, color);
            break;
        case Icon::close:
            line(-0.5F, -0.5F, 0.5F, 0.5F);
            line(-0.5F, 0.5F, 0.5F, -0.5F);
            break;
        case Icon::eye:
            eye(list, at, r * 0.85F, color);
            break;
        case Icon::eye_off:
            eye(list, at, r * 0.85F, color);
            line(-0.7F, 0.75F, 0.7F, -0.75F);
            break;
        case Icon::plus:
            line(-0.6F, 0, 0.6F, 0);
            line(0, -0.6F, 0, 0.6F);
            break;
        case Icon::more:
            for (const float x : {-0.6F, 0.0F, 0.6F}) list.AddCircleFilled({at.x + x * r, at.y}, thick * 0.75F, color);
            break;
        case Icon::help:
            list.PathArcTo({at.x, at.y - 0.35F * r}, 0.36F * r, -std::numbers::pi_v<float>, 0.45F * std::numbers::pi_v<float>,
                           14);
            list.PathLineTo({at.x, at.y + 0.3F * r});
            list.PathStroke(color, 0, thick);
            list.AddCircleFilled({at.x, at.y + 0.72F * r}, thick * 0.7F, color);
            break;
        case Icon::folder:
            list.AddRectFilled({at.x - 0.8F * r, at.y - 0.6F * r}, {at.x - 0.05F * r, at.y}, color, thick * 0.5F);
            list.AddRectFilled({at.x - 0.8F * r, at.y - 0.38F * r}, {at.x + 0.8F * r, at.y + 0.6F * r}, color, thick * 0.5F);
            break;
        case Icon::picture:  // a frame with a hill in it
            list.AddRect({at.x - 0.8F * r, at.y - 0.6F * r}, {at.x + 0.8F * r, at.y + 0.6F * r}, color, thick * 0.5F, 0, thick);
            line(-0.5F, 0.3F, -0.1F, -0.15F);
            line(-0.1F, -0.15F, 0.15F, 0.1F);
            line(0.15F, 0.1F, 0.3F, -0.05F);
            line(0.3F, -0.05F, 0.5F, 0.3F);
            break;
        case Icon::loop:  // two arrows that chase each other round a track
            line(-0.75F, -0.35F, 0.6F, -0.35F);
            line(0.3F, -0.65F, 0.6F, -0.35F);
            line(0.3F, -0.05F, 0.6F, -0.35F);
            line(0.75F, 0.4F, -0.6F, 0.4F);
            line(-0.3F, 0.1F, -0.6F, 0.4F);
            line(-0.3F, 0.7F, -0.6F, 0.4F);
            break;
        case Icon::swap:
            line(-0.7F, 0, 0.7F, 0);
            line(0.35F, -0.35F, 0.7F, 0);
            line(0.35F, 0.35F, 0.7F, 0);
            line(-0.35F, -0.35F, -0.7F, 0);
            line(-0.35F, 0.35F, -0.7F, 0);
            break;
        case Icon::mirror:  // from one card to the next
            list.AddRect({at.x - 0.8F * r, at.y - 0.6F * r}, {at.x - 0.25F * r, at.y + 0.6F * r}, color, thick * 0.5F, 0, thick);
            line(-0.05F, 0, 0.75F, 0);
            line(0.4F, -0.35F, 0.75F, 0);
            line(0.4F, 0.35F, 0.75F, 0);
            break;
        case Icon::link:
            list.AddCircle({at.x - 0.38F * r, at.y}, 0.4F * r, color, 0, thick);
            list.AddCircle({at.x + 0.38F * r, at.y}, 0.4F * r, color, 0, thick);
            break;
        case Icon::down:
            line(-0.5F, -0.25F, 0, 0.3F);
            line(0, 0.3F, 0.5F, -0.25F);
            break;
    }
}

float text_width(const Ui& ui, TextRole role, std::string_view text) { return ui.fonts.width(text, role) * ui.unit; }

float draw_text(const Ui& ui, ImVec2 at, TextRole role, Color color, std::string_view text, Align align) {
    if (text.empty()) return 0;
    const float width = text_width(ui, role, text);
    const float shift = align == Align::left ? 0 : align == Align::center ? width / 2 : width;
    const float baseline = at.y + 0.5F * cap_height * text_size(role) * ui.unit;
    ImGui::GetWindowDrawList()->AddText(ui.fonts.font(role), ui.fonts.pixels(role),
                                        {std::round(at.x - shift), ui.fonts.top_of(role, baseline)}, packed(color), text.data(),
                                        text.data() + text.size());
    return width;
}

std::string fitted_text(const Ui& ui, TextRole role, std::string_view text, float width) {
    if (text_width(ui, role, text) <= width) return std::string(text);
    while (!text.empty()) {
        // A whole character goes at a time: what continues it, then its first byte.
        unsigned char gone = 0;
        do {
            gone = static_cast<unsigned char>(text.back());
            text.remove_suffix(1);
        } while (!text.empty() && (gone & 0xC0U) == 0x80U);
        std::string cut = std::string(text) + "…";
        if (text_width(ui, role, cut) <= width) return cut;
    }
    return {};
}

void paragraph(const Ui& ui, TextRole role, Color color, std::string_view text) {
    if (text.empty()) return;
    ImGui::PushFont(ui.fonts.font(role));
    ImGui::PushStyleColor(ImGuiCol_Text, packed(color));
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void tooltip(const Ui& ui, std::string_view text) {
    if (text.empty() || !ImGui::IsItemHovered()) return;
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(ui.px(280));
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    ImGui::PopTextWrapPos();
    const ImVec2 at = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    ui.record("tooltip", at, {at.x + size.x, at.y + size.y});
    ImGui::EndTooltip();
}

}  // namespace ravine
