#include "bench/window/report.h"

#include <cstdio>

#include <fmt/format.h>

namespace ravine_bench {

Report::Report(const std::string& title) { fmt::print("{:<68} {:>9}    {:>12}\n", title, "measured", "limit"); }

void Report::row(const std::string& what, double measured, const std::string& unit, std::optional<Limit> limit) {
    fmt::print("{:<68} {:>9.1f} {:<3}", what, measured, unit);
    if (limit) {
        const bool kept = limit->kept_by(measured);
        ++limits_;
        kept_ += kept ? 1 : 0;
        fmt::print("{} {:>8.1f} {:<3} {}", limit->kind == Limit::Kind::at_most ? "≤" : "≥", limit->value, unit,
                   kept ? "kept" : "MISSED");
    }
    fmt::print("\n");
    std::fflush(stdout);
}

void Report::close() const { fmt::print("{} of {} limits kept\n", kept_, limits_); }

}  // namespace ravine_bench
