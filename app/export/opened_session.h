// Opens whatever a person gives: a session's file, a lesson, or a picture that carries its session.
#pragma once

#include <filesystem>
#include <optional>

#include "app/session/lesson_file.h"
#include "app/session/session.h"

namespace ravine {

struct OpenedSession {
    Session session;  ///< a lesson's first page
    /// What the file is, by its content, whatever its name.
    enum class From { session, lesson, picture } from = From::session;
    std::optional<LessonFile> lesson = {};  ///< all of it, where the file is one
};

/// Where a session that was opened from `file` is saved to: back to its own file, never over a lesson or a picture (empty).
std::filesystem::path save_target(OpenedSession::From from, const std::filesystem::path& file);

/// Reads at most 64 MiB. Throws SessionError with one sentence that names the file, as load_session does: "'x.png' is a picture,
/// but carries no session: expected one that Ravine exported".
OpenedSession open_session(const std::filesystem::path& file);

}  // namespace ravine
