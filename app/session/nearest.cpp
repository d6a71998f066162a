#include "app/session/nearest.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

namespace ravine {
namespace {

constexpr std::size_t longest_word = 64;   // what is longer is no misspelt name
constexpr std::size_t longest_quote = 60;  // bytes
constexpr std::size_t short_list = 8;      // names that fit into one sentence

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins(std::string_view word, std::string_view with) {
    return word.size() >= with.size() && edit_distance(word.substr(0, with.size()), with) == 0;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    a = a.substr(0, longest_word);
    b = b.substr(0, longest_word);
    std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    std::iota(above.begin(), above.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0U : 1U)});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[b.size()];
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> known) {
    std::string_view best;
    std::size_t least = std::string_view::npos;
    for (std::string_view name : known) {
        const std::size_t distance = word.size() > 1 && begins(name, word) ? 0 : edit_distance(word, name);
        if (distance >= least) continue;
        least = distance;
        best = name;
    }
    return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known) {
    const std::string_view best = nearest(word, known);
    return best.empty() ? std::string() : fmt::format("; did you mean '{}'?", best);
}

std::string unknown_name(std::string_view kind, std::string_view word, std::span<const std::string_view> known) {
    std::string sentence = fmt::format("unknown {} {}", kind, in_quotes(word));
    if (known.size() <= short_list) sentence += "; expected " + either(known);
    const std::string_view best = nearest(word, known);
    const bool near = begins(best, word) || edit_distance(word, best) <= std::max<std::size_t>(1, best.size() / 3);
    if (known.size() > short_list || near) sentence += did_you_mean(word, known);
    return sentence;
}

std::string either(std::span<const std::string_view> words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
        text += words[i];
    }
    return text;
}

std::string printable(std::string_view text) {
    std::size_t end = std::min(text.size(), longest_quote);
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    std::string shown(text.substr(0, end));
    for (char& c : shown)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
    if (end < text.size()) shown += "…";
    return shown;
}

std::string in_quotes(std::string_view text) { return fmt::format("'{}'", printable(text)); }

}  // namespace ravine
