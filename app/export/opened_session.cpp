#include "app/export/opened_session.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "app/export/carried_session.h"
#include "app/export/carried_text.h"
#include "app/session/nearest.h"
#include "app/session/text_file.h"

namespace ravine {
namespace {

constexpr std::size_t largest_lesson = std::size_t{8} << 20U;
constexpr TextLimit largest{std::size_t{64} << 20U, "session or picture"};

/// Pictures and films of other kinds, archives, programs: all have signs at their beginning that no text has.
bool looks_like_text(std::string_view bytes) {
    constexpr std::size_t enough = 512;
    return std::ranges::all_of(bytes.substr(0, enough), [](unsigned char c) { return c >= 0x20 || (c >= '\t' && c <= '\r'); });
}

[[noreturn]] void refuse_size(const std::filesystem::path& file, std::string_view why) {
    throw UnreadableSession(fmt::format("cannot read {}: it is larger than {}", in_quotes(file.string()), why));
}

OpenedSession opened_text(const std::filesystem::path& file, std::string_view text) {
    if (text.size() > largest_lesson) refuse_size(file, "8 MiB, which no session or lesson is");
    if (is_lesson(text)) {
        LessonFile lesson = naming(file, [&] { return lesson_from_json(text); });
        Session first = lesson.pages.front();
        return {std::move(first), OpenedSession::From::lesson, std::move(lesson)};
    }
    if (text.size() > largest_carried_text) refuse_size(file, "1 MiB, which no session is");
    return {naming(file, [&] { return session_from_json(text); }), OpenedSession::From::session};
}

}  // namespace

std::filesystem::path save_target(OpenedSession::From from, const std::filesystem::path& file) {
    return from == OpenedSession::From::session ? file : std::filesystem::path();
}

OpenedSession open_session(const std::filesystem::path& file) {
    const std::string bytes = file_text(file, largest);
    const std::string name = in_quotes(file.string());
    if (is_picture(bytes)) {
        auto session = naming(file, [&] { return session_in_picture(bytes); });
        if (session) return {std::move(*session), OpenedSession::From::picture};
        throw UnreadableSession(fmt::format("{} is a picture, but carries no session: expected one that Ravine exported", name));
    }
    if (!looks_like_text(bytes))
        throw UnreadableSession(fmt::format(
            "{} is no session: expected a .ravine.json file, or a PNG, SVG or PDF picture that Ravine exported", name));
    return opened_text(file, bytes);
}

}  // namespace ravine
