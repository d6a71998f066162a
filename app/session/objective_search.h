// Finding objectives by what a person types, and by what kind of surface they are.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/objective.h"

namespace ravine {

/// A flag of ObjectiveInfo::traits in a word or two.
struct TraitName {
    unsigned flag;
    std::string_view name;
    std::string_view meaning;  ///< one sentence
};

/// All traits, in the order in which they are shown.
std::span<const TraitName> trait_names();
/// The names of an objective's traits, in that order.
std::vector<std::string_view> traits_of(const ObjectiveInfo& info);

struct ObjectiveQuery {
    std::string text;     ///< words, each of which must occur; empty: everything does
    unsigned traits = 0;  ///< flags, all of which must be there
};

/// Whether every word of `text` occurs in name, id, formula or traits. Neither case nor accents count, and signs may be
/// written as on a keyboard: "x^2" finds x², "levy" finds Lévy.
bool matches(const ObjectiveInfo& info, const ObjectiveQuery& query);

/// The objectives of the catalogue that match, in teaching order.
std::vector<const ObjectiveInfo*> search_objectives(const ObjectiveQuery& query);

/// Says in one sentence that nothing matches, and what was looked for.
std::string nothing_found(const ObjectiveQuery& query);

}  // namespace ravine
