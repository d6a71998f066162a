// An update as people read it: statements in the signs of the papers, in the form that the options, the number of the update and
// what the rule met give them. Every rule of the catalogue writes them beside its `update`, so that whoever puts this step's
// numbers in the place of the signs gets what `update` computed.
//
//   s ← ρ s + (1−ρ) g²       an accumulator or the position takes a new value, which later lines see
//   q = max(0, s − m²)       an abbreviation for the lines below
//
// The language: + − · / ^, powers as raised digits, products without a sign, √ of what follows, |a|, and the functions of
// engine/expression. A sign is a word of ASCII letters or one Greek letter, with lowered signs, ′, ∞ or a hat behind it.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/objective.h"
#include "engine/optimizer.h"

namespace ravine {

struct RuleLine {
    std::string text;
    std::string_view note = {};  ///< why it has this form: "the first update"
};

/// A number that lines name and no accumulator holds, or that the rule keeps without naming it in a line.
struct RuleValue {
    std::string_view sign, name;
    double value = 0;
};

struct RuleText {
    std::vector<RuleLine> lines;
    std::vector<RuleValue> values = {};
};

/// What one coordinate's update met. S is the rule's State<double>.
template <class S>
struct SeenUpdate {
    double t = 0;  ///< number of the update, from 1
    double g = 0;  ///< the gradient as the rule takes it: clipped, and with weight decay
    S before, after;
};

/// What a joint rule's update met; `coordinate` is the one that is asked about.
template <class S>
struct SeenJointUpdate {
    std::size_t coordinate = 0;
    std::array<double, 2> g{}, from{}, to{};
    std::array<S, 2> before, after;
    Hessian hessian;  ///< at `from`
};

/// One update of a run, for update_text. Arrays of two hold x and y; accumulators in the order of OptimizerInfo::state.
struct RuleUpdate {
    std::span<const double> params;  ///< the rule's own first, with the learning rate that the schedule gives
    double t = 0;
    std::size_t coordinate = 0;
    std::array<double, 2> g{}, from{}, to{};
    std::array<std::vector<double>, 2> before, after;
    Hessian hessian = {};  ///< at `from`; joint rules alone look at it
};

/// The lines of a catalogue rule without clipping, weight decay and schedule. `optimizer` is a place in optimizers().
RuleText update_text(int optimizer, const RuleUpdate& update);

/// Whether the rule moves both coordinates at once. `optimizer`: a place in optimizers(), or behind them for typed rules.
bool is_joint(int optimizer);

/// "(√s + ε)"; where ε does not keep it from 0, what divisor() does: "max(√s + ε, 10⁻³⁰⁰)".
inline std::string divisor_text(double eps, std::string_view sum) {
    constexpr double least = 1e-300;
    const std::string text(sum);
    return eps >= least ? "(" + text + ")" : "max(" + text + ", 10⁻³⁰⁰)";
}

/// "√(s + ε)", likewise.
inline std::string root_text(double eps, std::string_view sum) {
    const std::string root = "√(" + std::string(sum) + ")";
    return eps > 0 ? root : "max(" + root + ", 10⁻³⁰⁰)";
}

}  // namespace ravine
