// What is drawn on a contour, switched in the window.
#include "app/session/names.h"
#include "tests/e2e/in_window.h"

using namespace ravine_test;
using Window = InWindow;

namespace {

/// How many pixels differ within `place`.
int differing(const Picture& a, const Picture& b, const Place& place) {
    int count = 0;
    for (auto y = static_cast<std::size_t>(place.y0); y < static_cast<std::size_t>(place.y1); ++y) {
        for (auto x = static_cast<std::size_t>(place.x0); x < static_cast<std::size_t>(place.x1); ++x) {
            count += a.pixels.at(y * a.width + x) != b.pixels.at(y * b.width + x) ? 1 : 0;
        }
    }
    return count;
}

/// Turns the wheel over the panel until the control is in sight.
void scroll_to(Driver& w, const std::string& control) {
    const auto bottom = [&] { return w.place("play").y1; };
    const Spot panel{120, 400};
    for (int i = 0; i < 40 && w.place(control).y1 > bottom(); ++i) w.wheel(panel, -2);
    ASSERT_LE(w.place(control).y1, bottom());
}

}  // namespace

TEST_F(Window, SwitchesEveryOverlayAndSavesWhich) {
    ravine::Session session = ravine::opening_session();
    ravine::choose_objective(session, "himmelblau");
    session.view.step = 50;
    Driver& w = open(session);
    for (const ravine::OverlayName& overlay : ravine::overlay_names) {
        const std::string control = "overlay." + std::string(overlay.name);
        scroll_to(w, control);
        const Picture before = w.picture(folder / "before.png");
        w.click(control);
        EXPECT_GT(differing(before, w.picture(folder / "after.png"), w.place("pane0")), 10) << control;
        session.view.overlays.*overlay.on = !(session.view.overlays.*overlay.on);
        EXPECT_EQ(w.saved(file).view.overlays, session.view.overlays) << control;
    }
}
