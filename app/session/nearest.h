// Sentences about unknown names: the nearest known one, by edit distance.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ravine {

/// How many letters to insert, delete, replace or swap with their neighbour to turn one word into the other. Case does not count.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The known name nearest to `word`, the first of equals; one that `word` is the beginning of goes before all. Empty where
/// nothing is known.
std::string_view nearest(std::string_view word, std::span<const std::string_view> known);

/// "unknown layout 'grid'; expected single or compare" where what is known fits into a sentence, else "unknown optimizer 'rms';
/// did you mean 'rmsprop'?"; both where the list is short and something is near.
std::string unknown_name(std::string_view kind, std::string_view word, std::span<const std::string_view> known);

/// "; did you mean 'rho'?", or nothing where nothing is known.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> known);

/// "a, b or c"
std::string either(std::span<const std::string_view> words);

/// A piece of foreign text for a one-line message: control characters become '?', long text is cut, quotes stand around it.
std::string in_quotes(std::string_view text);
std::string printable(std::string_view text);

/// The ids of a catalogue (or of a list of parameters).
template <class Entries>
std::vector<std::string_view> ids_of(const Entries& entries) {
    std::vector<std::string_view> ids;
    for (const auto& entry : entries) ids.push_back(entry.id);
    return ids;
}

}  // namespace ravine
