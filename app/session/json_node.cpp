#include "app/session/json_node.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "app/session/nearest.h"
#include "app/session/session_json.h"

namespace ravine {
namespace {

using nlohmann::json;

std::string description(const json& value) {
    switch (value.type()) {
        case json::value_t::null:
            return "null";
        case json::value_t::boolean:
            return value.get<bool>() ? "true" : "false";
        case json::value_t::string:
            return "the text " + in_quotes(value.get_ref<const std::string&>());
        case json::value_t::array:
            return fmt::format("a list of {}", value.size());
        case json::value_t::object:
            return "an object";
        default:
            return value.dump();
    }
}

}  // namespace

void JsonNode::fail(std::string_view what) const {
    throw SessionError(path_.empty() ? std::string(what) : fmt::format("{}: {}", path_, what));
}

void JsonNode::expected(std::string_view wanted) const {
    fail(fmt::format("expected {}, found {}", wanted, description(*value_)));
}

JsonNode JsonNode::child(const std::string& key) const {
    const std::string name = printable(key);
    return {value_->at(key), path_.empty() ? name : path_ + "." + name};
}

JsonNode JsonNode::place_of(std::string_view key) const {
    return {*value_, path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key)};
}

std::vector<JsonNode> JsonNode::list(std::size_t least, std::size_t most) const {
    if (!value_->is_array() || value_->size() < least || value_->size() > most) {
        if (least == most) expected(fmt::format("a list of {}", most));
        expected(least == 0 ? fmt::format("a list of at most {}", most) : fmt::format("a list of {} to {}", least, most));
    }
    std::vector<JsonNode> nodes;
    for (std::size_t i = 0; i < value_->size(); ++i) nodes.emplace_back((*value_)[i], fmt::format("{}[{}]", path_, i));
    return nodes;
}

double JsonNode::number() const {
    if (!value_->is_number()) expected("a number");
    const double number = value_->get<double>();
    if (!std::isfinite(number)) expected("a finite number");
    return number;
}

std::int64_t JsonNode::whole(std::int64_t lo, std::int64_t hi) const {
    const double number = value_->is_number() ? value_->get<double>() : std::numeric_limits<double>::quiet_NaN();
    // The ends are far below 2^53, so a double tells whole numbers between them exactly.
    if (!(number >= static_cast<double>(lo) && number <= static_cast<double>(hi)) || number != std::floor(number))
        expected(fmt::format("a whole number from {} to {}", lo, hi));
    return static_cast<std::int64_t>(number);
}

std::uint64_t JsonNode::count() const {
    if (value_->is_number_unsigned()) return value_->get<std::uint64_t>();
    constexpr double exact = 9007199254740992;  // 2^53: beyond, a number with a point does not say which one is meant
    const double number = value_->is_number_float() ? value_->get<double>() : -1;
    if (!(number >= 0 && number <= exact) || number != std::floor(number))
        expected(fmt::format("a whole number from 0 to {}", std::numeric_limits<std::uint64_t>::max()));
    return static_cast<std::uint64_t>(number);
}

std::string JsonNode::text(std::size_t most) const {
    if (!value_->is_string()) expected("a text in quotes");
    const auto& text = value_->get_ref<const std::string&>();
    if (text.size() > most) fail(fmt::format("expected a text of at most {} bytes, found one of {}", most, text.size()));
    return text;
}

bool JsonNode::truth() const {
    if (!value_->is_boolean()) expected("true or false");
    return value_->get<bool>();
}

std::size_t JsonNode::name(std::string_view kind, std::span<const std::string_view> known) const {
    if (!value_->is_string()) expected("a name in quotes");
    const auto& word = value_->get_ref<const std::string&>();
    const auto place = std::find(known.begin(), known.end(), word);
    if (place == known.end()) fail(unknown_name(kind, word, known));
    return static_cast<std::size_t>(place - known.begin());
}

double JsonNode::parameter(const Parameter& p) const {
    if (p.scale == Scale::choice && value_->is_string()) return static_cast<double>(name(p.id, p.choices));
    if (p.scale == Scale::toggle && value_->is_boolean()) return truth() ? 1 : 0;
    const double value = number();
    if (const std::string wanted = why_not(p, value); !wanted.empty()) expected(wanted);
    return value;
}

JsonObject::JsonObject(const JsonNode& node) : node_(node) {
    if (!node.value().is_object()) node.expected("an object");
}

std::optional<JsonNode> JsonObject::take(std::string_view key) {
    known_.push_back(key);
    const std::string name(key);
    if (!node_.value().contains(name)) return std::nullopt;
    return node_.child(name);
}

void JsonObject::finish() const {
    for (const auto& [key, value] : node_.value().items()) {
        if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
        node_.child(key).fail("unknown key" + did_you_mean(key, known_));
    }
}

}  // namespace ravine
