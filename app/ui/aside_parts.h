// What the panels right of the stage are made of, beside the common controls.
#pragma once

#include <span>
#include <string_view>

#include "app/ui/widgets.h"

namespace ravine {

struct ListRow {
    std::string_view id, label, help;
};

/// A label and a list of choices across the panel. True where `chosen` changed.
bool list_row(const Ui& ui, const ListRow& row, std::span<const std::string_view> labels, int& chosen);

/// One line of text in the panel's flow, shortened to its width; gives its height in pixels.
void text_row(const Ui& ui, TextRole role, Color color, std::string_view text);

/// Whether Esc was pressed for what is beside the stage: it first closes what is open above.
bool escaped(const Ui& ui);

/// How far some work has come: a bar, and a button that stops it. True where it was pressed.
bool progress_row(const Ui& ui, std::string_view id, std::string_view text, double fraction);

}  // namespace ravine
