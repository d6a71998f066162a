// What the engine's tests have in common.
#pragma once

#include <bit>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "engine/objective.h"
#include "engine/optimizer.h"
#include "engine/run.h"

namespace ravine::test {

inline std::vector<Point> random_points(Box box, int count, unsigned seed = 7) {
    std::mt19937 generator(seed);
    std::uniform_real_distribution<double> x(box.x0, box.x1), y(box.y0, box.y1);
    std::vector<Point> points;
    for (int i = 0; i < count; ++i) {
        const double px = x(generator);
        points.push_back({px, y(generator)});
    }
    return points;
}

/// "rmsprop", {{"lr", 0.01}}
struct Setting {
    std::string_view param;
    double value;
};

inline Optimizer optimizer_with(std::string_view id, const std::vector<Setting>& settings) {
    const OptimizerInfo& info = *find_optimizer(id);
    std::vector<double> values = standard_values(info.params);
    for (const Setting& s : settings) values.at(static_cast<std::size_t>(index_of(info.params, s.param))) = s.value;
    return {id, values};
}

inline bool same_bits(double a, double b) { return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b); }

inline bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!same_bits(a[i], b[i])) return false;
    return true;
}

/// Every column, the outcome included.
inline bool same_bits(const Run& a, const Run& b) {
    if (a.state.size() != b.state.size()) return false;
    for (std::size_t k = 0; k < a.state.size(); ++k)
        if (!same_bits(a.state[k], b.state[k])) return false;
    return same_bits(a.x, b.x) && same_bits(a.y, b.y) && same_bits(a.f, b.f) && same_bits(a.gx, b.gx) && same_bits(a.gy, b.gy) &&
           same_bits(a.rate_x, b.rate_x) && same_bits(a.rate_y, b.rate_y) && a.outcome == b.outcome &&
           a.converged_at == b.converged_at;
}

/// Variants of an optimizer that together move every hyperparameter: each toggle flipped, each choice, each number changed.
inline std::vector<Optimizer> variants(const OptimizerInfo& info) {
    std::vector<Optimizer> list{Optimizer(info.id)};
    for (std::size_t k = 0; k < info.params.size(); ++k) {
        const Parameter& p = info.params[k];
        std::vector<double> values = standard_values(info.params);
        if (p.scale == Scale::choice) {
            for (std::size_t c = 1; c < p.choices.size(); ++c) {
                values[k] = static_cast<double>(c);
                list.emplace_back(info.id, values);
            }
            continue;
        }
        values[k] = p.scale == Scale::toggle ? 1 - p.standard : slider_value(p, 0.45);
        list.emplace_back(info.id, values);
    }
    return list;
}

/// "rmsprop rho=0.99 centered=1"
inline std::string describe(const Optimizer& o) {
    std::string text(o.info().id);
    for (std::size_t k = 0; k < o.params().size(); ++k) {
        const Parameter& p = o.info().params[k];
        if (o.params()[k] == p.standard) continue;
        text.append(" ").append(p.id).append("=").append(format_value(p, o.params()[k]));
    }
    return text;
}

}  // namespace ravine::test
