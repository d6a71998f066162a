#include "app/figure/theme.h"

namespace ravine {
namespace {

constexpr Theme dark{.window = rgb(0x12151C),
                     .panel = rgb(0x1A1F29),
                     .raised = rgb(0x232A37),
                     .hairline = rgb(0x2A3140),
                     .text = rgb(0xE6EAF2),
                     .secondary = rgb(0x9AA5B8),
                     .disabled = rgb(0x5C677A),
                     .accent = rgb(0x4CC2B0),
                     .on_accent = rgb(0x0B1614),
                     .danger = rgb(0xF2777A),
                     .halo = rgb(0x0A0D13, 0.8F),
                     .isoline = rgb(0x060A12, 0.4F),
                     .undefined = rgb(0x2B2630),
                     .minimum = rgb(0xFFFFFF)};

constexpr Theme light{.window = rgb(0xFFFFFF),
                      .panel = rgb(0xF4F6F9),
                      .raised = rgb(0xE8ECF2),
                      .hairline = rgb(0xD3DAE4),
                      .text = rgb(0x1B2230),
                      .secondary = rgb(0x566275),
                      .disabled = rgb(0x9CA7B8),
                      .accent = rgb(0x0F7C6D),
                      .on_accent = rgb(0xFFFFFF),
                      .danger = rgb(0xB3261E),
                      .halo = rgb(0x1A2230, 0.72F),
                      .isoline = rgb(0x22344C, 0.34F),
                      .undefined = rgb(0xE6E1E6),
                      .minimum = rgb(0xFFFFFF)};

constexpr Theme contrast{.window = rgb(0x000000),
                         .panel = rgb(0x0B0D11),
                         .raised = rgb(0x1B2029),
                         .hairline = rgb(0x5A667A),
                         .text = rgb(0xFFFFFF),
                         .secondary = rgb(0xD2DAE6),
                         .disabled = rgb(0x8591A5),
                         .accent = rgb(0x5FE8D2),
                         .on_accent = rgb(0x000000),
                         .danger = rgb(0xFF8F8F),
                         .halo = rgb(0x000000, 0.92F),
                         .isoline = rgb(0x000000, 0.6F),
                         .undefined = rgb(0x33272F),
                         .minimum = rgb(0xFFFFFF)};

// Okabe and Ito's colours (the blue lightened so that it reads on the dark field), then four more that stay apart from them. The
// last is chalk, the solid white line of many a tutorial's figure: no optimizer gets it unasked.
constexpr std::array<Pen, 13> pens{{
    {rgb(0xE69F00), 0, 0, Shape::circle},
    {rgb(0x56B4E9), 0, 0, Shape::diamond},
    {rgb(0x00B588), 9, 3, Shape::triangle},
    {rgb(0xDE8DBA), 6, 3, Shape::square},
    {rgb(0xF0E442), 12, 4, Shape::triangle_down},
    {rgb(0xE5702A), 4, 3, Shape::hexagon},
    {rgb(0x5C93F0), 14, 3, Shape::plus},
    {rgb(0xE8ECF2), 7, 4, Shape::cross},
    {rgb(0xB4A0F5), 3, 2.5F, Shape::circle},
    {rgb(0x9BD65A), 10, 5, Shape::diamond},
    {rgb(0xFF8F8F), 5, 4, Shape::triangle},
    {rgb(0xC9A57A), 2, 3, Shape::square},
    {rgb(0xFFFFFF), 0, 0, Shape::hexagon},
}};

}  // namespace

const Theme& theme(ThemeName name) {
    switch (name) {
        case ThemeName::dark:
            return dark;
        case ThemeName::light:
            return light;
        case ThemeName::contrast:
            return contrast;
    }
    return dark;
}

const Pen& pen(int color) {
    const int n = pen_count();
    return pens[static_cast<std::size_t>((color % n + n) % n)];
}

int pen_count() { return static_cast<int>(pens.size()); }

}  // namespace ravine
