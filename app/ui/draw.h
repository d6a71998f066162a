// Drawing that panels share: text by role, icons, and the frames of buttons.
#pragma once

#include "app/ui/ui.h"

namespace ravine {

enum class Icon {
    play,
    pause,
    step_back,
    step_forward,
    restart,
    undo,
    redo,
    close,
    eye,
    eye_off,
    plus,
    reset,
    more,
    help,
    folder,
    picture,
    down,
    loop,
    swap,
    mirror,
    link
};

/// Draws an icon centred at `at` in a square of `size` pixels.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 at, float size, ImU32 color);

/// One line of text whose capitals are centred on `y`; gives its width in pixels.
float draw_text(const Ui& ui, ImVec2 at, TextRole role, Color color, std::string_view text, Align align = Align::left);

float text_width(const Ui& ui, TextRole role, std::string_view text);

/// As much of `text` as fits into `width` pixels, with an ellipsis where it was cut.
std::string fitted_text(const Ui& ui, TextRole role, std::string_view text, float width);

/// Wrapped text at the cursor, in the window's flow.
void paragraph(const Ui& ui, TextRole role, Color color, std::string_view text);

/// Shows `text` beside the pointer while the last item is hovered.
void tooltip(const Ui& ui, std::string_view text);

}  // namespace ravine
