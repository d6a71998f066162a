// A lesson: pages that each are a session with something to read (Session::lesson), in the order in which they are taught.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/session.h"

namespace ravine {

inline constexpr std::size_t max_lesson_pages = 64;

struct LessonFile {
    std::string title, summary;  ///< summary: one line for the gallery
    std::vector<Session> pages;  ///< 1 .. max_lesson_pages
    bool operator==(const LessonFile&) const = default;
};

/// Whether this JSON text is a lesson and not a session: its object has `pages`.
bool is_lesson(std::string_view json);

/// {"ravine": 1, "title": ..., "summary": ..., "pages": [SESSION, ...]}. Throws SessionError or UnreadableSession as
/// session_from_json does, with the path of what is wrong: "pages[2].optimizers[0].id: ...".
LessonFile lesson_from_json(std::string_view text);
std::string to_json(const LessonFile& lesson);

LessonFile load_lesson(const std::filesystem::path& file);
void save_lesson(const LessonFile& lesson, const std::filesystem::path& file);

}  // namespace ravine
