#include "app/ui/gallery_card.h"

#include <array>
#include <cmath>

#include "app/session/objective_search.h"
#include "app/ui/draw.h"

namespace ravine {

namespace {

constexpr float tag_height = 17, tag_padding = 5, tag_gap = 4, line_pitch = 20;

/// Tags side by side, as many lines as they need.
void draw_tags(const Ui& ui, ImVec2 at, float width, const std::vector<std::string_view>& tags) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImVec2 corner = at;
    for (const std::string_view tag : tags) {
        const float tag_width = text_width(ui, TextRole::small, tag) + ui.px(2 * tag_padding);
        if (corner.x > at.x && corner.x + tag_width > at.x + width) corner = {at.x, corner.y + ui.px(line_pitch)};
        list.AddRectFilled(corner, {corner.x + tag_width, corner.y + ui.px(tag_height)},
                           packed(mix(ui.theme.raised, ui.theme.text, 0.14F)), ui.px(4));
        draw_text(ui, {corner.x + ui.px(tag_padding), corner.y + ui.px(tag_height / 2)}, TextRole::small,
                  mix(ui.theme.secondary, ui.theme.text, 0.5F), tag);
        corner.x += tag_width + ui.px(tag_gap);
    }
}

/// A disc with a tick: this is what the session shows.
void draw_tick(const Ui& ui, ImVec2 middle) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddCircleFilled(middle, ui.px(10), packed(ui.theme.panel));
    list.AddCircleFilled(middle, ui.px(8.5F), packed(ui.theme.accent));
    const std::array<ImVec2, 3> tick = {ImVec2(middle.x - ui.px(4), middle.y), ImVec2(middle.x - ui.px(1), middle.y + ui.px(3)),
                                        ImVec2(middle.x + ui.px(4), middle.y - ui.px(3))};
    list.AddPolyline(tick.data(), static_cast<int>(tick.size()), packed(ui.theme.on_accent), 0, ui.px(1.8F));
}

std::vector<std::string_view> tags_of(const GalleryEntry& entry) {
    if (entry.kind == GalleryEntry::Kind::remembered) return {"typed before"};
    if (entry.kind == GalleryEntry::Kind::typed) return {"your own"};
    return traits_of(*entry.info);
}

}  // namespace

Rect picture_of(const Ui& ui, ImVec2 at) {
    const float x = std::round(at.x + ui.px(card_inset));
    const float y = std::round(at.y + ui.px(card_inset));
    return {x, y, x + std::round(ui.px(picture_width)), y + std::round(ui.px(picture_height))};
}

void draw_card_ground(const Ui& ui, ImVec2 at, CardLook look) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 far(at.x + ui.px(card_width), at.y + ui.px(card_height));
    if (look.focused) {
        list.AddRectFilled(at, far, packed(mix(ui.theme.raised, ui.theme.text, 0.05F)), ui.px(8));
        const float inset = ui.px(1);
        list.AddRect({at.x + inset, at.y + inset}, {far.x - inset, far.y - inset}, packed(ui.theme.accent), ui.px(7), 0,
                     ui.px(2));
    }
    // Stands in for a picture on its way.
    const Rect picture = picture_of(ui, at);
    list.AddRectFilled({picture.x0, picture.y0}, {picture.x1, picture.y1}, packed(mix(ui.theme.raised, ui.theme.text, 0.03F)));
}

void draw_card_text(const Ui& ui, ImVec2 at, const GalleryEntry& entry, CardLook look) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Rect picture = picture_of(ui, at);
    list.AddRect({picture.x0, picture.y0}, {picture.x1, picture.y1}, packed(look.current ? ui.theme.accent : ui.theme.hairline),
                 0, 0, ui.px(look.current ? 2.0F : 1.0F));
    if (look.current) draw_tick(ui, {picture.x1 - ui.px(13), picture.y0 + ui.px(13)});
    const bool typed_text = entry.kind == GalleryEntry::Kind::remembered;
    const TextRole role = typed_text ? TextRole::number : TextRole::small;
    const float room = ui.px(card_width - card_inset - 2);
    draw_text(ui, {picture.x0, picture.y1 + ui.px(13)}, role, ui.theme.text, fitted_text(ui, role, entry.name, room));
    draw_tags(ui, {picture.x0, picture.y1 + ui.px(24)}, room, tags_of(entry));
}

}  // namespace ravine
