#include "app/figure/colormap.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace ravine {
namespace {

struct Stop {
    float at;
    std::uint32_t hex;
};

// Read off the published tables (van der Walt and Smith 2015; Nuñez, Anderton and Renslow 2018).
constexpr std::array<Stop, 9> viridis{{{0, 0x440154},
                                       {0.125F, 0x472D7B},
                                       {0.25F, 0x3B528B},
                                       {0.375F, 0x2C728E},
                                       {0.5F, 0x21908C},
                                       {0.625F, 0x27AD81},
                                       {0.75F, 0x5DC863},
                                       {0.875F, 0xAADC32},
                                       {1, 0xFDE725}}};
constexpr std::array<Stop, 9> magma{{{0, 0x000004},
                                     {0.125F, 0x1D1147},
                                     {0.25F, 0x51127C},
                                     {0.375F, 0x822681},
                                     {0.5F, 0xB63679},
                                     {0.625F, 0xE65164},
                                     {0.75F, 0xFB8861},
                                     {0.875F, 0xFEC287},
                                     {1, 0xFCFDBF}}};
constexpr std::array<Stop, 8> cividis{{{0, 0x00224E},
                                       {0.125F, 0x1A386F},
                                       {0.25F, 0x434F6C},
                                       {0.375F, 0x61656F},
                                       {0.5F, 0x7D7C78},
                                       {0.6F, 0x948E77},
                                       {0.8F, 0xC8B866},
                                       {1, 0xFDE737}}};
constexpr std::array<Stop, 2> slate_dark{{{0, 0x101B2C}, {1, 0xDCE6F1}}};
// In print the valley is a mid slate that colours stand out from, and the heights go over into the paper.
constexpr std::array<Stop, 2> slate_light{{{0, 0x3F5672}, {1, 0xF3F6FA}}};
constexpr std::array<Stop, 2> slate_contrast{{{0, 0x04080F}, {1, 0xF4F8FD}}};

/// Björn Ottosson's OKLab: equal steps look equally large.
struct Lab {
    float l, a, b;
};

float to_linear(float c) { return c <= 0.04045F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F); }
float to_srgb(float c) { return c <= 0.0031308F ? c * 12.92F : 1.055F * std::pow(c, 1 / 2.4F) - 0.055F; }

Lab to_lab(Color c) {
    const float r = to_linear(c.r), g = to_linear(c.g), b = to_linear(c.b);
    const float l = std::cbrt(0.4122214708F * r + 0.5363325363F * g + 0.0514459929F * b);
    const float m = std::cbrt(0.2119034982F * r + 0.6806995451F * g + 0.1073969566F * b);
    const float s = std::cbrt(0.0883024619F * r + 0.2817188376F * g + 0.6299787005F * b);
    return {0.2104542553F * l + 0.7936177850F * m - 0.0040720468F * s, 1.9779984951F * l - 2.4285922050F * m + 0.4505937099F * s,
            0.0259040371F * l + 0.7827717662F * m - 0.8086757660F * s};
}

Color to_color(Lab lab) {
    const auto cube = [](float v) { return v * v * v; };
    const float l = cube(lab.l + 0.3963377774F * lab.a + 0.2158037573F * lab.b);
    const float m = cube(lab.l - 0.1055613458F * lab.a - 0.0638541728F * lab.b);
    const float s = cube(lab.l - 0.0894841775F * lab.a - 1.2914855480F * lab.b);
    const auto channel = [](float linear) { return std::clamp(to_srgb(std::max(linear, 0.0F)), 0.0F, 1.0F); };
    return {channel(4.0767416621F * l - 3.3077115913F * m + 0.2309699292F * s),
            channel(-1.2684380046F * l + 2.6097574011F * m - 0.3413193965F * s),
            channel(-0.0041960863F * l - 0.7034186147F * m + 1.7076147010F * s), 1};
}

Color between(std::span<const Stop> stops, float t) {
    std::size_t i = 1;
    while (i + 1 < stops.size() && t > stops[i].at) ++i;
    const Lab p = to_lab(rgb(stops[i - 1].hex)), q = to_lab(rgb(stops[i].hex));
    const float w = std::clamp((t - stops[i - 1].at) / (stops[i].at - stops[i - 1].at), 0.0F, 1.0F);
    return to_color({p.l + (q.l - p.l) * w, p.a + (q.a - p.a) * w, p.b + (q.b - p.b) * w});
}

/// Anton Mikhailov's published polynomials for turbo.
Color turbo(float t) {
    const auto channel = [](float v) { return std::clamp(v / 255, 0.0F, 1.0F); };
    return {channel(34.61F + t * (1172.33F - t * (10793.56F - t * (33300.12F - t * (38394.49F - t * 14825.05F))))),
            channel(23.31F + t * (557.33F + t * (1225.33F - t * (3574.96F - t * (1073.77F + t * 707.56F))))),
            channel(27.2F + t * (3211.1F - t * (15327.97F - t * (27814.0F - t * (22569.18F - t * 6838.66F))))), 1};
}

/// The tents of the classic jet: blue, green and red, each half as wide again as its distance to the next.
Color jet(float t) {
    const auto tent = [t](float middle) { return std::clamp(1.5F - std::abs(4 * t - middle), 0.0F, 1.0F); };
    return {tent(3), tent(2), tent(1), 1};
}

Color slate(ThemeName theme, float t) {
    if (theme == ThemeName::light) return between(slate_light, t);
    return between(theme == ThemeName::contrast ? slate_contrast : slate_dark, t);
}

Color color_at(std::string_view name, ThemeName theme, float t) {
    if (name == "viridis") return between(viridis, t);
    if (name == "cividis") return between(cividis, t);
    if (name == "magma") return between(magma, t);
    if (name == "turbo") return turbo(t);
    if (name == "grey") return {t, t, t, 1};
    if (name == "jet") return jet(t);
    return slate(theme, t);
}

}  // namespace

std::array<Color, 256> colormap(std::string_view name, ThemeName theme) {
    std::array<Color, 256> colors;
    for (std::size_t i = 0; i < colors.size(); ++i) colors[i] = color_at(name, theme, static_cast<float>(i) / 255);
    return colors;
}

}  // namespace ravine
