// `ravine render`: pictures without a window or a display.
#include <cstdint>

#include "tests/cli/ravine_process.h"

namespace ravine_test {
namespace {

struct Size {
    std::uint32_t width, height;
    bool operator==(const Size&) const = default;
};

/// From the IHDR chunk; {0, 0} where the text is no PNG.
Size png_size(const std::string& png) {
    if (png.size() < 24 || png.compare(0, 8, "\x89PNG\r\n\x1a\n") != 0) return {0, 0};
    const auto word = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = at; i < at + 4; ++i) value = value << 8U | static_cast<unsigned char>(png[i]);
        return value;
    };
    return {word(16), word(20)};
}

class Render : public InFolder {
protected:
    Size rendered(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "render");
        arguments.insert(arguments.end(), {"-o", "out.png"});
        const Result result = ravine(arguments, folder);
        EXPECT_EQ(result.status, 0) << result.err;
        EXPECT_EQ(result.out + result.err, "");
        EXPECT_EQ(files(), expected_files);
        return png_size(contents(folder / "out.png"));
    }
    std::size_t expected_files = 1;
};

TEST_F(Render, WritesTheOpeningComparison) { EXPECT_EQ(rendered({}), (Size{1600, 900})); }

TEST_F(Render, HasTheSizeAskedFor) {
    EXPECT_EQ(rendered({"--size", "640x360"}), (Size{640, 360}));
    EXPECT_EQ(rendered({"--size", "640x360", "--scale", "2"}), (Size{1280, 720}));
    EXPECT_EQ(rendered({"--size", "640x360", "--scale", "0.5"}), (Size{320, 180}));
}

TEST_F(Render, SurvivesSizesThatNothingFitsInto) {
    for (const char* size : {"1x1", "1x2000", "2000x1", "40x30", "300x200"})
        EXPECT_NE(rendered({"--size", size}), (Size{0, 0})) << size;
}

TEST_F(Render, DrawsTheSamePictureEveryTimeAndAnotherForOtherSettings) {
    const auto picture = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--size", "480x270"});
        rendered(arguments);
        return contents(folder / "out.png");
    };
    const std::string usual = picture({});
    EXPECT_EQ(picture({}), usual);
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"--theme", "light"},
                                                      {"--layout", "single"},
                                                      {"--colormap", "jet"},
                                                      {"--view", "-1,1,-1,1"},
                                                      {"--start", "0,-0.5"},
                                                      {"--objective", "himmelblau"},
                                                      {"--optimizer", "adam"},
                                                      {"--steps", "20"}})
        EXPECT_NE(picture(arguments), usual) << arguments[0];
}

TEST_F(Render, WritesOutlinesAsSvgAndPdfTheSameEveryTime) {
    for (const std::string_view name : {"out.svg", "OUT.PDF"}) {
        const auto file = [&] {
            const Result result = ravine({"render", "--size", "640x360", "-o", std::string(name)}, folder);
            EXPECT_EQ(result.status, 0) << result.err;
            return contents(folder / name);
        };
        const std::string bytes = file();
        EXPECT_EQ(bytes.substr(0, 5), name == "out.svg" ? "<?xml" : "%PDF-");
        EXPECT_EQ(bytes.find("<image"), std::string::npos);
        EXPECT_EQ(file(), bytes);
    }
    EXPECT_NE(contents(folder / "out.svg").find("width=\"640\" height=\"360\" viewBox=\"0 0 640 360\""), std::string::npos);
    EXPECT_NE(contents(folder / "OUT.PDF").find("/MediaBox [ 0 0 480 270 ]"), std::string::npos);
}

TEST_F(Render, WritesMapsAsSvgAndPdf) {
    for (const std::string_view name : {"m.svg", "m.pdf"}) {
        const Result result = ravine({"map", "--cells", "16x16", "--steps", "20", "-o", std::string(name)}, folder);
        EXPECT_EQ(result.status, 0) << result.err;
        EXPECT_GT(contents(folder / name).size(), 4000U);
    }
}

/// A PNG file's chunks but those with text: what is seen, without the session that it carries.
std::string seen_in(const std::string& png) {
    std::string seen = png.substr(0, 8);
    for (std::size_t at = 8; at + 12 <= png.size();) {
        std::size_t length = 0;
        for (std::size_t k = 0; k < 4; ++k) length = length << 8U | static_cast<unsigned char>(png[at + k]);
        const std::string chunk = png.substr(at, length + 12);
        if (chunk.substr(4, 4) != "iTXt") seen += chunk;
        at += length + 12;
    }
    return seen;
}

TEST_F(Render, ShowsTheStepThatTheFileWasSavedAt) {
    const auto picture = [&](const std::string& step, const std::vector<std::string>& more) {
        put(folder / "a.json", R"({"ravine": 1, "steps": 50, "view": {"step": )" + step + "}}");
        std::vector<std::string> arguments{"a.json", "--size", "480x270"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        expected_files = 2;
        rendered(arguments);
        return seen_in(contents(folder / "out.png"));
    };
    EXPECT_NE(picture("10", {}), picture("50", {}));
    EXPECT_EQ(picture("50", {}), picture("900", {}));
    EXPECT_EQ(picture("10", {"--steps", "30"}), picture("20", {"--steps", "30"})) << "with other steps it shows the end";
}

TEST_F(Render, DrawsRunsThatDiverge) {
    EXPECT_EQ(rendered({"--optimizer", "gd:lr=100", "--optimizer", "gd:lr=1e300"}), (Size{1600, 900}));
}

TEST_F(Render, DrawsStartsFarOutside) { EXPECT_EQ(rendered({"--start", "1e200,-1e200", "--steps", "5"}), (Size{1600, 900})); }

}  // namespace
}  // namespace ravine_test
