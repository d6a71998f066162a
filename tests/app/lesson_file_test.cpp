// Lesson files: what they say survives being written and read, and what is wrong in one is named by page.
#include "app/session/lesson_file.h"

#include <cstdlib>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "app/session/session_json.h"

namespace ravine {
namespace {

namespace fs = std::filesystem;

LessonFile some_lesson() {
    LessonFile lesson{"Two \"memories\"", "One forgets.\tOne does not.", {opening_session(), opening_session()}};
    Session& page = lesson.pages[1];
    choose_objective(page, "himmelblau");
    page.title = "second";
    page.more_starts = {{1, 2}};
    page.changes = {{20, 1, "rho", 0.99}};
    page.optimizers.push_back(new_rule(page, TypedOptimizer("s = s + g^2; x = x - lr*g/(sqrt(s)+eps)")));
    page.view.level_count = 50;
    page.lesson = {.caption = "Which one?",
                   .text = "## Look\n\n- *one*\n- `s ← s + g²`",
                   .question = "Why?",
                   .answer = "Because.",
                   .locked = {"objective"},
                   .hidden = {"optimizers"},
                   .claims = {{"0.5", 0, LessonClaim::Quantity::f, 120}, {"moving", 1, LessonClaim::Quantity::outcome, {}}}};
    return lesson;
}

std::string refusal(const std::string& text) {
    try {
        lesson_from_json(text);
    } catch (const SessionError& error) {
        return error.what();
    }
    return "accepted";
}

std::string with_pages(const std::string& pages) { return R"({"ravine": 1, "pages": [)" + pages + "]}"; }

TEST(LessonFiles, ReadBackEqual) {
    const LessonFile lesson = some_lesson();
    const std::string text = to_json(lesson);
    EXPECT_EQ(lesson_from_json(text), lesson) << text;
    EXPECT_EQ(to_json(lesson_from_json(text)), text);
    EXPECT_EQ(text.back(), '\n');
}

TEST(LessonFiles, HoldPagesThatAreSessions) {
    const Session page = some_lesson().pages[1];
    EXPECT_EQ(session_from_json(to_json(page)), page);
    EXPECT_EQ(lesson_from_json(with_pages("{}")).pages[0], session_from_json(R"({"ravine": 1})"));
}

TEST(LessonFiles, AreToldFromSessions) {
    EXPECT_TRUE(is_lesson(to_json(some_lesson())));
    EXPECT_TRUE(is_lesson(R"({"pages": 3})")) << "a lesson with a mistake in it";
    for (const std::string& other : {to_json(opening_session()), std::string(), std::string("{"), std::string("[]"),
                                     std::string(R"({"view": {"pages": []}})"), std::string(100'000, '[')})
        EXPECT_FALSE(is_lesson(other)) << other.substr(0, 40);
}

TEST(LessonFiles, SayOnWhichPageAMistakeIs) {
    const struct {
        std::string text, told;
    } cases[] = {
        {with_pages(R"({}, {}, {"optimizers": [{"id": "rms"}]})"), "pages[2].optimizers[0].id: unknown optimizer 'rms'"},
        {with_pages(R"({"ttile": ""})"), "pages[0].ttile: unknown key; did you mean 'title'?"},
        {with_pages(R"({}, {"ravine": 1})"), "pages[1].ravine: unknown key"},
        {with_pages(R"({}, 3)"), "pages[1]: expected an object, found 3"},
        {with_pages(R"({"steps": 0})"), "pages[0].steps: expected a whole number"},
        {with_pages(R"({"steps": 1000000, "ensemble": 100, "noise": 1})"), "pages[0].steps: expected"},
        {with_pages(R"({"view": {"level_count": 1}})"), "pages[0].view.level_count: expected 0 or a whole number from 2 to 60"},
        {with_pages(R"({"view": {"level_count": 61}})"), "pages[0].view.level_count: expected a whole number from 0 to 60"},
        {with_pages(R"({"lesson": {"claims": [{"says": "1", "run": 0}]}})"),
         "pages[0].lesson.claims[0]: the key 'quantity' is missing"},
        {with_pages(R"({"lesson": {"claims": [{"says": "1", "run": 0, "quantity": "g"}]}})"),
         "pages[0].lesson.claims[0].quantity: unknown quantity of a run 'g'"},
        {with_pages(R"({"lesson": {"claims": [{"says": "", "run": 0, "quantity": "f"}]}})"),
         "pages[0].lesson.claims[0].says: expected"},
        {with_pages(R"({"lesson": {"claims": [{"says": "1", "run": -1, "quantity": "f"}]}})"),
         "pages[0].lesson.claims[0].run: expected"},
        {R"({"ravine": 1, "pages": [{}], "tilte": ""})", "tilte: unknown key; did you mean 'title'?"},
        {R"({"ravine": 1, "pages": [{}], "title": 3})", "title: expected a text"},
        {R"({"ravine": 1, "pages": {}})", "pages: expected a list of 1 to 64, found an object"},
        {R"({"ravine": 1, "pages": []})", "pages: expected a list of 1 to 64, found a list of 0"},
        {R"({"ravine": 1})", "this is not a lesson: the key 'pages' is missing"},
        {R"({"pages": [{}]})", "this is not a lesson: the key 'ravine' is missing"},
        {R"({"ravine": 2, "pages": [{}]})", "the lesson is of format 2"},
        {"[]", "this is not a lesson"},
    };
    for (const auto& [text, told] : cases) {
        EXPECT_EQ(refusal(text).rfind(told, 0), 0U) << text << "\n  → " << refusal(text);
        EXPECT_EQ(refusal(text).find('\n'), std::string::npos);
    }
}

TEST(LessonFiles, HaveALimitOfPages) {
    std::string pages = "{}";
    for (std::size_t i = 1; i < max_lesson_pages; ++i) pages += ", {}";
    EXPECT_EQ(lesson_from_json(with_pages(pages)).pages.size(), max_lesson_pages);
    EXPECT_EQ(refusal(with_pages(pages + ", {}")), "pages: expected a list of 1 to 64, found a list of 65");
}

TEST(LessonFiles, OpenThoughARunThatIsClaimedForIsNoMore) {
    LessonFile lesson = some_lesson();
    lesson.pages[1].lesson.claims[0].run = 1000;
    EXPECT_EQ(lesson_from_json(to_json(lesson)), lesson);
}

TEST(LessonFiles, AreWrittenWholeAndNamedWhereTheyCannotBeRead) {
    std::string pattern = (fs::temp_directory_path() / "ravine-lessons-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    const fs::path folder = pattern, file = folder / "a.ravine.json";
    save_lesson(some_lesson(), file);
    EXPECT_EQ(load_lesson(file), some_lesson());
    const auto told = [](const auto& work) -> std::string {
        try {
            work();
        } catch (const SessionError& error) {
            return error.what();
        }
        return "done";
    };
    EXPECT_NE(told([&] { load_lesson(folder); }).find("is a folder"), std::string::npos);
    save_session(opening_session(), file);
    EXPECT_EQ(told([&] { load_lesson(file); }), "'" + file.string() + "': this is not a lesson: the key 'pages' is missing");
    EXPECT_NE(told([&] { save_lesson(some_lesson(), folder / "missing" / "a"); }).find("cannot write"), std::string::npos);
    fs::remove_all(folder);
}

}  // namespace
}  // namespace ravine
