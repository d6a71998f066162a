// From the opening comparison to a saved session and an exported picture.
#include <algorithm>

#include "app/figure/axes.h"
#include "app/session/session_json.h"
#include "engine/parameter.h"
#include "tests/e2e/in_window.h"
#include "tests/e2e/png_file.h"

using namespace ravine_test;

namespace {

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// How much of the plane a pixel of a pane covers.
double data_per_pixel(const ravine::Session& session, const Place& pane) {
    const ravine::Box box =
        ravine::fitted(session.view.box, {0, 0, static_cast<float>(pane.width()), static_cast<float>(pane.height())});
    return box.width() / pane.width();
}

}  // namespace

using Window = InWindow;

TEST_F(Window, SavesWhatWasChangedByHandAndExportsItAsAPicture) {
    Driver& w = open();
    w.press_now("Home");  // the opening comparison moves by itself
    w.wait_for_rest();
    const ravine::Session opening = ravine::opening_session();

    const Place rho = w.place("optimizer1.rho");
    const ravine::Parameter& p =
        ravine::find_optimizer("rmsprop")
            ->params[static_cast<std::size_t>(ravine::index_of(ravine::find_optimizer("rmsprop")->params, "rho"))];
    w.drag(rho.at(ravine::slider_position(p, p.standard)), rho.at(0.8));

    const Spot ring = w.place("start0").at(0.5);
    const double pixel = data_per_pixel(opening, w.place("pane0"));
    w.drag(ring, {ring.x + 60, ring.y - 40});

    w.type_value("optimizer0.lr", "0.123456789");

    w.press("e", "ctrl");
    eventually("picture", [&] { return !files_in(pictures).empty(); });
    ASSERT_EQ(files_in(pictures).size(), 1U);
    const Picture picture = read_png(files_in(pictures)[0]);
    EXPECT_EQ(picture.width, 1280U);
    EXPECT_EQ(picture.height, 720U);
    EXPECT_GT(picture.colors(), 100U);

    w.press("s", "ctrl");
    ASSERT_TRUE(w.has("file.name"));
    w.press("a", "ctrl");
    w.type("from the window");
    w.press("Return");
    const std::filesystem::path saved = folder / "from the window.ravine.json";
    eventually("saved session", [&] { return std::filesystem::exists(saved); });
    const ravine::Session session = ravine::load_session(saved);

    EXPECT_NEAR(ravine::slider_position(p, value_of(session, 1, "rho")), 0.8, 2 / rho.width());
    EXPECT_EQ(value_of(session, 0, "lr"), 0.123456789);
    EXPECT_NEAR(session.start.x, opening.start.x + 60 * pixel, 2 * pixel);
    EXPECT_NEAR(session.start.y, opening.start.y + 40 * pixel, 2 * pixel);
    ravine::Session others = session;
    value_of(others, 1, "rho") = value_of(opening, 1, "rho");
    value_of(others, 0, "lr") = value_of(opening, 0, "lr");
    others.start = opening.start;
    others.view.step = opening.view.step;
    EXPECT_EQ(others, opening) << "something else changed: " << ravine::to_json(session);
}

TEST_F(Window, WritesThePictureAtTheScaleChosenInTheExportDialog) {
    Driver& w = open(ravine::opening_session());
    w.click("export");
    w.click("export.scale.3×");
    w.click("export.write");
    eventually("picture", [&] { return !files_in(pictures).empty(); });
    const Picture picture = read_png(files_in(pictures)[0]);
    EXPECT_EQ(picture.width, 3 * 640U);
    EXPECT_EQ(picture.height, 3 * 360U);
    // The choice is remembered, and a second picture does not take the place of the first.
    w.wait_for_rest();
    w.press("e", "ctrl");
    eventually("second picture", [&] { return files_in(pictures).size() == 2; });
    for (const auto& file_written : files_in(pictures)) EXPECT_EQ(read_png(file_written).width, 3 * 640U);
}
