#include <limits>
#include <string>

#include "bench/window/cases.h"
#include "bench/window/measured_window.h"
#include "bench/window/sessions.h"

namespace ravine_bench {

namespace {

constexpr double pan_seconds = 3, radius = 150, notch_interval = 0.04;
constexpr int notches = 20;  // inwards, then as many outwards, twice
constexpr std::size_t enough_frames = 2;
constexpr double longest_frame = 33;  // ms

void look_around(Report& report, Hand& hand, const ravine::Session& session, const std::string& what) {
    MeasuredWindow window({.session = session});
    window.until_rest();
    const Place pane = window.place("pane0");
    const Dragged dragged = drag_around(hand, {pane.at(0.6, 0.7), pane.at(0.5), radius}, pan_seconds);
    hand.release();
    window.until_rest();
    const Frames panned = window.drawn(dragged.from, dragged.to, enough_frames, "the dragged plane");
    report.row(what + " panned: slowest frame", slowest_ms(panned), "ms", at_most(longest_frame));
    report.row("    mean", mean_ms(panned), "ms");
    report.row("    its processor time, mean", mean_processor_ms(panned), "ms");

    const double from = hand.move(pane.at(0.5));
    for (int i = 0; i < 4 * notches; ++i) {
        (i / notches) % 2 == 0 ? hand.wheel_up() : hand.wheel_down();
        ravine_test::pause(notch_interval);
    }
    window.until_rest();
    const Frames zoomed = window.drawn(from, std::numeric_limits<double>::infinity(), enough_frames, "the wheel");
    report.row("    zoomed: slowest frame", slowest_ms(zoomed), "ms", at_most(longest_frame));
    report.row("    mean", mean_ms(zoomed), "ms");
    report.row("    its processor time, mean", mean_processor_ms(zoomed), "ms");
}

}  // namespace

void measure_looking_around(Report& report, Hand& hand) {
    look_around(report, hand, long_run(0), "a run of 100,000 steps");
    look_around(report, hand, long_run(30), "one of 100,000 noisy steps");
}

}  // namespace ravine_bench
