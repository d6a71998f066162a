#include <cstdint>

#include <fmt/format.h>

#include "app/session/session_json.h"
#include "app/session/session_node.h"

namespace ravine {
namespace {

constexpr int version = 1;

}  // namespace

void read_version(JsonObject& document, std::string_view what) {
    const std::optional<JsonNode> node = document.take("ravine");
    if (!node) throw UnreadableSession(fmt::format("this is not a {}: the key 'ravine' is missing", what));
    const nlohmann::json& value = node->value();
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > version)
        throw UnreadableSession(fmt::format("the {} is of format {}, this Ravine reads format {}: open it with a later Ravine",
                                            what, value.get<std::uint64_t>(), version));
    if (!value.is_number() || value.get<double>() != version)
        throw UnreadableSession(fmt::format("ravine: expected the number of the format, {}", version));
}

}  // namespace ravine
