// Reads JSON strictly: every error names the path of the value it is about, "optimizers[1].params.rho".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/expression/error.h"
#include "engine/parameter.h"

namespace ravine {

/// A value and where it stands. Lives no longer than the document.
class JsonNode {
public:
    JsonNode(const nlohmann::json& value, std::string path) : value_(&value), path_(std::move(path)) {}

    const nlohmann::json& value() const { return *value_; }
    JsonNode child(const std::string& key) const;
    JsonNode place_of(std::string_view key) const;  ///< where a key would stand, whether it does or not
    std::vector<JsonNode> list(std::size_t least, std::size_t most) const;

    double number() const;  ///< finite
    std::int64_t whole(std::int64_t lo, std::int64_t hi) const;
    std::uint64_t count() const;
    std::string text(std::size_t most) const;  ///< at most so many bytes
    bool truth() const;
    std::size_t name(std::string_view kind, std::span<const std::string_view> known) const;  ///< its index
    double parameter(const Parameter& p) const;
    bool is_text(std::string_view text) const { return value_->is_string() && value_->get_ref<const std::string&>() == text; }

    /// A typed formula or rule.
    template <class Typed>
    Typed compiled() const {
        const std::string source = text(longest_expression);
        try {
            return Typed(source);
        } catch (const ExpressionError& error) {
            fail(error.what());
        }
    }

    /// Throws SessionError: "path: what".
    [[noreturn]] void fail(std::string_view what) const;
    /// "path: expected `wanted`, found the text 'abc'"
    [[noreturn]] void expected(std::string_view wanted) const;

private:
    static constexpr std::size_t longest_expression = 16'384;  ///< bytes; the language has a limit of its own

    const nlohmann::json* value_;
    std::string path_;
};

/// An object whose keys are taken one by one; what is left at the end is unknown.
class JsonObject {
public:
    explicit JsonObject(const JsonNode& node);
    std::optional<JsonNode> take(std::string_view key);
    void finish() const;

private:
    JsonNode node_;
    std::vector<std::string_view> known_;
};

}  // namespace ravine
