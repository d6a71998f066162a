// What a map's cells look like: a measure of runs → colours, and a key that explains them.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "app/figure/map_figure.h"
#include "app/figure/theme.h"

namespace ravine {

/// Cells as places in a list of 256 colours; −1 where there is nothing to show (it did not arrive, it left the domain of f).
struct MapColors {
    std::vector<std::int16_t> index;  ///< one per cell of the map
    std::array<Color, 256> colors;

    /// One line of the key: a colour and its meaning, or the labels of a bar where `is_bar`.
    struct Entry {
        Color color;
        std::string text;
        std::string brief;  ///< the same in a word or two
    };
    std::vector<Entry> entries;
    struct BarLabel {
        float place;  ///< 0 at the bottom, 1 at the top
        std::string text;
    };
    std::vector<BarLabel> bar;  ///< empty: no bar
    std::string name;           ///< of what is measured
    std::string nothing;        ///< what cells without a colour mean
};

MapColors map_colors(const MapView& view, const Theme& theme);

/// Every entry that a key of such a map may come to have, in brief.
std::vector<std::string> possible_briefs(const MapView& view);

/// "still moving", "global minimum"
std::string_view brief_of(Outcome outcome);

}  // namespace ravine
