#include "app/session/lesson_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/session/json_text.h"
#include "app/session/session_json.h"
#include "app/session/session_node.h"
#include "app/session/text_file.h"

namespace ravine {
namespace {

constexpr TextLimit limit{std::size_t{8} << 20U, "lesson"};
constexpr std::size_t longest_line = 1024;

std::string read_line(const std::optional<JsonNode>& node) { return node ? node->text(longest_line) : std::string(); }

/// Text that is not UTF-8 cannot stand in JSON; its bytes become the replacement sign.
std::string quoted(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

bool is_lesson(std::string_view json) {
    try {
        const nlohmann::json document = parse_json(json);
        return document.is_object() && document.contains("pages");
    } catch (const UnreadableSession&) {
        return false;
    }
}

LessonFile lesson_from_json(std::string_view text) {
    const nlohmann::json document = parse_json(text);
    if (!document.is_object()) throw UnreadableSession("this is not a lesson: expected an object in braces");
    const JsonNode node(document, "");
    JsonObject object(node);
    read_version(object, "lesson");
    LessonFile lesson;
    lesson.title = read_line(object.take("title"));
    lesson.summary = read_line(object.take("summary"));
    const std::optional<JsonNode> pages = object.take("pages");
    if (!pages) throw UnreadableSession("this is not a lesson: the key 'pages' is missing");
    for (const JsonNode& page : pages->list(1, max_lesson_pages)) {
        JsonObject keys(page);
        lesson.pages.push_back(read_session(page, keys));
    }
    object.finish();
    return lesson;
}

std::string to_json(const LessonFile& lesson) {
    std::string pages;
    for (const Session& page : lesson.pages)
        pages += fmt::format("{}    {{\n{}\n    }}", pages.empty() ? "" : ",\n", session_lines(page, "      "));
    return fmt::format("{{\n  \"ravine\": 1,\n  \"title\": {},\n  \"summary\": {},\n  \"pages\": [\n{}\n  ]\n}}\n",
                       quoted(lesson.title), quoted(lesson.summary), pages);
}

LessonFile load_lesson(const std::filesystem::path& file) {
    const std::string text = file_text(file, limit);
    return naming(file, [&] { return lesson_from_json(text); });
}

void save_lesson(const LessonFile& lesson, const std::filesystem::path& file) { save_text(to_json(lesson), file); }

}  // namespace ravine
