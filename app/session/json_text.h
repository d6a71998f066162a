// Foreign text → JSON, with errors in plain words and limits on what a hostile text can ask for.
#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

namespace ravine {

inline constexpr int max_json_depth = 16;

/// Throws UnreadableSession: "line 3, column 7: unexpected '}'". A key that stands twice in one object is an error, and so is
/// nesting beyond max_json_depth. A byte order mark at the beginning is skipped.
nlohmann::json parse_json(std::string_view text);

}  // namespace ravine
