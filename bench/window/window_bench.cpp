// Times the real window on the screen that DISPLAY names, beside its limits. `./dev bench` gives it a screen of 1920 × 1080 with
// software OpenGL. docs/performance.md says what is measured and how.
#include <cstdio>
#include <exception>

#include <fmt/format.h>

#include "bench/window/cases.h"

int main() {
    try {
        ravine_bench::Report report("ravine's window, 1920 × 1080");
        ravine_bench::Hand hand;
        ravine_bench::measure_start_and_rest(report);
        ravine_bench::measure_playing(report, hand);
        ravine_bench::measure_sliding(report, hand);
        ravine_bench::measure_dragging_beside_a_map(report, hand);
        ravine_bench::measure_looking_around(report, hand);
        ravine_bench::measure_turning(report, hand);
        report.close();
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "window_bench: {}\n", error.what());
        return 1;
    }
}
