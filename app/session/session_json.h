// The session file (.ravine.json), as shared/INTERFACE.md describes it.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

#include "app/session/session.h"

namespace ravine {

/// What is wrong with a session's text: one sentence that names the place ("optimizers[1].params.rho") and what was expected.
struct SessionError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// There is no session to read: the file cannot be read, is not JSON, is no session or one of a later version.
struct UnreadableSession : SessionError {
    using SessionError::SessionError;
};

/// Defaults are left out of params; numbers read back exactly. Ends with a newline.
std::string to_json(const Session& session);

/// Missing keys take their defaults, unknown keys are an error, every value is checked. Throws SessionError.
Session session_from_json(std::string_view text);

/// Reads a file of at most 1 MiB. Throws SessionError, with the file's name in front.
Session load_session(const std::filesystem::path& file);

/// Writes the whole file or leaves the old one (temporary file beside it, fsync, rename). Throws SessionError.
void save_session(const Session& session, const std::filesystem::path& file);

}  // namespace ravine
