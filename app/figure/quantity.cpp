#include "app/figure/quantity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "app/figure/ticks.h"

namespace ravine {
namespace {

/// Beyond, axes would overflow.
constexpr double most = 1e300;
constexpr double farthest = 10;

Box sight_of(const Box& domain, Point start) {
    const Point middle{domain.x0 + domain.width() / 2, domain.y0 + domain.height() / 2};
    const double dx = std::max(farthest * domain.width() / 2, 2 * std::abs(start.x - middle.x));
    const double dy = std::max(farthest * domain.height() / 2, 2 * std::abs(start.y - middle.y));
    return {middle.x - dx, middle.x + dx, middle.y - dy, middle.y + dy};
}

double finite(double value) {
    constexpr double largest = std::numeric_limits<double>::max();
    return std::isnan(value) ? largest : std::clamp(value, -largest, largest);
}

/// As std::hypot, which is slower where no square over- or underflows.
double length(double x, double y) {
    const double square = x * x + y * y;
    return square > 1e-280 && square < 1e280 ? std::sqrt(square) : std::hypot(x, y);
}

double nearest(const std::vector<Minimum>& minima, double x, double y) {
    double least = INFINITY;
    for (const Minimum& m : minima) least = std::min(least, length(x - m.x, y - m.y));
    return least;
}

/// The first accumulators of some optimizers: "s", or "s, m" where they differ.
std::vector<std::string> accumulator_names(const Session& session, std::span<const int> optimizers) {
    std::vector<std::string> names;
    for (const int i : optimizers) {
        const auto& state = info_of(session.optimizers[static_cast<std::size_t>(i)]).state;
        if (!state.empty() && std::find(names.begin(), names.end(), state.front()) == names.end())
            names.emplace_back(state.front());
    }
    return names;
}

bool draws(const Session& session) { return session.noise != 0 || objective_of(session).draws_batches(); }

}  // namespace

Reference reference_of(const Objective& objective) {
    std::vector<Minimum> minima = objective.minima();
    const Base base = minima.empty() ? Base{} : Base{true, minima.front().f};
    return {base, std::move(minima), objective.info().domain};
}

std::span<const Series> series_of(CurveKind kind) {
    static constexpr std::array height{Series::height}, gradient{Series::gradient}, distance{Series::distance},
        step_length{Series::step_length};
    static constexpr std::array rates{Series::rate_x, Series::rate_y}, accumulators{Series::accumulator_x, Series::accumulator_y};
    switch (kind) {
        case CurveKind::height:
            return height;
        case CurveKind::gradient:
            return gradient;
        case CurveKind::distance:
            return distance;
        case CurveKind::rate:
            return rates;
        case CurveKind::accumulator:
            return accumulators;
        case CurveKind::step_length:
            return step_length;
    }
    return height;
}

bool has(const Run& run, Series series, const Reference& from) {
    if (run.last() < first_row(series)) return false;
    if (series == Series::distance) return !from.minima.empty();
    if (series == Series::accumulator_x || series == Series::accumulator_y) return !run.state.empty();
    return series != Series::trajectory;
}

int first_row(Series series) {
    switch (series) {
        case Series::rate_x:
        case Series::rate_y:
        case Series::accumulator_x:
        case Series::accumulator_y:
        case Series::step_length:
            return 1;
        default:
            return 0;
    }
}

double value_at(const Run& run, Series series, int row, const Reference& from) {
    const auto k = static_cast<std::size_t>(row);
    switch (series) {
        case Series::trajectory:
            return 0;
        case Series::height:
            return finite(run.f[k] - from.base.f);
        case Series::gradient:
            return finite(length(run.gx[k], run.gy[k]));
        case Series::distance:
            return finite(nearest(from.minima, run.x[k], run.y[k]));
        case Series::rate_x:
            return finite(run.rate_x[k]);
        case Series::rate_y:
            return finite(run.rate_y[k]);
        case Series::accumulator_x:
            return finite(run.state.front()[2 * k]);
        case Series::accumulator_y:
            return finite(run.state.front()[2 * k + 1]);
        case Series::step_length:
            return finite(length(run.x[k] - run.x[k - 1], run.y[k] - run.y[k - 1]));
    }
    return 0;
}

void Extent::take(double value) {
    const double v = std::clamp(value, -most, most);
    lo = std::min(lo, v);
    hi = std::max(hi, v);
    if (v > 0) least_above_0 = std::min(least_above_0, std::max(v, 1 / most));
}

void Extent::take(const Extent& other) {
    lo = std::min(lo, other.lo);
    hi = std::max(hi, other.hi);
    least_above_0 = std::min(least_above_0, other.least_above_0);
}

Extent extent_of(const Run& run, Series series, const Reference& from, const RowRange& rows) {
    Extent e;
    if (!has(run, series, from)) return e;
    const int beginning = first_row(series), last = std::min(rows.last, run.last());
    const Box sight = sight_of(from.domain, run.at(0));
    for (int row = std::max(rows.first, beginning); row <= last; ++row) {
        // Where a run begins is in sight, wherever it is.
        if (row != beginning && !sight.contains(run.at(row))) {
            e.strayed = true;
            continue;
        }
        const double value = value_at(run, series, row, from);
        if (e.empty()) e.first = value;
        e.take(value);
    }
    return e;
}

std::vector<std::string> value_words(const Run& run, CurveKind kind, int row, const Reference& from) {
    const std::span<const Series> series = series_of(kind);
    std::vector<std::string> words;
    for (std::size_t k = 0; k < series.size(); ++k) {
        const std::string coordinate = series.size() == 1 ? "" : k == 0 ? "x " : "y ";
        if (row < first_row(series[k]))
            words.push_back(coordinate + "–");
        else if (has(run, series[k], from))
            words.push_back(coordinate + readable(value_at(run, series[k], row, from)));
        else
            return {"none"};
    }
    return words;
}

std::string quantity_name(const Session& session, CurveKind kind, std::span<const int> optimizers) {
    switch (kind) {
        case CurveKind::height:
            return objective_of(session).has_global_minimum() ? "f − f*" : "f";
        case CurveKind::gradient:
            return draws(session) ? "‖g‖" : "‖∇f‖";
        case CurveKind::distance:
            return "distance to minimum";
        case CurveKind::rate:
            return "effective rate";
        case CurveKind::accumulator: {
            const std::vector<std::string> names = accumulator_names(session, optimizers);
            if (names.empty() || names.size() > 3) return names.empty() ? "accumulator" : "first accumulators";
            std::string text = names.size() == 1 ? "accumulator " : "accumulators ";
            for (std::size_t i = 0; i < names.size(); ++i) text += (i == 0 ? "" : ", ") + names[i];
            return text;
        }
        case CurveKind::step_length:
            return "step length";
    }
    return {};
}

std::string_view quantity_words(CurveKind kind) {
    switch (kind) {
        case CurveKind::height:
            return "height";
        case CurveKind::gradient:
            return "gradient norm";
        case CurveKind::distance:
            return "to the nearest known one";
        case CurveKind::rate:
            return "what multiplies the gradient, x and y";
        case CurveKind::accumulator:
            return "the rule’s first, x and y";
        case CurveKind::step_length:
            return "of each update";
    }
    return {};
}

}  // namespace ravine
