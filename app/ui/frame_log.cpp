#include "app/ui/frame_log.h"

#include <cstdlib>

#include <fmt/format.h>

namespace ravine {

namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

}  // namespace

FrameLog::FrameLog() {
    if (const char* file = std::getenv("RAVINE_FRAME_LOG"); file != nullptr) lines_.open(file);
}

void FrameLog::begin() {
    began_at_ = std::chrono::system_clock::now();
    began_ = std::chrono::steady_clock::now();
    processor_ = std::clock();
}

void FrameLog::end(const FrameWork& work) {
    ++frames_;
    if (!lines_.is_open()) return;
    const Milliseconds taken = std::chrono::steady_clock::now() - began_;
    const double processor_ms = 1000 * static_cast<double>(std::clock() - processor_) / CLOCKS_PER_SEC;
    lines_ << fmt::format("{:.3f} {:.3f} {:.3f} {} {}\n", Milliseconds(began_at_.time_since_epoch()).count(), taken.count(),
                          processor_ms, work.pixels, work.runs)
           << std::flush;
}

}  // namespace ravine
