#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "bench/window/cases.h"
#include "bench/window/empty_window.h"
#include "bench/window/measured_window.h"
#include "bench/window/sessions.h"

namespace ravine_bench {

namespace {

constexpr double speed = 4;  // times the normal one, so that a thousand steps take six seconds
constexpr double slowest_speed = 0.1, speed_range = 1000;
constexpr std::size_t enough_frames = 60;

struct Case {
    ravine::Layout layout;
    std::string name;
    std::optional<Limit> frame, memory;
};

struct Played {
    double mean_ms, slowest_ms, processor_ms, megabytes;
};

Played play(Hand& hand, ravine::Layout layout) {
    MeasuredWindow window({.session = twelve_optimizers(layout)});
    window.until_rest();
    hand.click(window.place("speed").at(std::log(speed / slowest_speed) / std::log(speed_range)));
    window.until_rest();
    const double from = hand.click(window.place("play").at(0.5));
    ravine_test::pause(1);
    window.until_rest();
    const Frames frames =
        window.drawn(from, std::numeric_limits<double>::infinity(), enough_frames, "the button that plays the runs");
    return {.mean_ms = mean_ms(frames),
            .slowest_ms = slowest_ms(frames),
            .processor_ms = mean_processor_ms(frames),
            .megabytes = window.resident_megabytes()};
}

}  // namespace

void measure_playing(Report& report, Hand& hand) {
    const std::array<Case, 4> cases{{{ravine::Layout::single, "single", at_most(16.7), at_most(150)},
                                     {ravine::Layout::compare, "compare", at_most(16.7), {}},
                                     {ravine::Layout::grid, "grid", {}, {}},
                                     {ravine::Layout::surface, "surface", {}, {}}}};
    EmptyFrame empty;
    std::vector<Played> played;
    // What else the machine does changes in the course of a minute: the empty window is measured between the others.
    for (const Case& c : cases) {
        const EmptyFrame now = empty_frame();
        empty.ms += now.ms / static_cast<double>(cases.size());
        empty.processor_ms += now.processor_ms / static_cast<double>(cases.size());
        played.push_back(play(hand, c.layout));
    }
    report.row("frame of an empty Dear ImGui window, mean", empty.ms, "ms");
    report.row("    its processor time, mean", empty.processor_ms, "ms");
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const std::string what = fmt::format("12 optimizers play 1,000 steps, {}: ", cases[i].name);
        report.row(what + "frame, mean", played[i].mean_ms, "ms", cases[i].frame);
        report.row("    beside an empty window's", played[i].mean_ms / empty.ms, "×", at_most(4));
        report.row("    its processor time, mean", played[i].processor_ms, "ms");
        report.row("    slowest", played[i].slowest_ms, "ms");
    }
    for (std::size_t i = 0; i < cases.size(); ++i)
        report.row(fmt::format("memory: 12 optimizers, 1,000 steps, {}", cases[i].name), played[i].megabytes, "MB",
                   cases[i].memory);
}

}  // namespace ravine_bench
