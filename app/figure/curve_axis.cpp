// The scales of curves: which steps are seen, and between what values the curves move.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/figure/parts.h"
#include "app/session/step_range.h"

namespace ravine {
namespace {

constexpr double most_decades = 16;

Axis log_axis(const Extent& e) {
    if (!std::isfinite(e.least_above_0)) return {0.1, 1, AxisScale::log};
    // At least a decade, with the curve off the edges.
    double hi = std::log10(e.hi), lo = std::max(std::log10(e.least_above_0), hi - most_decades);
    const double pad = std::max(0.07 * (hi - lo), (1 - (hi - lo)) / 2);
    lo -= pad;
    hi += pad;
    return {std::pow(10.0, lo), std::pow(10.0, hi), AxisScale::log};
}

Axis linear_axis(const Extent& e) {
    if (e.empty()) return {0, 1};
    const double size = std::max(std::abs(e.lo), std::abs(e.hi)), span = e.hi - e.lo;
    // Values that nobody could tell apart stand in the middle.
    const bool flat = !(span > 1e-9 * size) || size < 1e-290;
    const double pad = !flat ? span * 0.06 : size > 1e-280 ? size * 0.1 : 1;
    return {e.lo - pad, e.hi + pad};
}

/// What is asked for.
struct Wanted {
    CurveKind kind = CurveKind::height;
    const std::vector<int>& optimizers;
    RowRange rows = {};
};

/// Calls `take` with the extent of every line.
template <class Take>
void for_lines(const Sheet& sheet, const Wanted& wanted, Take&& take) {
    const Reference& from = sheet.memory.reference(objective_of(sheet.session));
    for (const int i : wanted.optimizers)
        for (const Series s : series_of(wanted.kind))
            take(sheet.memory.extent(sheet.runs[static_cast<std::size_t>(i)], s, from, wanted.rows));
}

Extent extent_of_all(const Sheet& sheet, const Wanted& wanted) {
    Extent all;
    for_lines(sheet, wanted, [&](const Extent& e) { all.take(e); });
    return all;
}

/// A run that strays rises so far that on an even scale nothing else would be seen: beside others it counts with its beginning.
Extent steady_extent(const Sheet& sheet, const Wanted& wanted) {
    Extent steady, beginnings;
    for_lines(sheet, wanted, [&](const Extent& e) {
        if (!e.strayed) steady.take(e);
        if (!e.empty()) beginnings.take(e.first);
    });
    if (steady.empty()) return extent_of_all(sheet, wanted);
    steady.take(beginnings);
    return steady;
}

bool is_log(const Sheet& sheet, const Curve& curve, const Extent& whole) {
    if (curve.scale != CurveScale::automatic) return curve.scale == CurveScale::log;
    if (!std::isfinite(whole.least_above_0)) return false;
    return curve.kind == CurveKind::height ? sheet.memory.reference(objective_of(sheet.session)).base.known : whole.lo >= 0;
}

bool accumulates(const OptimizerChoice& choice) { return !info_of(choice).state.empty(); }

StepRange steps_seen(const Sheet& sheet) {
    return visible_steps(sheet.session.view.curve_range, std::max(1, last_step(sheet.runs)));
}

/// The rows between which lines are seen.
RowRange rows_seen(const Sheet& sheet) {
    if (sheet.session.view.curve_range.all()) return {};
    const StepRange seen = steps_seen(sheet);
    return {static_cast<int>(std::floor(seen.from)), static_cast<int>(std::ceil(seen.to))};
}

/// The scale over the wanted rows; over all where these show nothing.
Axis axis_over(const Sheet& sheet, const Curve& curve, const Wanted& wanted) {
    const Wanted whole{curve.kind, wanted.optimizers};
    // Which scale it is does not depend on the rows: it would leap to and fro while they are zoomed.
    const Extent all = extent_of_all(sheet, whole);
    if (is_log(sheet, curve, all)) {
        const Extent here = extent_of_all(sheet, wanted);
        return log_axis(std::isfinite(here.least_above_0) ? here : all);
    }
    const Extent here = steady_extent(sheet, wanted);
    return linear_axis(here.empty() ? steady_extent(sheet, whole) : here);
}

}  // namespace

Axis step_axis(const Sheet& sheet) {
    const StepRange seen = steps_seen(sheet);
    return {seen.from, seen.to};
}

Axis curve_axis(const Sheet& sheet, const Curve& curve, const std::vector<int>& optimizers) {
    return axis_over(sheet, curve, {curve.kind, optimizers, rows_seen(sheet)});
}

float curve_gutter(const Sheet& sheet, const Curve& curve, const std::vector<int>& optimizers, float height) {
    // Panes keep their place while the steps are zoomed, as long as the labels fit.
    return std::max(left_gutter(sheet, axis_over(sheet, curve, {curve.kind, optimizers}), height),
                    left_gutter(sheet, curve_axis(sheet, curve, optimizers), height));
}

std::string why_no_curves(const Sheet& sheet, const Curve& curve, const std::vector<int>& optimizers) {
    if (curve.kind == CurveKind::distance && sheet.memory.reference(objective_of(sheet.session)).minima.empty())
        return objective_of(sheet.session).minima_are_found() ? "No minimum of f was found" : "No minimum of f is known";
    const auto some = [&](int i) { return accumulates(sheet.choice(i)); };
    if (curve.kind == CurveKind::accumulator && std::none_of(optimizers.begin(), optimizers.end(), some)) {
        if (optimizers.size() > 1) return "None of them has accumulators";
        return fmt::format("{} has no accumulators", info_of(sheet.choice(optimizers.front())).name);
    }
    const Extent whole = extent_of_all(sheet, {curve.kind, optimizers});
    if (whole.empty()) return "No step was taken";
    if (curve.scale == CurveScale::log && !std::isfinite(whole.least_above_0)) return "No value above 0 for a log scale";
    return {};
}

}  // namespace ravine
