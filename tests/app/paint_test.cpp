// Figure → picture → file.
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "app/export/png.h"
#include "app/figure/compose.h"
#include "app/figure/theme.h"
#include "app/paint/field_image.h"

using namespace ravine;

namespace {

const CairoFonts& fonts() {
    static const CairoFonts loaded(std::filesystem::path(RAVINE_SHARE) / "fonts");
    return loaded;
}

Image opening_picture(float width, float height, float scale, ThemeName name = ThemeName::dark) {
    Session session = opening_session();
    session.view.theme = name;
    session.view.step = 150;
    const FigureRequest request{.width = width, .height = height, .unit = document_unit(width, height), .pixel_ratio = scale};
    Composer composer;
    return paint_image(composer.compose(session, simulate(session), request, fonts()), fonts(), scale);
}

Color pixel(const Image& image, int x, int y) {
    const std::uint8_t* p =
        &image.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) * 4];
    return {static_cast<float>(p[0]) / 255, static_cast<float>(p[1]) / 255, static_cast<float>(p[2]) / 255,
            static_cast<float>(p[3]) / 255};
}

bool alike(Color a, Color b) { return std::abs(a.r - b.r) < 0.01F && std::abs(a.g - b.g) < 0.01F && std::abs(a.b - b.b) < 0.01F; }

int count(const Image& image, Color c) {
    int n = 0;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) n += alike(pixel(image, x, y), c) ? 1 : 0;
    return n;
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
    std::uint32_t v = 0;
    for (std::size_t i = 0; i < 4; ++i) v = v << 8U | static_cast<unsigned char>(bytes.at(at + i));
    return v;
}

class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "ravine-paint-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
        path = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

/// A slope from level 0 at the left to 4 at the right, 101 samples wide.
LevelGrid slope() {
    LevelGrid grid;
    grid.columns = 101;
    grid.rows = 8;
    grid.lowest = 0;
    grid.highest = 4;
    for (int j = 0; j < grid.rows; ++j)
        for (int i = 0; i < grid.columns; ++i) grid.level.push_back(static_cast<float>(i) * 0.04F);
    return grid;
}

FieldStyle grey_with_red_lines() {
    FieldStyle style;
    for (std::size_t i = 0; i < 256; ++i) {
        const float v = static_cast<float>(i) / 255;
        style.colors[i] = {v, v, v, 1};
    }
    style.line = {1, 0, 0, 1};
    style.line_width = 1;
    style.undefined = {0, 0, 1, 1};
    return style;
}

}  // namespace

TEST(PaintImage, HasTheSizeThatWasAskedFor) {
    for (const float scale : {1.0F, 2.0F, 0.5F}) {
        const Image image = opening_picture(640, 360, scale);
        EXPECT_EQ(image.width, static_cast<int>(640 * scale));
        EXPECT_EQ(image.height, static_cast<int>(360 * scale));
        EXPECT_EQ(image.rgba.size(), static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
    }
}

TEST(PaintImage, IsTheSameEveryTime) { EXPECT_EQ(opening_picture(800, 450, 1).rgba, opening_picture(800, 450, 1).rgba); }

TEST(PaintImage, ShowsBothPensAndFillsTheWindow) {
    const Image image = opening_picture(1280, 720, 1);
    EXPECT_GT(count(image, pen(0).color), 100);
    EXPECT_GT(count(image, pen(1).color), 100);
    for (const int x : {0, 1279})
        for (const int y : {0, 719}) EXPECT_TRUE(alike(pixel(image, x, y), theme(ThemeName::dark).window));
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) ASSERT_EQ(image.rgba[i], 255);
}

TEST(PaintImage, RefusesSizesThatNoPictureHas) {
    Figure figure;
    figure.width = 20000;
    figure.height = 10;
    EXPECT_THROW(paint_image(figure, fonts(), 1), PaintError);
    figure.width = 0;
    EXPECT_THROW(paint_image(figure, fonts(), 1), PaintError);
}

TEST(PaintImage, DrawsAPathOnlyAsFarAsItIsRevealed) {
    const auto path = std::make_shared<PixelPath>();
    path->vertices = {{10, 20, 0, 0}, {110, 20, 100, 10}};
    Figure figure{120, 40, 1, {}, {}};
    Path p;
    p.path = path;
    p.color = {1, 0, 0, 1};
    p.halo = {0, 0, 0, 0};
    p.width = 4;
    p.reveal = 5;
    figure.groups.push_back({{0, 0, 120, 40}, {FillRect{{0, 0, 120, 40}, {1, 1, 1, 1}, 0}, p}});
    const Image image = paint_image(figure, fonts(), 1);
    EXPECT_TRUE(alike(pixel(image, 50, 20), p.color));
    EXPECT_TRUE(alike(pixel(image, 70, 20), {1, 1, 1, 1}));
}

TEST(PaintImage, KeepsToTheClipOfAGroup) {
    Figure figure{40, 40, 1, {}, {}};
    figure.groups.push_back({{0, 0, 40, 40}, {FillRect{{0, 0, 40, 40}, {1, 1, 1, 1}, 0}}});
    figure.groups.push_back({{10, 10, 20, 20}, {Marker{{15, 15}, Shape::circle, 60, {0, 0, 0, 1}, {0, 0, 0, 1}, 4}}});
    const Image image = paint_image(figure, fonts(), 1);
    EXPECT_TRUE(alike(pixel(image, 15, 15), {0, 0, 0, 1}));
    EXPECT_TRUE(alike(pixel(image, 25, 15), {1, 1, 1, 1}));
}

TEST(PaintImage, DrawsEveryShapeDifferently) {
    std::vector<std::vector<std::uint8_t>> seen;
    for (int s = 0; s <= static_cast<int>(Shape::ring); ++s) {
        Figure figure{40, 40, 1, {}, {}};
        figure.groups.push_back({{0, 0, 40, 40}, {Marker{{20, 20}, static_cast<Shape>(s), 20, {1, 0, 0, 1}, {1, 1, 1, 1}, 2}}});
        seen.push_back(paint_image(figure, fonts(), 1).rgba);
        for (std::size_t i = 0; i + 1 < seen.size(); ++i) EXPECT_NE(seen[i], seen.back()) << i << " and " << s;
    }
}

TEST(CairoFonts, MeasuresTextWithSignsOfTheFallbackFace) {
    const float plain = fonts().width("f(x)", TextRole::formula), nabla = fonts().width("∇f(x)", TextRole::formula);
    EXPECT_GT(nabla, plain + 4);
    EXPECT_EQ(fonts().width("", TextRole::body), 0);
    EXPECT_FLOAT_EQ(fonts().width("1", TextRole::number), fonts().width("8", TextRole::number));
    EXPECT_GT(fonts().width("\xFF\xC3", TextRole::body), 0);  // not UTF-8: signs that say so
}

TEST(CairoFonts, NamesTheFontThatIsMissing) {
    try {
        CairoFonts("/nowhere/at/all");
        FAIL() << "no error";
    } catch (const PaintError& e) {
        EXPECT_NE(std::string(e.what()).find("Inter-Regular.otf"), std::string::npos);
    }
}

TEST(FieldImage, PutsALineWhereTheHeightEqualsALevel) {
    const LevelGrid grid = slope();
    const Image image = field_image(grid, grey_with_red_lines(), 1);
    for (const int whole : {25, 50, 75}) {
        EXPECT_TRUE(alike(pixel(image, whole, 4), {1, 0, 0, 1})) << whole;
        EXPECT_FALSE(alike(pixel(image, whole - 3, 4), {1, 0, 0, 1}));
        EXPECT_FALSE(alike(pixel(image, whole + 3, 4), {1, 0, 0, 1}));
    }
}

TEST(FieldImage, GivesABandOneColourBetweenItsIsolines) {
    const Image image = field_image(slope(), grey_with_red_lines(), 1);
    for (int band = 0; band < 4; ++band) {
        const float v = (static_cast<float>(band) + 0.5F) / 4;
        for (const int i : {band * 25 + 4, band * 25 + 12, band * 25 + 21})
            EXPECT_TRUE(alike(pixel(image, i, 3), {v, v, v, 1})) << i;
    }
}

TEST(FieldImage, MarksWhatIsNotDefined) {
    LevelGrid grid = slope();
    for (std::size_t i = 0; i < grid.level.size(); ++i)
        if (i % 101 < 50) grid.level[i] = NAN;
    const Image image = field_image(grid, grey_with_red_lines(), 1);
    EXPECT_GT(count(image, {0, 0, 1, 1}), 150);
    EXPECT_GT(count(image, {0, 0, 0.8F, 1}), 150);
    EXPECT_GT(pixel(image, 90, 3).r, 0.5F);
}

TEST(FieldImage, DrawsNoLinesWhereTheyWouldRunTogether) {
    LevelGrid grid = slope();
    for (float& b : grid.level) b *= 40;  // 1.6 levels per pixel
    grid.highest = 160;
    const Image image = field_image(grid, grey_with_red_lines(), 1);
    for (int i = 1; i < 101; ++i) EXPECT_NEAR(pixel(image, i, 3).r, pixel(image, i, 3).g, 0.01F);
}

TEST(Png, HasTheSizeAndResolutionOfThePicture) {
    const Folder folder;
    const Image image = opening_picture(320, 180, 2);
    write_png(image, 2, folder.path / "a.png");
    const std::string bytes = bytes_of(folder.path / "a.png");
    EXPECT_EQ(bytes.substr(1, 3), "PNG");
    EXPECT_EQ(big_endian(bytes, 16), 640U);
    EXPECT_EQ(big_endian(bytes, 20), 360U);
    const std::size_t phys = bytes.find("pHYs");
    ASSERT_NE(phys, std::string::npos);
    EXPECT_EQ(big_endian(bytes, phys + 4), 7559U);  // 192 dots per inch
}

TEST(Png, HasTheSameBytesEveryTime) {
    const Folder folder;
    write_png(opening_picture(320, 180, 1), 1, folder.path / "a.png");
    write_png(opening_picture(320, 180, 1), 1, folder.path / "b.png");
    EXPECT_EQ(bytes_of(folder.path / "a.png"), bytes_of(folder.path / "b.png"));
}

TEST(Png, NamesAFileThatCannotBeWrittenAndLeavesNothing) {
    const Folder folder;
    const std::filesystem::path file = folder.path / "missing" / "a.png";
    try {
        write_png(opening_picture(64, 36, 1), 1, file);
        FAIL() << "no error";
    } catch (const std::runtime_error& e) {
        EXPECT_NE(std::string(e.what()).find(file.string()), std::string::npos);
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path));
}
