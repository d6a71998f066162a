// A column of text that is put together from the top down.
#pragma once

#include <optional>
#include <string>

#include "app/figure/sheet.h"

namespace ravine {

struct TextColumn {
    static constexpr float number_row = 17, small_row = 17;  ///< heights of rows, in units

    const Sheet& sheet;
    Group& group;
    float width = 0;  ///< logical pixels, like y
    float y = 0;      ///< where the next row begins

    struct Place {
        float x, row;  ///< the left end, the height of the row that begins here
    };
    /// Stays in its row.
    void text(const Place& at, std::string words, TextRole role, Color color, Align align = Align::left);

    /// A hairline across.
    void rule();
    /// Two texts on one row, in two rows where they are too wide.
    void both(const std::string& left, const std::string& right, TextRole role, Color color);
    /// A word and its number, which stands below where both are too wide.
    void row(const std::string& words, const std::string& number, std::optional<Color> color = {});
    /// Small text, broken between words.
    void paragraph(const std::string& words, Color color);
};

}  // namespace ravine
