#include "app/figure/difference.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include <fmt/format.h>

#include "app/figure/rule_numbers.h"

namespace ravine {

namespace {

double share_of_change(double before, double now) {
    return before == now ? 0 : std::abs(now - before) / std::max(std::abs(before), std::abs(now));
}

}  // namespace

Difference as_step(double before, double now) {
    if (!std::isfinite(before) || !std::isfinite(now)) return {};
    const double step = now - before;
    if (step == 0) return {"=", 0};
    return {fmt::format("{} {}{}", step > 0 ? "↑" : "↓", step > 0 ? "+" : "", written({step})), share_of_change(before, now)};
}

Difference as_factor(double before, double now) {
    const double factor = now / before;
    if (!(factor >= 0.01 && factor < 100 && std::abs(factor - 1) >= 0.0005)) return as_step(before, now);
    const int digits = std::abs(factor - 1) < 0.1 ? 3 : factor < 10 ? 2 : 1;
    return {fmt::format("{} ×{:.{}f}", factor > 1 ? "↑" : "↓", factor, digits), share_of_change(before, now)};
}

void mark_largest(std::vector<Difference>& differences) {
    std::vector<double> shares;
    for (const Difference& d : differences)
        if (!d.text.empty()) shares.push_back(d.share);
    std::ranges::sort(shares, std::greater<>());
    if (shares.size() < 2 || shares[0] < 0.001) return;
    const double alike = 0.9 * shares[0];
    if (shares.size() > 2 && shares[2] >= alike) return;
    for (Difference& d : differences) d.marked = d.share >= alike;
}

}  // namespace ravine
