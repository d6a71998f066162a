// Opening whatever a person gives, by what it is and not by its name.
#include "app/export/opened_session.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "app/export/carried_session.h"
#include "app/session/session_json.h"
#include "tests/app/small_pictures.h"

namespace ravine {
namespace {

namespace fs = std::filesystem;

class OpenedFile : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "ravine-opened-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
        session.title = "opened";
        session.view.step = 7;
    }
    void TearDown() override { fs::remove_all(folder); }

    fs::path put(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder / name, std::ios::binary) << bytes;
        return folder / name;
    }
    std::string quoted(const fs::path& file) const { return "'" + file.string() + "'"; }
    static std::string refusal(const fs::path& file) {
        try {
            open_session(file);
        } catch (const UnreadableSession& error) {
            return error.what();
        } catch (const SessionError& error) {
            return std::string("wrong: ") + error.what();
        }
        return "opened";
    }

    fs::path folder;
    Session session = opening_session();
};

TEST_F(OpenedFile, IsASessionOrAPictureWhateverItsName) {
    for (const char* name : {"a.ravine.json", "a.png", "a.svg", "a.pdf", "a", "a.txt"}) {
        const OpenedSession from_text = open_session(put(name, to_json(session)));
        EXPECT_EQ(from_text.session, session) << name;
        EXPECT_EQ(from_text.from, OpenedSession::From::session) << name;
        for (const Carrier& carrier : carriers()) {
            const OpenedSession from_picture = open_session(put(name, carrier.with_session(carrier.picture(), session)));
            EXPECT_EQ(from_picture.session, session) << name << " " << carrier.name;
            EXPECT_EQ(from_picture.from, OpenedSession::From::picture) << name << " " << carrier.name;
        }
    }
}

TEST_F(OpenedFile, ThatIsALessonOpensAtItsFirstPage) {
    Session second = session;
    second.title = "second";
    const LessonFile lesson{"title", "summary", {session, second}};
    const OpenedSession opened = open_session(put("lesson.ravine.json", to_json(lesson)));
    EXPECT_EQ(opened.session, session);
    EXPECT_EQ(opened.from, OpenedSession::From::lesson);
    EXPECT_EQ(opened.lesson, lesson);
    const fs::path wrong = put("wrong.ravine.json", R"({"ravine": 1, "pages": [{"steps": 0}]})");
    EXPECT_EQ(refusal(wrong).find("wrong: " + quoted(wrong) + ": pages[0].steps: expected"), 0U) << refusal(wrong);
}

TEST_F(OpenedFile, IsSavedToOnlyWhereItIsASession) {
    EXPECT_EQ(save_target(OpenedSession::From::lesson, "a.ravine.json"), "");
    EXPECT_EQ(save_target(OpenedSession::From::session, "a.ravine.json"), "a.ravine.json");
    EXPECT_EQ(save_target(OpenedSession::From::picture, "a.png"), "");
}

TEST_F(OpenedFile, ThatIsAPictureOfOthersSaysSo) {
    for (const Carrier& carrier : carriers()) {
        const fs::path file = put("holiday." + std::string(carrier.name), carrier.picture());
        EXPECT_EQ(refusal(file), quoted(file) + " is a picture, but carries no session: expected one that Ravine exported");
    }
}

TEST_F(OpenedFile, ThatIsDamagedIsNamed) {
    const std::string whole = png_with_session(small_png(), session);
    const fs::path file = put("cut.png", whole.substr(0, 60));
    EXPECT_EQ(refusal(file), quoted(file) + ": the picture is damaged: it ends in the midst of a piece");
}

TEST_F(OpenedFile, ThatCarriesAWrongValueIsNamedWithItsPlace) {
    const fs::path file = put("wrong.svg", "<svg><metadata id=\"ravine-session\">{\"ravine\": 1, \"steps\": 0}</metadata></svg>");
    EXPECT_EQ(refusal(file).find("wrong: " + quoted(file) + ": steps: expected a whole number"), 0U) << refusal(file);
}

TEST_F(OpenedFile, ThatIsNeitherSaysWhatIsExpected) {
    const std::string others[] = {std::string("GIF89a\x10\0\x10\0\0\0", 12), std::string("\xFF\xD8\xFF\xE0\0\x10JFIF", 10),
                                  std::string("PK\3\4\x14\0", 6), std::string("RIFF\x24\0\0\0WEBP", 12)};
    for (const std::string& bytes : others) {
        const fs::path file = put("other", bytes);
        EXPECT_EQ(refusal(file), quoted(file) +
                                     " is no session: expected a .ravine.json file, or a PNG, SVG or PDF picture that "
                                     "Ravine exported");
    }
    EXPECT_EQ(refusal(put("broken", "{")), quoted(folder / "broken") + ": line 1, column 2: the text ends too early");
    EXPECT_EQ(refusal(put("empty", "")), quoted(folder / "empty") + ": the text is empty");
}

TEST_F(OpenedFile, ThatCannotBeReadIsNamedWithTheReason) {
    EXPECT_NE(refusal(folder / "missing.png").find("no such file or directory"), std::string::npos);
    EXPECT_NE(refusal(folder).find("is a folder"), std::string::npos);
    EXPECT_NE(refusal("/dev/zero").find("not a regular file"), std::string::npos);
    const fs::path large = put("large.ravine.json", to_json(session) + std::string(1U << 20U, ' '));
    EXPECT_EQ(refusal(large), "cannot read " + quoted(large) + ": it is larger than 1 MiB, which no session is");
    EXPECT_NE(refusal(put("vast", std::string((8U << 20U) + 1, ' '))).find("larger than 8 MiB"), std::string::npos);
    const fs::path huge = put("huge.png", small_png());
    fs::resize_file(huge, std::size_t{1} << 34U);  // with a hole: it takes no room
    EXPECT_EQ(refusal(huge), "cannot read " + quoted(huge) + ": it is larger than 64 MiB, which no session or picture is");
}

}  // namespace
}  // namespace ravine
