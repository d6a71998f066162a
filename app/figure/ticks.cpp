#include "app/figure/ticks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "app/figure/minus_signs.h"

namespace ravine {
namespace {

constexpr std::array<double, 3> series{1, 2, 5};

std::string superscript(int number) {
    static constexpr std::array<std::string_view, 10> digits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string out;
    for (const char c : std::to_string(number)) out += c == '-' ? "⁻" : digits[static_cast<std::size_t>(c - '0')];
    return out;
}

/// A value that is `mantissa` times 10^exponent.
std::string scientific(double mantissa, int exponent) {
    if (mantissa == 1) return power_of_ten(exponent);
    return with_minus_signs(fmt::format("{:.3g}", mantissa)) + "×" + power_of_ten(exponent);
}

/// As many digits as tell one tick from the next.
std::string linear_label(double value, double step, double largest) {
    const int step_exponent = static_cast<int>(std::floor(std::log10(step) + 1e-9));
    const int exponent = static_cast<int>(std::floor(std::log10(largest) + 1e-9));
    if (exponent <= 4 && exponent >= -3) return with_minus_signs(fmt::format("{:.{}f}", value, std::max(0, -step_exponent)));
    if (value == 0) return "0";
    const std::string mantissa = fmt::format("{:.{}f}", value / std::pow(10.0, exponent), std::max(0, exponent - step_exponent));
    return with_minus_signs(mantissa) + "×" + power_of_ten(exponent);
}

std::vector<Tick> linear_ticks(const Axis& axis, int at_most) {
    double step = nice_step((axis.hi - axis.lo) / at_most);
    const double largest = std::max(std::abs(axis.lo), std::abs(axis.hi));
    const auto first = [&] { return std::ceil(axis.lo / step - 1e-9); };
    const auto last = [&] { return std::floor(axis.hi / step + 1e-9); };
    if (last() - first() + 1 > at_most) step = nice_step(step * 1.5);
    std::vector<Tick> out;
    for (double i = first(); i <= last() && out.size() < 64; ++i) {
        const double value = i == 0 ? 0 : i * step;
        out.push_back({value, linear_label(value, step, largest)});
    }
    return out;
}

std::string plain_or_power(double mantissa, int exponent) {
    if (exponent < -3 || exponent > 4) return scientific(mantissa, exponent);
    return fmt::format("{:.{}f}", mantissa * std::pow(10.0, exponent), std::max(0, -exponent));
}

/// 1, 2 and 5 times powers of ten, all with a label where there is room for them.
std::vector<Tick> dense_log_ticks(const Axis& axis, int from, int to, int at_most) {
    std::vector<Tick> out;
    for (int e = from; e <= to; ++e)
        for (const double m : series)
            if (const double v = m * std::pow(10.0, e); v >= axis.lo * (1 - 1e-9) && v <= axis.hi * (1 + 1e-9))
                out.push_back({v, plain_or_power(m, e)});
    if (static_cast<int>(out.size()) <= at_most) return out;
    for (auto& t : out)
        if (std::abs(std::log10(t.value) - std::round(std::log10(t.value))) > 1e-6) t.label.clear();
    return out;
}

std::vector<Tick> log_ticks(const Axis& axis, int at_most) {
    const double lo = std::log10(axis.lo), hi = std::log10(axis.hi);
    const int from = static_cast<int>(std::floor(lo + 1e-9)), to = static_cast<int>(std::ceil(hi - 1e-9));
    if (hi - lo < 2) return dense_log_ticks(axis, from, to, at_most);
    const int first = static_cast<int>(std::ceil(lo - 1e-9)), last = static_cast<int>(std::floor(hi + 1e-9));
    int every = 1;
    // Counted from 10⁰, so that the same powers carry labels wherever the axis begins.
    const auto count = [&] { return last / every - first / every + 1; };
    while (count() > at_most) ++every;
    std::vector<Tick> out;
    for (int e = first; e <= last; ++e) {
        if (e % every == 0)
            out.push_back({std::pow(10.0, e), power_of_ten(e)});
        else if (every <= 3)
            out.push_back({std::pow(10.0, e), ""});
    }
    return out;
}

/// 0, 0.9, 0.99 ..., and 0.5, 0.95, 0.995 ... where all of them fit.
std::vector<Tick> decay_ticks(const Axis& axis, int at_most) {
    std::vector<Tick> out;
    for (int e = 0; e <= 15; ++e)
        for (const double m : {1.0, 0.5})
            if (const double v = 1 - m * std::pow(10.0, -e); v >= axis.lo - 1e-12 && v <= axis.hi + 1e-12)
                out.push_back({v, fmt::format("{:.{}f}", v, m == 1 ? e : e + 1)});
    if (static_cast<int>(out.size()) <= at_most) return out;
    std::erase_if(out, [](const Tick& t) { return t.label.back() == '5'; });
    while (static_cast<int>(out.size()) > at_most)
        for (std::size_t i = 1; i < out.size(); ++i) out.erase(out.begin() + static_cast<std::ptrdiff_t>(i));
    return out;
}

}  // namespace

double nice_step(double at_least) {
    const double decade = std::pow(10.0, std::floor(std::log10(at_least) + 1e-12));
    for (const double m : series)
        if (m * decade >= at_least * (1 - 1e-9)) return m * decade;
    return 10 * decade;
}

std::vector<Tick> ticks(const Axis& axis, int at_most) {
    at_most = std::max(at_most, 1);
    if (axis.scale == AxisScale::decay) return decay_ticks(axis, at_most);
    return axis.scale == AxisScale::log ? log_ticks(axis, at_most) : linear_ticks(axis, at_most);
}

std::string readable(double value) {
    if (!std::isfinite(value)) return "–";
    if (value == 0) return "0";
    const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value)) + 1e-12));
    if (exponent < -3 || exponent > 4) {
        const double mantissa = value / std::pow(10.0, exponent);
        const double rounded = std::round(mantissa * 10) / 10;
        return std::abs(rounded) >= 10 ? scientific(rounded / 10, exponent + 1) : scientific(rounded, exponent);
    }
    // An alternative form without exponent: digits after the point so that three count.
    std::string text = fmt::format("{:.{}f}", value, std::clamp(2 - exponent, 0, 6));
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    return with_minus_signs(text);
}

std::string power_of_ten(int exponent) { return "10" + superscript(exponent); }

}  // namespace ravine
