#include "app/figure/text_column.h"

#include <algorithm>
#include <utility>

namespace ravine {

void TextColumn::text(const Place& at, std::string words, TextRole role, Color color, Align align) {
    if (words.empty()) return;
    const float baseline = sheet.baseline(role, y, y + at.row);
    group.primitives.emplace_back(Text{{at.x, baseline}, std::move(words), role, color, align});
}

void TextColumn::rule() {
    const float top = sheet.snapped(y);
    group.primitives.emplace_back(FillRect{{0, top, width, top + sheet.hairline()}, sheet.theme.hairline, 0});
    y += sheet.hairline();
}

void TextColumn::both(const std::string& left, const std::string& right, TextRole role, Color color) {
    const bool fits = sheet.width(left, role) + sheet.width(right, role) + sheet.units(12) <= width;
    text({0, sheet.units(number_row)}, shortened(sheet, left, role, width), role, color);
    if (!fits) y += sheet.units(number_row);
    text({width, sheet.units(number_row)}, right, role, sheet.theme.secondary, Align::right);
    y += sheet.units(number_row);
}

void TextColumn::row(const std::string& words, const std::string& number, std::optional<Color> color) {
    const float room = width - sheet.width(number, TextRole::number) - sheet.units(12);
    if (sheet.width(words, TextRole::small) <= room)
        text({0, sheet.units(small_row)}, words, TextRole::small, sheet.theme.secondary);
    else
        paragraph(words, sheet.theme.secondary);
    text({width, sheet.units(small_row)}, number, TextRole::number, color.value_or(sheet.theme.text), Align::right);
    y += sheet.units(small_row);
}

void TextColumn::paragraph(const std::string& words, Color color) {
    std::string line;
    const auto put = [&] {
        text({0, sheet.units(small_row)}, line, TextRole::small, color);
        y += sheet.units(small_row);
    };
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        const std::string word = words.substr(at, end - at);
        std::string longer = line;
        longer.append(line.empty() ? "" : " ").append(word);
        if (!line.empty() && sheet.width(longer, TextRole::small) > width) {
            put();
            line = word;
        } else {
            line = longer;
        }
        at = end + 1;
    }
    if (!line.empty()) put();
}

}  // namespace ravine
