#include "app/session/json_text.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/session/nearest.h"
#include "app/session/session_json.h"

namespace ravine {
namespace {

using nlohmann::json;

/// Watches the parser: depth and keys.
class Watcher {
public:
    bool operator()(int depth, json::parse_event_t event, const json& value) {
        if (depth > max_json_depth)
            throw UnreadableSession(fmt::format("lists and objects are nested more than {} deep", max_json_depth));
        if (event == json::parse_event_t::object_start)
            keys_.emplace_back();
        else if (event == json::parse_event_t::object_end)
            keys_.pop_back();
        else if (event == json::parse_event_t::key)
            take(value.get_ref<const std::string&>());
        return true;
    }

private:
    void take(const std::string& key) {
        if (!keys_.back().insert(key).second)
            throw UnreadableSession(fmt::format("the key {} stands twice in one object", in_quotes(key)));
    }

    std::vector<std::set<std::string>> keys_;
};

/// The sign that starts at `at`, whole even where it is several bytes long.
std::string_view sign_at(std::string_view text, std::size_t at) {
    std::size_t length = 1;
    while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0U) == 0x80U) ++length;
    return text.substr(at, length);
}

/// Columns count signs, not bytes: an editor's column.
std::string place(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t newline = before.rfind('\n');
    const std::string_view same_line = newline == std::string_view::npos ? before : before.substr(newline + 1);
    const auto column = 1 + std::count_if(same_line.begin(), same_line.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return fmt::format("line {}, column {}", line, column);
}

std::string in_plain_words(std::string_view text, const json::parse_error& error) {
    const std::string_view told = error.what();
    const std::size_t at = error.byte == 0 ? 0 : error.byte - 1;
    if (at >= text.size()) return fmt::format("{}: the text ends too early", place(text, text.size()));
    const auto c = static_cast<unsigned char>(text[at]);
    const std::string where = place(text, at);
    if (told.find("UTF-8") != std::string_view::npos) return where + ": the text is not UTF-8";
    if (c < 0x20 || c == 0x7F)
        return fmt::format("{}: unexpected {}", where, c == '\n' ? "end of the line" : "control character");
    return fmt::format("{}: unexpected {}", where, in_quotes(sign_at(text, at)));
}

/// nlohmann names the number between the last two quotes of its message, and no place.
std::string too_large(std::string_view told) {
    const std::size_t end = told.rfind('\'');
    const std::size_t begin = end == std::string_view::npos || end == 0 ? end : told.rfind('\'', end - 1);
    if (begin == std::string_view::npos || begin == end) return "a number is too large";
    return fmt::format("the number {} is too large", in_quotes(told.substr(begin + 1, end - begin - 1)));
}

}  // namespace

json parse_json(std::string_view text) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) throw UnreadableSession("the text is empty");
    Watcher watcher;
    try {
        // A reference: the parser copies its callback, and the keys must not be copied with it.
        return json::parse(text, [&](int depth, json::parse_event_t event, json& value) { return watcher(depth, event, value); });
    } catch (const json::parse_error& error) {
        throw UnreadableSession(in_plain_words(text, error));
    } catch (const json::out_of_range& error) {
        throw UnreadableSession(too_large(error.what()));
    }
}

}  // namespace ravine
