#include "app/figure/map_colors.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/figure/colormap.h"
#include "app/figure/ticks.h"
#include "app/figure/words.h"

namespace ravine {
namespace {

constexpr int shades = 32;  // of each place in a map of basins

/// In the order of Outcome. Told apart by lightness as well as by hue.
constexpr std::array<Color, 7> outcome_colors{rgb(0x2E7D5B), rgb(0x56B4E9), rgb(0xCC79A7), rgb(0xD9C77E),
                                              rgb(0xE69F00), rgb(0x5A1F1B), rgb(0x3A3F4A)};
constexpr std::array<Color, 8> place_colors{rgb(0x56B4E9), rgb(0xE69F00), rgb(0x009E73), rgb(0xCC79A7),
                                            rgb(0xF0E442), rgb(0x0072B2), rgb(0xD55E00), rgb(0xB0B7C3)};

constexpr std::array<std::string_view, 7> outcome_briefs{"global minimum", "local minimum", "saddle",   "still moving",
                                                         "oscillating",    "diverged",      "undefined"};

constexpr const char* lost = "diverged or undefined";
std::string not_within(const MapView& view) { return fmt::format("not within {} steps", view.plan.spec.run.steps); }
std::string none_within(const MapView& view) { return fmt::format("none within {} steps", view.plan.spec.run.steps); }
std::string place_text(const MapView& view, std::size_t k) {
    const Minimum& m = view.plan.spec.places[k];
    return fmt::format("({}, {})", readable(m.x), readable(m.y));
}

std::int16_t place_in(double v, double lo, double hi) {
    if (!std::isfinite(v)) return -1;
    return static_cast<std::int16_t>(std::lround(255 * std::clamp((v - lo) / std::max(hi - lo, 1e-300), 0.0, 1.0)));
}

bool is_lost(Outcome o) { return o == Outcome::diverged || o == Outcome::undefined; }

void add_bar(MapColors& colors, const Axis& axis, const std::vector<Tick>& labels) {
    for (const Tick& t : labels)
        if (!t.label.empty()) colors.bar.push_back({static_cast<float>(axis.fraction(t.value)), t.label});
}

/// Heights from the lowest that was reached to that of the start; on a log axis where the minimum is known.
void by_height(const MapView& view, MapColors& colors) {
    const Map& map = *view.map;
    const Base base = known_base(view.plan.spec.run.objective);
    const double start = view.plan.spec.run.objective.at(view.plan.spec.run.start).f;
    double lowest = start;
    for (std::size_t i = 0; i < map.f.size(); ++i)
        if (!is_lost(map.outcome[i])) lowest = std::min(lowest, map.f[i]);
    Axis axis{lowest, std::max(start, lowest + 1e-12)};
    if (base.known) {
        const double highest = std::max(start - base.f, 1e-12);
        axis = {std::clamp(lowest - base.f, 1e-12 * highest, 0.1 * highest), highest, AxisScale::log};
    }
    colors.name = base.known && base.f != 0 ? "final f − f*" : "final f";
    colors.nothing = lost;
    for (std::size_t i = 0; i < map.f.size(); ++i) {
        const double f = base.known ? std::max(map.f[i] - base.f, axis.lo) : map.f[i];
        colors.index[i] = is_lost(map.outcome[i]) ? std::int16_t{-1} : place_in(axis.fraction(f), 0, 1);
    }
    add_bar(colors, axis, ticks(axis, 8));
}

void by_steps(const MapView& view, MapColors& colors) {
    const Map& map = *view.map;
    const Axis axis{1, std::max(2.0, static_cast<double>(view.plan.spec.run.steps)), AxisScale::log};
    for (std::size_t i = 0; i < map.steps.size(); ++i)
        colors.index[i] = map.steps[i] < 0 ? std::int16_t{-1} : place_in(axis.fraction(std::max(1, map.steps[i])), 0, 1);
    colors.name = view.plan.spec.places.empty() ? fmt::format("steps until f − f* ≤ {}", readable(view.plan.spec.tolerance))
                                                : "steps until a minimum is reached";
    colors.nothing = not_within(view);
    add_bar(colors, axis, ticks(axis, 8));
}

void by_outcome(const MapView& view, MapColors& colors) {
    colors.name = "outcome";
    for (std::size_t k = 0; k < outcome_colors.size(); ++k) colors.colors[k] = outcome_colors[k];
    std::array<bool, outcome_colors.size()> seen{};
    for (std::size_t i = 0; i < view.map->outcome.size(); ++i) {
        const auto k = static_cast<std::size_t>(view.map->outcome[i]);
        colors.index[i] = static_cast<std::int16_t>(k);
        seen[k] = true;
    }
    for (std::size_t k = 0; k < seen.size(); ++k)
        if (seen[k]) {
            const auto outcome = static_cast<Outcome>(k);
            colors.entries.push_back({outcome_colors[k], std::string(text_of(outcome)), std::string(brief_of(outcome))});
        }
}

/// A hue for each place, darker the longer it took.
void by_minimum(const MapView& view, MapColors& colors) {
    const Map& map = *view.map;
    double soonest = std::log(1.0 + view.plan.spec.run.steps), latest = 0;
    for (std::size_t i = 0; i < map.place.size(); ++i) {
        if (map.place[i] < 0) continue;
        soonest = std::min(soonest, std::log(1.0 + map.steps[i]));
        latest = std::max(latest, std::log(1.0 + map.steps[i]));
    }
    for (std::size_t p = 0; p < place_colors.size(); ++p)
        for (int s = 0; s < shades; ++s)
            colors.colors[p * shades + static_cast<std::size_t>(s)] =
                mix(place_colors[p], rgb(0x10151E), 0.75F * static_cast<float>(s) / (shades - 1));
    std::array<bool, place_colors.size()> seen{};
    for (std::size_t i = 0; i < map.place.size(); ++i) {
        if (map.place[i] < 0) {
            colors.index[i] = -1;
            continue;
        }
        const auto p = static_cast<std::size_t>(map.place[i]) % place_colors.size();
        seen[p] = true;
        const double t = std::pow((std::log(1.0 + map.steps[i]) - soonest) / std::max(latest - soonest, 1e-9), 2.0);
        colors.index[i] = static_cast<std::int16_t>(p * shades + static_cast<std::size_t>(std::lround(t * (shades - 1))));
    }
    colors.name = "minimum reached, darker: later";
    colors.nothing = none_within(view);
    for (std::size_t k = 0; k < view.plan.spec.places.size() && k < place_colors.size(); ++k)
        if (seen[k]) colors.entries.push_back({place_colors[k], place_text(view, k), place_text(view, k)});
}

}  // namespace

std::string_view brief_of(Outcome outcome) { return outcome_briefs[static_cast<std::size_t>(outcome)]; }

std::vector<std::string> possible_briefs(const MapView& view) {
    switch (view.measure) {
        case MapMeasure::f:
            return {lost};
        case MapMeasure::steps:
            return {not_within(view)};
        case MapMeasure::outcome:
            return {outcome_briefs.begin(), outcome_briefs.end()};
        case MapMeasure::minimum:
            break;
    }
    std::vector<std::string> briefs;
    for (std::size_t k = 0; k < view.plan.spec.places.size() && k < place_colors.size(); ++k)
        briefs.push_back(place_text(view, k));
    briefs.push_back(none_within(view));
    return briefs;
}

MapColors map_colors(const MapView& view, const Theme& theme) {
    MapColors colors;
    colors.index.assign(view.map->f.size(), -1);
    colors.colors.fill(theme.undefined);
    if (view.measure == MapMeasure::f || view.measure == MapMeasure::steps)
        colors.colors = colormap(view.session.view.colormap, view.session.view.theme);
    switch (view.measure) {
        case MapMeasure::f:
            by_height(view, colors);
            break;
        case MapMeasure::steps:
            by_steps(view, colors);
            break;
        case MapMeasure::outcome:
            by_outcome(view, colors);
            break;
        case MapMeasure::minimum:
            by_minimum(view, colors);
            break;
    }
    if (std::none_of(colors.index.begin(), colors.index.end(), [](std::int16_t i) { return i < 0; })) colors.nothing.clear();
    return colors;
}

}  // namespace ravine
