#include "app/cli/values.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <system_error>

#include <fmt/format.h>

#include "app/cli/error.h"
#include "app/session/nearest.h"
#include "app/session/session.h"
#include "engine/map.h"
#include "engine/run.h"

namespace ravine {
namespace {

constexpr double largest_scale = 16;

/// The whole of `text` as a number; nothing before, nothing after, no locale.
template <class Number>
std::optional<Number> number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<double> finite(std::string_view text) {
    const auto value = number<double>(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find(at, begin);
        parts.push_back(text.substr(begin, end - begin));
        if (end == std::string_view::npos) return parts;
        begin = end + 1;
    }
}

std::vector<double> numbers(const Typed& typed, std::size_t count, std::string_view wanted) {
    std::vector<double> values;
    for (std::string_view part : split(typed.text, ',')) {
        const auto value = finite(part);
        if (!value) refuse(typed, fmt::format("{} is not a finite number; expected {}", in_quotes(part), wanted));
        values.push_back(*value);
    }
    if (values.size() != count) refuse(typed, fmt::format("expected {}", wanted));
    return values;
}

std::optional<double> parameter(const Parameter& p, std::string_view text) {
    const auto choice = std::find(p.choices.begin(), p.choices.end(), text);
    if (choice != p.choices.end()) return static_cast<double>(choice - p.choices.begin());
    if (p.scale == Scale::toggle && (text == "true" || text == "false")) return text == "true" ? 1 : 0;
    return finite(text);
}

TypedChoice::Value parameter_value(const Typed& typed, std::string_view part, const TypedEntry& entry) {
    const std::size_t equals = part.find('=');
    const std::string_view id = part.substr(0, equals);
    const int i = index_of(entry.params, id);
    if (i < 0 && !id.empty())
        refuse(typed,
               fmt::format("unknown parameter {} of {}{}", in_quotes(id), entry.id, did_you_mean(id, ids_of(entry.params))));
    if (i < 0 || equals == std::string_view::npos) refuse(typed, "expected ID:param=value,...");
    const Parameter& p = entry.params[static_cast<std::size_t>(i)];
    const std::string_view text = part.substr(equals + 1);
    const auto value = parameter(p, text);
    if (!value && p.scale == Scale::choice) refuse(typed, unknown_name(id, text, p.choices));
    if (!value) refuse(typed, fmt::format("{} is {}, expected a finite number", id, in_quotes(text)));
    if (const std::string wanted = why_not(p, *value); !wanted.empty())
        refuse(typed, fmt::format("{} is {}, expected {}", id, printable(text), wanted));
    return {static_cast<std::size_t>(i), *value};
}

}  // namespace

void refuse(const Typed& typed, std::string_view why) {
    throw RequestError(fmt::format("{} {}: {}", typed.option, in_quotes(typed.text), why));
}

Point point_value(const Typed& typed) {
    const auto xy = numbers(typed, 2, "X,Y");
    return {xy[0], xy[1]};
}

Box view_value(const Typed& typed) {
    const auto ends = numbers(typed, 4, "X0,X1,Y0,Y1");
    const Box box{ends[0], ends[1], ends[2], ends[3]};
    if (const std::string wanted = why_not_view(box); !wanted.empty()) refuse(typed, "expected " + wanted);
    return box;
}

PixelSize size_value(const Typed& typed) {
    const auto parts = split(typed.text, 'x');
    const auto width = number<int>(parts[0]);
    const auto height = parts.size() == 2 ? number<int>(parts[1]) : std::nullopt;
    const auto fits = [](std::optional<int> side) { return side && *side >= 1 && *side <= max_pixels; };
    if (!fits(width) || !fits(height))
        refuse(typed, fmt::format("expected WxH, two whole numbers of pixels from 1 to {}", max_pixels));
    return {*width, *height};
}

double scale_value(const Typed& typed) {
    const auto scale = finite(typed.text);
    if (!scale || !(*scale > 0 && *scale <= largest_scale))
        refuse(typed, fmt::format("expected a number above 0, at most {}", largest_scale));
    return *scale;
}

int whole_value(const Typed& typed, int lo, int hi) {
    const auto value = number<int>(typed.text);
    if (!value || *value < lo || *value > hi) refuse(typed, fmt::format("expected a whole number from {} to {}", lo, hi));
    return *value;
}

PixelSize cells_value(const Typed& typed) {
    const auto parts = split(typed.text, 'x');
    const auto width = number<int>(parts[0]);
    const auto height = parts.size() == 2 ? number<int>(parts[1]) : std::nullopt;
    if (!width || !height || *width < 1 || *height < 1 ||
        static_cast<std::uint64_t>(*width) * static_cast<std::uint64_t>(*height) > max_map_cells)
        refuse(typed, "expected WxH, two whole numbers of cells from 1 on, at most 16,000,000 cells together");
    return {*width, *height};
}

double tolerance_value(const Typed& typed) {
    const auto tolerance = finite(typed.text);
    if (!tolerance || *tolerance <= 0) refuse(typed, "expected a number above 0");
    return *tolerance;
}

int steps_value(const Typed& typed) {
    const auto steps = number<int>(typed.text);
    if (!steps || *steps < 1 || *steps > max_steps) refuse(typed, fmt::format("expected a whole number from 1 to {}", max_steps));
    return *steps;
}

std::uint64_t seed_value(const Typed& typed) {
    const auto seed = number<std::uint64_t>(typed.text);
    if (!seed) refuse(typed, "expected a whole number from 0 to 18446744073709551615");
    return *seed;
}

double noise_value(const Typed& typed) {
    const auto noise = finite(typed.text);
    if (!noise || *noise < 0) refuse(typed, "expected a finite number that is 0 or more");
    return *noise;
}

std::size_t name_value(const Typed& typed, std::string_view kind, std::span<const std::string_view> known) {
    const auto place = std::find(known.begin(), known.end(), typed.text);
    if (place == known.end()) throw RequestError(fmt::format("{}: {}", typed.option, unknown_name(kind, typed.text, known)));
    return static_cast<std::size_t>(place - known.begin());
}

TypedChoice choice_among(const Typed& typed, std::string_view kind, std::span<const TypedEntry> entries) {
    const std::string_view text = typed.text;
    const std::size_t colon = text.find(':');
    TypedChoice choice;
    choice.entry = name_value({typed.option, std::string(text.substr(0, colon))}, kind, ids_of(entries));
    if (colon == std::string_view::npos) return choice;
    const TypedEntry& entry = entries[choice.entry];
    for (std::string_view part : split(text.substr(colon + 1), ',')) {
        const TypedChoice::Value value = parameter_value(typed, part, entry);
        const auto same = [&](const TypedChoice::Value& other) { return other.param == value.param; };
        if (std::any_of(choice.values.begin(), choice.values.end(), same))
            refuse(typed, fmt::format("{} is given twice", entry.params[value.param].id));
        choice.values.push_back(value);
    }
    return choice;
}

}  // namespace ravine
