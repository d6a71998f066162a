#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "bench/window/cases.h"
#include "bench/window/measured_window.h"
#include "bench/window/sessions.h"

namespace ravine_bench {

namespace {

constexpr int movements = 24;
constexpr double between = 0.06;  // seconds between the parts of a drag

/// What followed from one movement.
struct Answer {
    Frame first;            ///< the frame after it
    double after_ms = 0;    ///< from the movement until that frame was on its way to the screen
    bool complete = false;  ///< it has the recomputed run, and no later one recomputes or draws anything
};

Answer answer_to(const Frames& frames, double moved, double next) {
    const auto after = std::ranges::find_if(frames, [&](const Frame& f) { return f.began >= moved; });
    if (after == frames.end() || after->began >= next) throw std::runtime_error("the window did not follow a slider's movement");
    const auto end = std::find_if(after, frames.end(), [&](const Frame& f) { return f.began >= next; });
    const bool last = std::all_of(after + 1, end, [](const Frame& f) { return f.runs == 0 && f.pixels == 0; });
    return {.first = *after, .after_ms = after->ended() - moved, .complete = after->runs > 0 && after->pixels > 0 && last};
}

}  // namespace

void measure_sliding(Report& report, Hand& hand) {
    ravine::Session session = twelve_optimizers(ravine::Layout::single);
    session.view.step = session.steps;
    MeasuredWindow window({.session = session});
    window.until_rest();
    const Place slider = window.place("optimizer0.lr");
    hand.move(slider.at(0.2));
    ravine_test::pause(between);
    hand.press();
    ravine_test::pause(between);
    window.until_rest();
    std::vector<double> moved;
    for (int i = 1; i <= movements; ++i) {
        moved.push_back(hand.move(slider.at(0.2 + 0.6 * i / movements)));
        ravine_test::pause(between);
        window.until_rest();
    }
    const Frames frames = window.frames();
    hand.release();

    std::vector<double> after;
    Frames answers;
    int complete = 0;
    for (std::size_t i = 0; i < moved.size(); ++i) {
        const double next = i + 1 < moved.size() ? moved[i + 1] : std::numeric_limits<double>::infinity();
        const Answer answer = answer_to(frames, moved[i], next);
        answers.push_back(answer.first);
        after.push_back(answer.after_ms);
        complete += answer.complete ? 1 : 0;
    }
    report.row("12 optimizers, 24 moves of a learning rate: complete in next frame", complete, "", at_least(movements));
    report.row("    that frame, mean", mean_ms(answers), "ms", at_most(16.7));
    report.row("    its processor time, mean", mean_processor_ms(answers), "ms");
    report.row("    from the pointer's movement to the picture, median", median(after), "ms");
}

}  // namespace ravine_bench
