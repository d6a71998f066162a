// SVG and PDF files show in other programs what the picture shows, and are made of lines and text.
#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/export/picture.h"
#include "app/figure/map_figure.h"
#include "app/session/names.h"
#include "tests/paint/likeness.h"
#include "tests/paint/viewer.h"

using namespace ravine;
using namespace ravine_test;

namespace {

constexpr PictureSettings small{640, 400, 1};

const CairoFonts& fonts() {
    static const CairoFonts loaded(std::filesystem::path(RAVINE_SHARE) / "fonts");
    return loaded;
}

Session session_for(std::string_view objective, Layout layout) {
    Session session = opening_session();
    choose_objective(session, objective);
    session.view.layout = layout;
    session.view.step = 120;
    return session;
}

Figure composed(const Session& session, const PictureSettings& settings = small) {
    return Composer().compose(session, simulate(session), document_request(settings), fonts());
}

std::string file_of(const Figure& figure, PictureFormat format) { return picture(figure, 1, format, nullptr, fonts()); }

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t n = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++n;
    return n;
}

/// One primitive on a grey ground.
Figure alone(Primitive primitive, float side = 120) {
    Figure figure{side, side, 1, {}, {}};
    figure.groups.push_back({{0, 0, side, side}, {FillRect{{0, 0, side, side}, rgb(0x405070), 0}, std::move(primitive)}});
    return figure;
}

/// A field of 120 by 120 samples whose levels are a function of column and row.
template <class LevelAt>
Field field_of(const LevelAt& level_at) {
    auto grid = std::make_shared<LevelGrid>();
    grid->columns = grid->rows = 120;
    grid->lowest = 0;
    grid->highest = 8;
    for (int j = 0; j < 120; ++j)
        for (int i = 0; i < 120; ++i) grid->level.push_back(level_at(static_cast<float>(i), static_cast<float>(j)));
    auto style = std::make_shared<FieldStyle>();
    for (std::size_t k = 0; k < 256; ++k) style->colors[k] = mix(rgb(0x203050), rgb(0xE8F0D0), static_cast<float>(k) / 255);
    style->line = rgb(0x000000, 0.5F);
    style->undefined = rgb(0xB04040);
    return {{0, 0, 120, 120}, grid, style};
}

/// How alike the panes must be, at least, and all of the picture, at most.
struct Bounds {
    double similarity = 0.95;
    double mean_difference = 2.5;
};

/// Both kinds of files look like the picture: the panes of a figure by their structure, all of it by its colours. The letters
/// of an SVG are set by whoever draws it.
void expect_alike(const Figure& figure, const std::string& what, const Bounds& bounds = {},
                  const std::vector<PictureFormat>& formats = {PictureFormat::svg, PictureFormat::pdf}) {
    const Image image = paint_image(figure, fonts(), 1);
    for (const PictureFormat format : formats) {
        const std::string bytes = file_of(figure, format);
        const Image seen = format == PictureFormat::svg ? seen_svg(bytes) : seen_pdf(bytes);
        const std::string where = what + std::string(picture_extensions[static_cast<std::size_t>(format)]);
        ASSERT_EQ(seen.width, image.width) << where;
        ASSERT_EQ(seen.height, image.height) << where;
        EXPECT_LT(difference(seen, image).mean, bounds.mean_difference) << where;
        std::vector<Rect> parts;
        for (const Region& region : figure.regions) parts.push_back(region.axes.rect);
        if (parts.empty()) parts.push_back({0, 0, figure.width, figure.height});
        for (const Rect& part : parts)
            EXPECT_GE(structural_similarity(cropped(seen, part), cropped(image, part)), bounds.similarity) << where;
    }
}

/// Pixels show a line, too, where f comes close to a level and turns back, and all of a plain at the height of a level as one.
/// Where bands are two pixels wide, samples and outlines differ.
Bounds bounds_of(std::string_view objective) {
    if (objective == "easom") return {0.9, 15};
    if (objective == "cross-in-tray") return {0.9};
    if (objective == "drop-wave") return {0.8, 3.5};
    if (objective == "levy-13") return {0.68, 4.5};
    return {};
}

}  // namespace

TEST(VectorFiles, ShowEveryObjectiveAsThePictureDoes) {
    for (const ObjectiveInfo& info : objectives())
        expect_alike(composed(session_for(info.id, Layout::single)), std::string(info.id), bounds_of(info.id));
}

TEST(VectorFiles, ShowEveryLayoutAndThemeAsThePictureDoes) {
    for (const Layout layout : {Layout::compare, Layout::grid, Layout::surface}) {
        for (const ThemeName theme : {ThemeName::dark, ThemeName::light, ThemeName::contrast}) {
            Session session = session_for("himmelblau", layout);
            session.view.theme = theme;
            // Poppler lays the pixels of an image on its own.
            const Bounds bounds{layout == Layout::surface ? 0.88 : 0.95};
            expect_alike(composed(session), fmt::format("layout {} theme {}", static_cast<int>(layout), static_cast<int>(theme)),
                         bounds);
        }
    }
}

TEST(VectorFiles, ShowEveryOverlayAsThePictureDoes) {
    for (const OverlayName& overlay : overlay_names) {
        Session session = session_for("rosenbrock", Layout::single);
        session.view.overlays.*overlay.on = !(session.view.overlays.*overlay.on);
        expect_alike(composed(session), std::string(overlay.name));
    }
}

TEST(VectorFiles, ShowPicturesOfTwoPixelsAPixelAsThose) {
    Session session = session_for("himmelblau", Layout::single);
    PictureSettings settings = small;
    settings.scale = 2;
    const Figure dense = composed(session, settings);
    const Image seen = seen_svg(picture(dense, 2, PictureFormat::svg, nullptr, fonts()));
    const Rect& pane = dense.regions.front().axes.rect;
    EXPECT_GE(structural_similarity(cropped(seen, pane), cropped(paint_image(dense, fonts(), 1), pane)), 0.95);
}

TEST(VectorFiles, HatchWhatIsNotDefined) {
    const Field ring = field_of([](float i, float j) {
        const float r = std::hypot(i - 50, j - 65);
        return r < 25 ? NAN : r / 12;
    });
    expect_alike(alone(ring), "a hole", {0.93});
    const Field nothing = field_of([](float, float) { return NAN; });
    expect_alike(alone(nothing), "nothing", {0.93});
}

TEST(VectorFiles, ColourAFieldWithoutAnyIsoline) {
    expect_alike(alone(field_of([](float, float) { return 3.4F; })), "flat");
}

TEST(VectorFiles, DrawFieldsAsOutlinesUnlessTheseWouldBeNoDrawing) {
    const Field wave = field_of([](float i, float j) { return 4 + 3 * std::sin(i / 15) * std::cos(j / 15); });
    EXPECT_EQ(count(file_of(alone(wave), PictureFormat::svg), "<image"), 0U);
    EXPECT_EQ(count(file_of(alone(wave), PictureFormat::pdf), "/Subtype /Image"), 0U);

    auto noise = std::make_shared<LevelGrid>(*wave.grid);
    noise->highest = 400;
    std::uint32_t random = 1;
    for (float& level : noise->level) level = static_cast<float>((random = random * 1664525U + 1013904223U) >> 8U) / 42'000;
    Field dense = wave;
    dense.grid = noise;
    EXPECT_EQ(count(file_of(alone(dense), PictureFormat::svg), "<image"), 1U);
    EXPECT_EQ(count(file_of(alone(dense), PictureFormat::pdf), "/Subtype /Image"), 1U);
    expect_alike(alone(dense), "noise", {}, {PictureFormat::svg});
}

TEST(VectorFiles, ShowMapsOfCellsAsThePictureDoes) {
    Session session = session_for("himmelblau", Layout::single);
    session.steps = 40;
    for (const MapMeasure measure : {MapMeasure::f, MapMeasure::outcome}) {
        MapChoice choice;
        choice.measure = measure;
        MapRequest request = chosen_map(session, choice).request;
        request.columns = 24, request.rows = 16;
        const PlannedMap plan = plan_map(session, request);
        Map map;
        compute_map(plan.spec, map);
        const MapView view{session, plan, std::make_shared<const Map>(std::move(map)), measure};
        expect_alike(compose_map(view, document_request(small), fonts()), "map");
    }
}

TEST(VectorFiles, AreTheSameEveryTimeAndSmall) {
    for (const Layout layout : {Layout::single, Layout::compare, Layout::grid, Layout::surface}) {
        for (const PictureFormat format : {PictureFormat::svg, PictureFormat::pdf}) {
            const Session session = session_for("himmelblau", layout);
            const PictureSettings settings{1600, 900, 1};
            const std::string bytes = file_of(composed(session, settings), format);
            EXPECT_EQ(bytes, file_of(composed(session, settings), format));
            EXPECT_LT(bytes.size(), 600'000U);
        }
    }
}

TEST(VectorFiles, HoldTextAsText) {
    Session session = session_for("himmelblau", Layout::compare);
    session.title = "a < b & \"c\" \x01 ∇f";
    const Figure figure = composed(session);
    const std::string svg = file_of(figure, PictureFormat::svg);
    EXPECT_NE(svg.find("<title id=\"ravine-title\">a &lt; b &amp; &quot;c&quot;"), std::string::npos);
    EXPECT_EQ(svg.find('\x01'), std::string::npos);
    EXPECT_NE(svg.find("<tspan font-family=\"DejaVu Sans"), std::string::npos);
    EXPECT_NE(svg.find(">RMSprop<"), std::string::npos);
    EXPECT_EQ(seen_svg(svg).width, small.width);
    const std::string words = words_in_pdf(file_of(figure, PictureFormat::pdf));
    for (const char* const word : {"a < b & \"c\"", "RMSprop", "∇f"}) EXPECT_NE(words.find(word), std::string::npos) << word;
}

TEST(VectorFiles, EmbedASurfaceAsOneImageOfItsScale) {
    const Figure figure = composed(session_for("himmelblau", Layout::surface));
    EXPECT_EQ(count(file_of(figure, PictureFormat::svg), "<image"), 1U);
    EXPECT_GT(picture(figure, 2, PictureFormat::svg, nullptr, fonts()).size(), file_of(figure, PictureFormat::svg).size());
}

TEST(VectorFiles, DrawEveryShapeAndStrokeAsThePictureDoes) {
    for (int s = 0; s <= static_cast<int>(Shape::saddle); ++s)
        expect_alike(alone(Marker{{60, 60}, static_cast<Shape>(s), 60, rgb(0xE69F00), rgb(0xFFFFFF), 4}), std::to_string(s),
                     {0.97});
    expect_alike(alone(FillRect{{10.5F, 20, 90, 77}, rgb(0xE69F00), 12}), "round", {0.97});
    expect_alike(alone(StrokeRect{{10.5F, 20.5F, 90.5F, 77.5F}, rgb(0xE69F00, 0.6F), 3, 12}), "frame", {0.97});
    expect_alike(alone(Lines{{{5, 10}, {100, 60}, {20, 110}}, rgb(0xFFFFFF), 3, 9, 4}), "dashes", {0.97});
    expect_alike(alone(Polygon{{{20.3F, 30}, {70, 41.5F}, {38, 77}}, rgb(0xE69F00)}), "polygon", {0.97});
}
