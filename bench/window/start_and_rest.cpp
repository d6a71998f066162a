#include <memory>
#include <vector>

#include "bench/window/cases.h"
#include "bench/window/measured_window.h"

namespace ravine_bench {

namespace {

constexpr int starts = 5;  // counted, after one that is not
constexpr double rest_seconds = 10;

}  // namespace

void measure_start_and_rest(Report& report) {
    std::unique_ptr<MeasuredWindow> window;
    std::vector<double> times;
    for (int i = 0; i <= starts; ++i) {
        window.reset();
        window = std::make_unique<MeasuredWindow>(Opening{});
        const double ms = window->first_frame_ms();
        if (i > 0) times.push_back(ms);
    }
    report.row("start of the process to the first frame, median of 5", median(times), "ms", at_most(300));

    // The opening plays by itself.
    window->until_rest();
    const std::size_t frames = window->frames().size();
    const double used = window->processor_seconds();
    ravine_test::pause(rest_seconds);
    const double busy = window->processor_seconds() - used;
    report.row("at rest: frames drawn in 10 s", static_cast<double>(window->frames().size() - frames), "", at_most(0));
    report.row("at rest: processor time", 100 * busy / rest_seconds, "%", at_most(1));
    report.row("memory: the opening, played", window->resident_megabytes(), "MB", at_most(150));
}

}  // namespace ravine_bench
