// docs/sessions.md says what the file holds: its example opens, and no key is missing from it.
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/session/lesson_file.h"
#include "app/session/session_json.h"

namespace ravine {
namespace {

std::string document() {
    std::ifstream file(RAVINE_DOCUMENTS "/sessions.md");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The lines before the lessons that are set in by four spaces.
std::string example_in(const std::string& text) {
    std::istringstream lines(text.substr(0, text.find("# Lessons")));
    std::string example;
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("    ")) example += line.substr(4) + "\n";
    return example;
}

/// What stands between the fences.
std::string lesson_in(const std::string& text) {
    const std::string fence = "```json\n";
    const std::size_t from = text.find(fence) + fence.size();
    return text.substr(from, text.find("```", from) - from);
}

void collect_keys(const nlohmann::json& value, std::set<std::string>& keys) {
    for (const auto& [key, member] : value.items()) {
        if (value.is_object()) keys.insert(key);
        if (key != "params" && member.is_structured()) collect_keys(member, keys);
    }
}

TEST(SessionDocument, ShowsASessionThatOpens) {
    const Session session = session_from_json(example_in(document()));
    EXPECT_EQ(session.title, "Two memories in one valley");
    EXPECT_EQ(session.optimizers.size(), 2U);
    EXPECT_EQ(session.ensemble, 8);
}

TEST(SessionDocument, NamesEveryKeyThatIsWritten) {
    const std::string text = document();
    std::set<std::string> keys;
    collect_keys(nlohmann::json::parse(to_json(session_from_json(example_in(text)))), keys);
    EXPECT_GT(keys.size(), 30U);
    for (const std::string& key : keys) EXPECT_NE(text.find('`' + key + '`'), std::string::npos) << key;
}

TEST(SessionDocument, NamesEveryKeyOfItsExample) {
    const std::string text = document();
    std::set<std::string> keys;
    collect_keys(nlohmann::json::parse(example_in(text)), keys);
    for (const std::string& key : keys) EXPECT_NE(text.find('`' + key + '`'), std::string::npos) << key;
}

TEST(SessionDocument, ShowsALessonThatOpens) {
    const LessonFile lesson = lesson_from_json(lesson_in(document()));
    EXPECT_EQ(lesson.title, "One step at a time");
    ASSERT_EQ(lesson.pages.size(), 1U);
    EXPECT_EQ(lesson.pages[0].lesson.claims.size(), 1U);
}

TEST(SessionDocument, NamesEveryKeyOfALesson) {
    const std::string text = document();
    std::set<std::string> keys;
    collect_keys(nlohmann::json::parse(lesson_in(text)), keys);
    keys.erase("title"), keys.erase("summary");  // they say what they are
    for (const std::string& key : keys) EXPECT_NE(text.find('`' + key + '`'), std::string::npos) << key;
}

}  // namespace
}  // namespace ravine
