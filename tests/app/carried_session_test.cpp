// Pictures carry their session, and stay the pictures that they are.
#include "app/export/carried_session.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "app/session/session_json.h"
#include "tests/app/any_session.h"
#include "tests/app/small_pictures.h"

namespace ravine {
namespace {

/// With everything in its texts that stands for something else in one of the formats.
Session intricate_session() {
    Session session = opening_session();
    session.title = "]]> <!-- </metadata> & &amp; \" ' \r\n\t\x01 \x7F \xEF\xBF\xBE\xEF\xBF\xBF ∇ endstream endobj %%EOF";
    session.lesson.text = "a ]]>]]> b\n\n<svg>";
    return session;
}

TEST(CarriedSession, AnySessionComesBackFromAPictureOfAnyFormat) {
    for (const Carrier& carrier : carriers()) {
        const std::string picture = carrier.picture();
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            const Session session = any_session(seed);
            const auto again = session_in_picture(carrier.with_session(picture, session));
            ASSERT_TRUE(again.has_value()) << carrier.name << " " << seed;
            EXPECT_EQ(*again, session) << carrier.name << " " << seed;
        }
    }
}

TEST(CarriedSession, TextsThatMeanSomethingToAFormatComeBack) {
    for (const Carrier& carrier : carriers())
        EXPECT_EQ(session_in_picture(carrier.with_session(carrier.picture(), intricate_session())), intricate_session())
            << carrier.name;
}

TEST(CarriedSession, PicturesOfOthersAreSaidToCarryNone) {
    for (const Carrier& carrier : carriers()) {
        EXPECT_TRUE(is_picture(carrier.picture())) << carrier.name;
        EXPECT_EQ(session_in_picture(carrier.picture()), std::nullopt) << carrier.name;
    }
}

TEST(CarriedSession, OnlyPicturesAreTakenForPictures) {
    for (const Carrier& carrier : carriers())
        EXPECT_TRUE(is_picture(carrier.with_session(carrier.picture(), opening_session()))) << carrier.name;
    for (const char* prolog : {"", "\xEF\xBB\xBF", "\n ", "<?xml version=\"1.0\"?>\n", "<!-- <html> -->",
                               "<!DOCTYPE svg PUBLIC \"a\" \"b\">", "<!DOCTYPE svg [ <!ENTITY a \"b>\"> ]>\n<!-- -->"}) {
        EXPECT_TRUE(is_picture(prolog + std::string("<svg></svg>"))) << prolog;
        EXPECT_TRUE(is_picture(prolog + std::string("<s:svg xmlns:s=\"\"/>"))) << prolog;
        EXPECT_FALSE(is_picture(prolog + std::string("<html><svg></svg></html>"))) << prolog;
        EXPECT_FALSE(is_picture(prolog + std::string("<svgs/>"))) << prolog;
        EXPECT_FALSE(is_picture(prolog)) << prolog;
    }
    EXPECT_FALSE(is_picture(to_json(opening_session())));
    EXPECT_FALSE(is_picture(R"({"title": "%PDF-1.5 <svg>"})"));
    EXPECT_FALSE(is_picture("GIF89a"));
}

TEST(CarriedSession, EverySecondFileHasTheSameBytes) {
    for (const Carrier& carrier : carriers()) {
        const std::string picture = carrier.picture();
        EXPECT_EQ(carrier.with_session(picture, intricate_session()), carrier.with_session(picture, intricate_session()))
            << carrier.name;
    }
}

TEST(CarriedSession, NoDateIsInAPdf) {
    const std::string dated = small_pdf();
    ASSERT_NE(dated.find("/CreationDate"), std::string::npos) << "the test's picture has a date of its own";
    const std::string carrying = pdf_with_session(dated, opening_session());
    EXPECT_EQ(carrying.find("Date"), std::string::npos);
}

TEST(CarriedSession, NothingElseOfAPngOrSvgChanges) {
    for (const Carrier& carrier : {carriers()[0], carriers()[1]}) {
        const std::string before = carrier.picture(), after = carrier.with_session(before, opening_session());
        const std::size_t more = after.size() - before.size();
        const std::size_t same = static_cast<std::size_t>(std::ranges::mismatch(before, after).in1 - before.begin());
        EXPECT_GT(more, 0U);
        EXPECT_EQ(after.substr(0, same) + after.substr(same + more), before) << carrier.name;
    }
}

TEST(CarriedSession, IsReadFromFilesThatOtherProgramsHaveRewritten) {
    const Session session = opening_session();
    const std::string json = to_json(session);
    const std::string png = small_png();
    const std::string plain = chunk("iTXt", std::string("ravine-session\0\0\0en\0Sitzung\0", 28) + json);
    EXPECT_EQ(session_in_picture(png.substr(0, png.size() - 12) + plain + png.substr(png.size() - 12)), session);

    std::string escaped;
    for (const char c : json) escaped += c == '"' ? "&quot;" : c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    const std::string start = "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"><s:g><s:metadata class='a' id='ravine-session'\n>";
    EXPECT_EQ(session_in_picture(start + escaped + "</s:metadata></s:g></s:svg>"), session);

    const std::string object = "%PDF-1.7\n1 0 obj\n<</Length 2 0 R/RavineSession true/Type/EmbeddedFile>>\r\nstream\r\n";
    EXPECT_EQ(session_in_picture(object + json + "\nendstream\nendobj\n%%EOF"), session);
}

TEST(CarriedSession, IsPutIntoNothingElseThanAPicture) {
    for (const Carrier& carrier : carriers())
        for (const char* bytes : {"", "x", "<svg", "<svg/>", "\x89PNG\r\n\x1a\n", "%PDF-1.5"}) {
            EXPECT_THROW(carrier.with_session(bytes, opening_session()), std::runtime_error) << carrier.name << " " << bytes;
        }
}

/// Other programs' words on our files.
class OtherReaders : public ::testing::Test {
protected:
    void SetUp() override {
        for (const char* program : {"pdfinfo", "pdfdetach", "pdftoppm", "rsvg-convert"}) {
            if (run(std::string("command -v ") + program)) continue;
            if (std::getenv("CI") != nullptr) FAIL() << program << " is missing: see third_party/debian-packages.txt";
            GTEST_SKIP() << program << " is missing; './dev test' installs it";
        }
        std::string pattern = (std::filesystem::temp_directory_path() / "ravine-readers-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
    }
    void TearDown() override {
        if (!folder.empty()) std::filesystem::remove_all(folder);
    }

    /// What the command says is in folder/words.
    bool run(const std::string& command) const {
        const std::string words = folder.empty() ? "/dev/null" : (folder / "words").string();
        return std::system(("cd '" + folder.string() + "' && " + command + " >'" + words + "' 2>&1").c_str()) == 0;
    }
    std::string contents(const char* name) const {
        std::ifstream stream(folder / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    void put(const char* name, const std::string& bytes) const { std::ofstream(folder / name, std::ios::binary) << bytes; }

    std::filesystem::path folder;
};

TEST_F(OtherReaders, DrawAnSvgAsTheyDidWithoutTheSession) {
    put("plain.svg", small_svg());
    put("carrying.svg", svg_with_session(small_svg(), intricate_session()));
    ASSERT_TRUE(run("rsvg-convert plain.svg -o plain.png && rsvg-convert carrying.svg -o carrying.png")) << contents("words");
    EXPECT_EQ(contents("carrying.png"), contents("plain.png"));
}

TEST_F(OtherReaders, DrawAPdfAsTheyDidAndSaveItsSession) {
    put("plain.pdf", small_pdf());
    put("carrying.pdf", pdf_with_session(small_pdf(), intricate_session()));
    ASSERT_TRUE(run("pdfinfo carrying.pdf"));
    EXPECT_EQ(contents("words").find("Error"), std::string::npos) << contents("words");
    ASSERT_TRUE(run("pdftoppm plain.pdf plain && pdftoppm carrying.pdf carrying"));
    EXPECT_EQ(contents("words"), "");
    EXPECT_EQ(contents("carrying-1.ppm"), contents("plain-1.ppm"));
    ASSERT_TRUE(run("pdfdetach -saveall carrying.pdf"));
    EXPECT_EQ(load_session(folder / "session.ravine.json"), intricate_session());
}

}  // namespace
}  // namespace ravine
