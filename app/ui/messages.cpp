#include "app/ui/messages.h"

#include <algorithm>
#include <utility>

namespace ravine {

void Messages::note(std::string text, double now) { messages_.push_back({Kind::note, std::move(text), now}); }

void Messages::problem(std::string text, double now) {
    const auto same = [&](const Message& m) { return m.kind == Kind::problem && m.text == text; };
    if (std::none_of(messages_.begin(), messages_.end(), same)) messages_.push_back({Kind::problem, std::move(text), now});
}

void Messages::close(std::size_t i) { messages_.erase(messages_.begin() + static_cast<std::ptrdiff_t>(i)); }

bool Messages::expire(double now) {
    return std::erase_if(messages_, [&](const Message& m) { return m.kind == Kind::note && now - m.shown_at >= note_seconds; }) >
           0;
}

double Messages::next_expiry(double now) const {
    double soonest = -1;
    for (const Message& m : messages_) {
        if (m.kind != Kind::note) continue;
        const double left = std::max(0.0, m.shown_at + note_seconds - now);
        soonest = soonest < 0 ? left : std::min(soonest, left);
    }
    return soonest;
}

}  // namespace ravine
