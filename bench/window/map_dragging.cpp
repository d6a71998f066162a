#include <limits>
#include <vector>

#include "bench/window/cases.h"
#include "bench/window/measured_window.h"
#include "bench/window/sessions.h"

namespace ravine_bench {

namespace {

constexpr int drags = 5;
constexpr double drag_seconds = 1.6, radius = 90;

/// RMSprop's map over learning rate and rho, 256 by 256 runs: each movement of the start asks for another.
const nlohmann::json map_settings = {{"aside", "map"}, {"map", {{"kind", "lr-rho"}, {"optimizer", 1}}}};

}  // namespace

void measure_dragging_beside_a_map(Report& report, Hand& hand) {
    MeasuredWindow window({.session = played_opening(), .settings = map_settings});
    double seconds = 0;
    std::vector<double> complete;
    Frames all;
    for (int i = 0; i < drags; ++i) {
        window.until_rest("map.complete");
        const Circle circle{window.place("start0").at(0.5), window.place("pane0").at(0.5), radius};
        const Dragged dragged = drag_around(hand, circle, drag_seconds);
        // The last movement and the release come together: the map of that start has not been begun when the button goes up.
        const double released = hand.release_at({dragged.at.x + 3, dragged.at.y + 3});
        ravine_test::pause(0.5);
        window.until_rest("map.complete");
        const Frames during = window.drawn(dragged.from, dragged.to, 10, "the dragged start");
        all.insert(all.end(), during.begin(), during.end());
        seconds += dragged.seconds();
        complete.push_back(
            window.drawn(released, std::numeric_limits<double>::infinity(), 1, "the start's last movement").back().ended() -
            released);
    }
    report.row("start dragged beside a map of 256 × 256 runs: frames", static_cast<double>(all.size()) / seconds, "/s",
               at_least(30));
    report.row("    frame, mean", mean_ms(all), "ms");
    report.row("    from the release to the complete map, median of 5", median(complete), "ms", at_most(100));
}

}  // namespace ravine_bench
