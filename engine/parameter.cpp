#include "engine/parameter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace ravine {
namespace {

double clamp01(double u) { return std::isnan(u) ? 0.0 : std::clamp(u, 0.0, 1.0); }

/// Three significant digits: what a person would have typed.
double rounded(double v) {
    if (v == 0 || !std::isfinite(v)) return v;
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), v, std::chars_format::scientific, 2).ptr;
    std::from_chars(text.data(), end, v);
    return v;
}

/// The nearest multiple of the power of ten that divides `range` into 1,000 steps or a few more.
double rounded_to_steps_of(double v, double range) {
    if (!(range > 0)) return v;
    const double steps = std::pow(10.0, 3 - std::floor(std::log10(range)));  // per unit
    return steps >= 1 ? std::round(v * steps) / steps : std::round(v);
}

double log_position(const Parameter& p, double value) {
    if (value <= 0) return 0;
    const double u = clamp01(std::log(value / p.min) / std::log(p.max / p.min));
    return p.zero_below + (1 - p.zero_below) * u;
}

double log_value(const Parameter& p, double position) {
    if (p.zero_below > 0 && position < 0.5 * p.zero_below) return 0;
    const double u = clamp01((position - p.zero_below) / (1 - p.zero_below));
    return std::clamp(rounded(p.min * std::pow(p.max / p.min, u)), p.min, p.max);
}

double decay_position(const Parameter& p, double value) {
    if (value >= 1) return 1;
    return clamp01(std::log((1 - p.min) / (1 - value)) / std::log((1 - p.min) / (1 - p.max)));
}

double decay_value(const Parameter& p, double position) {
    const double rest = (1 - p.min) * std::pow((1 - p.max) / (1 - p.min), position);
    const double digits = std::pow(10.0, 2 - std::floor(std::log10(rest)));  // 1 − value keeps three digits
    return std::clamp(std::round((1 - rest) * digits) / digits, p.min, p.max);
}

double last_choice(const Parameter& p) { return p.choices.empty() ? 0 : static_cast<double>(p.choices.size() - 1); }

bool within(Limit limit, double value) {
    switch (limit) {
        case Limit::finite:
            return true;
        case Limit::positive:
            return value > 0;
        case Limit::not_negative:
            return value >= 0;
        case Limit::unit_interval_open_right:
            return value >= 0 && value < 1;
    }
    return true;
}

std::string_view range_text(Limit limit) {
    switch (limit) {
        case Limit::finite:
            return "";
        case Limit::positive:
            return " above 0";
        case Limit::not_negative:
            return " that is 0 or more";
        case Limit::unit_interval_open_right:
            return " that is 0 or more and below 1";
    }
    return "";
}

std::string list_of(std::span<const std::string_view> names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
        text += names[i];
    }
    return text;
}

/// "1e-08" → "1e-8", "1e+20" → "1e20".
std::string without_padding(std::string text) {
    const auto e = text.find('e');
    if (e == std::string::npos) return text;
    if (text[e + 1] == '+') text.erase(e + 1, 1);
    const auto digits = text[e + 1] == '-' ? e + 2 : e + 1;
    while (digits + 1 < text.size() && text[digits] == '0') text.erase(digits, 1);
    return text;
}

std::string shortest(double value) {
    const double size = std::abs(value);
    const auto format = size == 0 || (size >= 1e-4 && size < 1e7) ? std::chars_format::fixed : std::chars_format::scientific;
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, format).ptr;
    return without_padding(std::string(text.data(), end));
}

}  // namespace

double slider_position(const Parameter& p, double value) {
    switch (p.scale) {
        case Scale::linear:
        case Scale::integer:
            return clamp01((value - p.min) / (p.max - p.min));
        case Scale::log:
            return log_position(p, value);
        case Scale::decay:
            return decay_position(p, value);
        case Scale::toggle:
            return value != 0 ? 1 : 0;
        case Scale::choice:
            return last_choice(p) > 0 ? clamp01(value / last_choice(p)) : 0;
    }
    return 0;
}

double slider_value(const Parameter& p, double position) {
    const double u = clamp01(position);
    const double between = p.min + u * (p.max - p.min);
    switch (p.scale) {
        case Scale::linear:
            return std::clamp(rounded_to_steps_of(between, p.max - p.min), p.min, p.max);
        case Scale::integer:
            return std::round(between);
        case Scale::log:
            return log_value(p, u);
        case Scale::decay:
            return decay_value(p, u);
        case Scale::toggle:
            return u < 0.5 ? 0 : 1;
        case Scale::choice:
            return std::round(u * last_choice(p));
    }
    return p.standard;
}

std::string why_not(const Parameter& p, double value) {
    const bool whole = std::isfinite(value) && value == std::floor(value);
    switch (p.scale) {
        case Scale::toggle:
            return value == 0 || value == 1 ? "" : "0 or 1";
        case Scale::choice:
            return whole && value >= 0 && value <= last_choice(p) ? "" : "one of " + list_of(p.choices);
        case Scale::integer:
            return whole && within(p.limit, value) ? "" : "a whole number" + std::string(range_text(p.limit));
        case Scale::linear:
        case Scale::log:
        case Scale::decay:
            break;
    }
    if (std::isfinite(value) && within(p.limit, value)) return "";
    return (p.limit == Limit::finite ? "a finite number" : "a number") + std::string(range_text(p.limit));
}

std::string format_value(const Parameter& p, double value) {
    if (p.scale == Scale::choice && why_not(p, value).empty()) return std::string(p.choices[static_cast<std::size_t>(value)]);
    return shortest(value);
}

std::vector<double> standard_values(std::span<const Parameter> params) {
    std::vector<double> values;
    values.reserve(params.size());
    for (const Parameter& p : params) values.push_back(p.standard);
    return values;
}

int index_of(std::span<const Parameter> params, std::string_view id) {
    const auto found = std::ranges::find(params, id, &Parameter::id);
    return found == params.end() ? -1 : static_cast<int>(found - params.begin());
}

}  // namespace ravine
