#include "app/session/objective_search.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/session/nearest.h"

namespace ravine {
namespace {

constexpr std::array<TraitName, 6> names = {{
    {ObjectiveInfo::convex, "convex", "No chord lies below the surface: one basin, and every way down leads to its bottom."},
    {ObjectiveInfo::ravine_shaped, "ravine", "A long valley, many times steeper across than along."},
    {ObjectiveInfo::with_saddle, "saddle", "A flat point from which the surface both rises and falls."},
    {ObjectiveInfo::many_minima, "many minima", "More than one local minimum: the start decides which is found."},
    {ObjectiveInfo::non_smooth, "non-smooth", "Kinks, where the gradient jumps."},
    {ObjectiveInfo::from_data, "data", "A loss over the samples of a data set, with mini-batches."},
}};

/// Signs of formulas and names, and how they are typed.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> typed_signs = {{
    {"²", "^2"},
    {"³", "^3"},
    {"⁴", "^4"},
    {"⁶", "^6"},
    {"−", "-"},
    {"·", "*"},
    {"√", "sqrt"},
    {"π", "pi"},
    {"κ", "kappa"},
    {"α", "alpha"},
    {"é", "e"},
    {"É", "e"},
    {"′", "'"},
    {"’", "'"},
    {"½", "1/2"},
    {"∑", "sum"},
}};

/// As a keyboard without special signs writes it, in small letters.
std::string plain(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto sign =
            std::find_if(typed_signs.begin(), typed_signs.end(), [&](const auto& s) { return text.starts_with(s.first); });
        if (sign != typed_signs.end()) {
            result += sign->second;
            text.remove_prefix(sign->first.size());
            continue;
        }
        const char c = text.front();
        result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        text.remove_prefix(1);
    }
    return result;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) words.push_back(plain(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// All that is searched of an objective. No word has a line break, so none reaches from one line into the next.
std::string searched(const ObjectiveInfo& info) {
    std::string text = fmt::format("{}\n{}\n{}", info.id, info.name, info.formula);
    for (const std::string_view trait : traits_of(info)) (text += '\n') += trait;
    return plain(text);
}

}  // namespace

std::span<const TraitName> trait_names() { return names; }

std::vector<std::string_view> traits_of(const ObjectiveInfo& info) {
    std::vector<std::string_view> result;
    for (const TraitName& trait : names)
        if ((info.traits & trait.flag) != 0) result.push_back(trait.name);
    return result;
}

bool matches(const ObjectiveInfo& info, const ObjectiveQuery& query) {
    if ((info.traits & query.traits) != query.traits) return false;
    const std::vector<std::string> words = words_of(query.text);
    if (words.empty()) return true;
    const std::string text = searched(info);
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

std::vector<const ObjectiveInfo*> search_objectives(const ObjectiveQuery& query) {
    std::vector<const ObjectiveInfo*> found;
    for (const ObjectiveInfo& info : objectives())
        if (matches(info, query)) found.push_back(&info);
    return found;
}

std::string nothing_found(const ObjectiveQuery& query) {
    ObjectiveInfo wanted;
    wanted.traits = query.traits;
    const std::string traits = fmt::format("{}", fmt::join(traits_of(wanted), " + "));
    if (words_of(query.text).empty()) return fmt::format("No objective is {}.", traits);
    const std::string text = in_quotes(query.text);
    if (traits.empty()) return fmt::format("No objective has {} in its name, formula or traits.", text);
    return fmt::format("No objective that is {} has {} in its name or formula.", traits, text);
}

}  // namespace ravine
