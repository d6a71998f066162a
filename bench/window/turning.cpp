#include "bench/window/cases.h"
#include "bench/window/measured_window.h"
#include "bench/window/sessions.h"

namespace ravine_bench {

namespace {

constexpr double seconds = 4, radius = 120;

}  // namespace

void measure_turning(Report& report, Hand& hand) {
    ravine::Session session = twelve_optimizers(ravine::Layout::surface);
    session.view.step = session.steps;
    MeasuredWindow window({.session = session, .width = 1280, .height = 720});
    window.until_rest();
    const Place surface = window.place("surface0");
    const Dragged dragged = drag_around(hand, {surface.at(0.6, 0.7), surface.at(0.5), radius}, seconds);
    hand.release();
    window.until_rest();
    const Frames turned = window.drawn(dragged.from, dragged.to, 10, "the turned surface");
    report.row("surface at 1280 × 720 turned, 12 optimizers, 1,000 steps: frames",
               static_cast<double>(turned.size()) / dragged.seconds(), "/s", at_least(20));
    report.row("    frame, mean", mean_ms(turned), "ms");
    report.row("    its processor time, mean", mean_processor_ms(turned), "ms");
}

}  // namespace ravine_bench
