// What the colours of a map mean, beside it or below it.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/figure/map_colors.h"
#include "app/figure/sheet.h"

namespace ravine {

/// What a key is drawn from. `ramp` makes the grid of a colour bar: rising along its longer side, as many samples as given.
struct MapKey {
    const MapColors& colors;
    std::shared_ptr<const FieldStyle> style;
    std::function<std::shared_ptr<const LevelGrid>(int columns, int rows)> ramp;
};

/// One below the other, with an upright bar that takes what is left of the column.
void draw_key_beside(const Sheet& sheet, const MapKey& key, const Rect& column);

/// Side by side in lines, with a bar as wide as `row`. Lines that do not fit into it are left out.
void draw_key_below(const Sheet& sheet, const MapKey& key, const Rect& row);
/// The height that draw_key_below needs for everything that a map with this measure may show, whatever it shows now.
float key_height(const Sheet& sheet, const MapView& view, const MapColors& colors, float width);

/// A line of text in the middle of `row`, shortened to its width.
void draw_line(const Sheet& sheet, Group& group, const Rect& row, const std::string& text, TextRole role, Color color);

}  // namespace ravine
