// Times the real window on the screen that DISPLAY names, beside its limits. `./dev bench` gives it a screen of 1920 × 1080 with
// software OpenGL. Arguments name the parts that are wanted; without any, all are measured. docs/performance.md says what is
// measured and how.
#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include "bench/window/cases.h"

namespace {

using ravine_bench::Hand, ravine_bench::Report;

struct Part {
    std::string_view name;
    void (*measure)(Report&, Hand&);
};

constexpr std::array<Part, 6> parts{{{"start", [](Report& report, Hand&) { ravine_bench::measure_start_and_rest(report); }},
                                     {"playing", ravine_bench::measure_playing},
                                     {"sliding", ravine_bench::measure_sliding},
                                     {"map", ravine_bench::measure_dragging_beside_a_map},
                                     {"looking", ravine_bench::measure_looking_around},
                                     {"turning", ravine_bench::measure_turning}}};

}  // namespace

int main(int count, char** words) {
    const std::span<char*> wanted(words + 1, static_cast<std::size_t>(std::max(0, count - 1)));
    for (const std::string_view word : wanted) {
        if (std::ranges::find(parts, word, &Part::name) != parts.end()) continue;
        fmt::print(stderr, "window_bench: there is no part '{}': start, playing, sliding, map, looking, turning\n", word);
        return 2;
    }
    try {
        Report report("ravine's window, 1920 × 1080");
        Hand hand;
        for (const Part& part : parts) {
            if (wanted.empty() || std::ranges::find(wanted, part.name) != wanted.end()) part.measure(report, hand);
        }
        report.close();
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "window_bench: {}\n", error.what());
        return 1;
    }
}
