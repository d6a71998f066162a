// The sentence that says what the numbers say at this step. It claims nothing that they do not show.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/figure/ticks.h"
#include "app/figure/words.h"

namespace ravine {
namespace {

/// One optimizer at the playback position.
struct Seen {
    int index = 0;
    std::string name;
    const Run* run = nullptr;
    int row = 0;

    double f() const { return run->f[static_cast<std::size_t>(row)]; }
    double rate(bool of_x) const { return (of_x ? run->rate_x : run->rate_y)[static_cast<std::size_t>(row)]; }
    bool over() const { return is_over(*run, row); }
};

std::string times(double ratio) {
    return ratio < 1e5 ? readable(ratio < 10 ? std::round(ratio * 10) / 10 : std::round(ratio)) : readable(ratio);
}

std::string point(Point p) { return fmt::format("({}, {})", readable(p.x), readable(p.y)); }

std::string height_name(const Base& base) { return base.known && base.f != 0 ? "f − f*" : "f"; }

/// AdaGrad beside RMSprop: the ratio of their effective rates is the lesson. Empty where there is none to speak of.
std::string rates_sentence(const Seen& adagrad, const Seen& rmsprop, int step) {
    if (adagrad.row < 1 || rmsprop.row < 1) return "";
    const double rx = rmsprop.rate(true) / adagrad.rate(true), ry = rmsprop.rate(false) / adagrad.rate(false);
    const bool of_x = !(ry > rx);
    const double ratio = of_x ? rx : ry;
    if (std::isfinite(ratio) && ratio >= 1.5)
        return fmt::format(
            "At step {} {}’s {}-rate is {}× smaller than {}’s: it adds up every squared gradient, RMSprop forgets.", step,
            adagrad.name, of_x ? "x" : "y", times(ratio), rmsprop.name);
    return "";
}

/// The coordinate whose effective rates differ most between two optimizers, whatever their rules, and where both stand. Empty
/// where no rate is half as large again as the other's.
std::string any_rates_sentence(const Seen& a, const Seen& b, const Base& base, int step) {
    if (a.row < 1 || b.row < 1) return "";
    double most = 1;
    bool of_x = true, a_smaller = true;
    for (const bool x : {true, false}) {
        const double ratio = b.rate(x) / a.rate(x);
        if (!std::isfinite(ratio) || ratio <= 0 || std::max(ratio, 1 / ratio) <= most) continue;
        most = std::max(ratio, 1 / ratio);
        of_x = x;
        a_smaller = ratio > 1;
    }
    if (!std::isfinite(most) || most < 1.5) return "";
    const Seen &small = a_smaller ? a : b, &large = a_smaller ? b : a;
    const double from = base.known ? base.f : 0;
    return fmt::format("At step {} {}’s {}-rate is {}× smaller than {}’s; {} is {} against {}.", step, small.name,
                       of_x ? "x" : "y", times(most), large.name, height_name(base), readable(small.f() - from),
                       readable(large.f() - from));
}

/// "a", "a and b", "a, b and c"
std::string listed(const std::vector<std::string>& items) {
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += i + 1 == items.size() ? " and " : ", ";
        out += items[i];
    }
    return out;
}

/// The runs that have ended early; empty where there are none.
std::string ended_sentence(const std::vector<Seen>& seen) {
    std::vector<std::string> diverged, undefined;
    for (const Seen& s : seen)
        if (s.over())
            (s.run->outcome == Outcome::diverged ? diverged : undefined).push_back(fmt::format("{} at step {}", s.name, s.row));
    std::string out;
    if (!diverged.empty()) out = fmt::format("Diverged: {}.", listed(diverged));
    if (!undefined.empty()) out += fmt::format("{}Left the domain of f: {}.", out.empty() ? "" : " ", listed(undefined));
    return out;
}

std::string heights_sentence(const std::vector<Seen>& seen, const Base& base, int step) {
    std::vector<std::string> items;
    for (const Seen& s : seen) items.push_back(fmt::format("{} for {}", readable(s.f() - (base.known ? base.f : 0)), s.name));
    return fmt::format("At step {} {} is {}.", step, height_name(base), listed(items));
}

std::string lowest_sentence(const std::vector<Seen>& seen, const Base& base, int step) {
    const auto lowest = std::min_element(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) { return a.f() < b.f(); });
    return fmt::format("At step {} {} is lowest: {} = {}.", step, lowest->name, height_name(base),
                       readable(lowest->f() - (base.known ? base.f : 0)));
}

/// How far the lowest is below the next: as a ratio where heights are counted from a known minimum and it is worth saying, else
/// as a difference. Where both say no more than the two heights, nothing but that it is ahead.
std::string ahead(double lowest, double next, const Base& base) {
    const double ratio = base.known && lowest > 0 ? next / lowest : 0;
    if (ratio > 1e5 || (base.known && lowest <= 0)) return "ahead of";
    if (ratio >= 1.05) return fmt::format("{}× below", times(ratio));
    return fmt::format("{} below", readable(next - lowest));
}

/// "2 of 5 diverged"; empty where all go on.
std::string over_words(const std::vector<Seen>& seen) {
    const auto ended = [&](Outcome how) {
        return std::count_if(seen.begin(), seen.end(), [&](const Seen& s) { return s.over() && s.run->outcome == how; });
    };
    const auto diverged = ended(Outcome::diverged), undefined = ended(Outcome::undefined);
    if (diverged + undefined == 0) return "";
    const char* const how = undefined == 0  ? "diverged"
                            : diverged == 0 ? "left the domain of f"
                                            : "diverged or left the domain of f";
    return fmt::format("{} of {} {}", diverged + undefined, seen.size(), how);
}

/// Which of many is lowest, by how much, and how many have ended early. At least one of `seen` has not.
std::string race_sentence(std::vector<Seen> seen, const Base& base, int step) {
    const std::string over = over_words(seen);
    std::erase_if(seen, [](const Seen& s) { return s.over(); });
    std::stable_sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) { return a.f() < b.f(); });
    const auto height = [&](const Seen& s) { return s.f() - (base.known ? base.f : 0); };
    std::vector<std::string> first;
    for (const Seen& s : seen)
        if (s.f() == seen.front().f()) first.push_back(s.name);
    const double lowest = height(seen.front());
    std::string out = fmt::format("At step {} {} {} lowest: {} = {}", step, listed(first), first.size() == 1 ? "is" : "are",
                                  height_name(base), readable(lowest));
    if (first.size() < seen.size()) {
        const Seen& next = seen[first.size()];
        out += fmt::format(", {} {} ({})", ahead(lowest, height(next), base), next.name, readable(height(next)));
    }
    return out + (over.empty() ? "." : "; " + over + ".");
}

std::vector<int> in_picture(const Session& session) {
    std::vector<int> out;
    if (session.view.layout == Layout::compare) {
        out = {session.view.left};
        if (session.view.right != session.view.left) out.push_back(session.view.right);
        return out;
    }
    for (std::size_t i = 0; i < session.optimizers.size(); ++i)
        if (session.optimizers[i].shown) out.push_back(static_cast<int>(i));
    return out;
}

/// What the numbers say, whatever the runs are.
std::string sentence_at(const Session& session, const Runs& runs, int step) {
    const std::vector<std::string> names = optimizer_names(session);
    std::vector<Seen> seen;
    for (const int i : in_picture(session)) {
        const Run& run = *runs.at(static_cast<std::size_t>(i));
        seen.push_back({i, names[static_cast<std::size_t>(i)], &run, std::clamp(step, 0, run.last())});
    }
    if (seen.empty()) return "No optimizer is shown.";
    if (step <= 0)
        return seen.size() == 1
                   ? fmt::format("{} starts at {}.", seen[0].name, point(session.start))
                   : fmt::format("{} start from {}.", seen.size() == 2 ? seen[0].name + " and " + seen[1].name : "All",
                                 point(session.start));
    const Base base = known_base(objective_of(session));
    const bool racing = !std::all_of(seen.begin(), seen.end(), [](const Seen& s) { return s.over(); });
    if (session.view.layout == Layout::grid && seen.size() > 1 && racing) return race_sentence(std::move(seen), base, step);
    if (std::string ended = ended_sentence(seen); !ended.empty()) return ended;
    if (seen.size() == 2) {
        const std::string& a = session.optimizers[static_cast<std::size_t>(seen[0].index)].id;
        const std::string& b = session.optimizers[static_cast<std::size_t>(seen[1].index)].id;
        std::string sentence;
        if (a == "adagrad" && b == "rmsprop") sentence = rates_sentence(seen[0], seen[1], step);
        if (a == "rmsprop" && b == "adagrad") sentence = rates_sentence(seen[1], seen[0], step);
        if (sentence.empty()) sentence = any_rates_sentence(seen[0], seen[1], base, step);
        return sentence.empty() ? race_sentence(std::move(seen), base, step) : sentence;
    }
    return seen.size() == 1 ? heights_sentence(seen, base, step) : lowest_sentence(seen, base, step);
}

}  // namespace

std::string caption(const Session& session, const Runs& runs, int step) {
    if (!session.lesson.caption.empty()) return session.lesson.caption;
    const std::string sentence = sentence_at(session, runs, step);
    const int repeats = members(session);
    return repeats > 1 && step > 0 ? fmt::format("{} Medians of {} runs.", sentence, repeats) : sentence;
}

}  // namespace ravine
