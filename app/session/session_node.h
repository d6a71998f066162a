// The parts of a session's text that a file of sessions shares with a file of one.
#pragma once

#include <string>
#include <string_view>

#include "app/session/json_node.h"
#include "app/session/session.h"

namespace ravine {

/// Takes the key `ravine`. Throws UnreadableSession where it is missing or of another version; `what` is "session" or "lesson".
void read_version(JsonObject& document, std::string_view what);

/// The session that an object's remaining keys say. Throws SessionError, also for a key that is left.
Session read_session(const JsonNode& node, JsonObject& object);

/// A session's keys and values, one a line, between the braces of its object: neither `ravine` nor the braces.
std::string session_lines(const Session& session, std::string_view indent);

}  // namespace ravine
