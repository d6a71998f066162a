// What a card of the gallery looks like.
#pragma once

#include "app/ui/gallery_entry.h"
#include "app/ui/ui.h"

namespace ravine {

/// Of a card and of its picture, in units.
inline constexpr float card_width = 150, card_height = 162, card_inset = 6, picture_width = 138, picture_height = 92;

struct CardLook {
    bool current = false, focused = false;
};

/// What lies below the picture.
void draw_card_ground(const Ui& ui, ImVec2 at, CardLook look);
/// The picture's place for a card at `at`, on whole pixels.
Rect picture_of(const Ui& ui, ImVec2 at);
/// The picture's frame, the name and the tags.
void draw_card_text(const Ui& ui, ImVec2 at, const GalleryEntry& entry, CardLook look);

}  // namespace ravine
