// Opens whatever a person gives: a session's file, or a picture that carries its session.
#pragma once

#include <filesystem>

#include "app/session/session.h"

namespace ravine {

struct OpenedSession {
    Session session;
    /// What the file is, by its content, whatever its name.
    enum class From { session, picture } from = From::session;
};

/// Where a session that was opened from `file` is saved to: back to its own file, never over a picture (empty).
std::filesystem::path save_target(OpenedSession::From from, const std::filesystem::path& file);

/// Reads at most 64 MiB. Throws SessionError with one sentence that names the file, as load_session does: "'x.png' is a picture,
/// but carries no session: expected one that Ravine exported".
OpenedSession open_session(const std::filesystem::path& file);

}  // namespace ravine
