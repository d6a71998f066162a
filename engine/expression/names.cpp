#include "engine/expression/names.h"

#include <algorithm>

namespace ravine {
namespace {

constexpr FunctionName all[] = {
    {"sin", Op::sin, 1},     {"cos", Op::cos, 1},     {"tan", Op::tan, 1},     {"asin", Op::asin, 1},   {"acos", Op::acos, 1},
    {"atan", Op::atan, 1},   {"atan2", Op::atan2, 2}, {"sinh", Op::sinh, 1},   {"cosh", Op::cosh, 1},   {"tanh", Op::tanh, 1},
    {"exp", Op::exp, 1},     {"log", Op::log, 1},     {"log10", Op::log10, 1}, {"sqrt", Op::sqrt, 1},   {"cbrt", Op::cbrt, 1},
    {"abs", Op::abs, 1},     {"sign", Op::sign, 1},   {"min", Op::smaller, 2}, {"max", Op::greater, 2}, {"pow", Op::pow, 2},
    {"hypot", Op::hypot, 2},
};

/// Names from other places.
struct Synonym {
    std::string_view other, ours;
};
constexpr Synonym synonyms[] = {
    {"ln", "log"},    {"lg", "log10"},   {"arcsin", "asin"},      {"arccos", "acos"}, {"arctan", "atan"}, {"power", "pow"},
    {"sgn", "sign"},  {"norm", "hypot"}, {"grad", "g"},           {"gradient", "g"},  {"dx", "g"},        {"alpha", "lr"},
    {"eta", "lr"},    {"step", "t"},     {"learning_rate", "lr"}, {"epsilon", "eps"}, {"mu", "momentum"}, {"beta", "rho"},
    {"decay", "rho"}, {"loss", "f"},     {"theta", "x"},          {"w", "x"},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last), last.swap(row);
    }
    return last[b.size()];
}

}  // namespace

std::span<const FunctionName> functions() { return all; }

const FunctionName* find_function(std::string_view name) {
    const auto at = std::find_if(std::begin(all), std::end(all), [&](const FunctionName& f) { return f.name == name; });
    return at == std::end(all) ? nullptr : at;
}

std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates) {
    constexpr std::size_t longest = 24;
    if (name.size() > longest) return {};
    for (const Synonym& s : synonyms)
        if (s.other == name && std::find(candidates.begin(), candidates.end(), s.ours) != candidates.end()) return s.ours;
    std::string_view best;
    std::size_t fewest = std::max<std::size_t>(1, name.size() / 3) + 1;  // one edit, two from six letters on, ...
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = edits(name, candidate);
        if (distance >= fewest || distance >= candidate.size()) continue;
        fewest = distance, best = candidate;
    }
    return best;
}

}  // namespace ravine
