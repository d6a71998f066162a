// A run: one optimizer on one objective from one start. `simulate` is a pure function of its `RunSpec`.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/objective.h"
#include "engine/optimizer.h"

namespace ravine {

inline constexpr int max_steps = 1'000'000;

/// From the update `step` → `step + 1` on, hyperparameter `param` (an index into the optimizer's params) is `value`.
struct Change {
    int step = 0;
    int param = 0;
    double value = 0;
    bool operator==(const Change&) const = default;
};

struct RunSpec {
    Objective objective;
    Optimizer optimizer;
    Point start;
    int steps = 300;                   ///< updates, 1 .. max_steps
    std::uint64_t seed = 1;            ///< of the gradient noise
    std::uint64_t run = 0;             ///< number of this run: runs with one seed draw different noise
    double noise = 0;                  ///< standard deviation of the Gaussian noise added to each gradient component
    std::vector<Change> changes = {};  ///< ascending in step
    bool operator==(const RunSpec&) const = default;
};

enum class Outcome {
    global_minimum,  ///< converged to a global minimum
    local_minimum,   ///< converged to a minimum that is not global
    saddle,          ///< converged to a stationary point that is no minimum: the Hessian has a negative eigenvalue
    moving,          ///< still moving when the steps ran out
    oscillating,     ///< repeats a cycle of 2 to 8 steps
    diverged,        ///< left every bound (a million times the domain), or overflowed there; ends at the last finite row
    undefined,       ///< left the domain of f; ends at the last row where f is defined
};

std::string_view id_of(Outcome o);    ///< "global-minimum", ...
std::string_view text_of(Outcome o);  ///< "converged to a global minimum", ...

/// Throws std::invalid_argument with what was expected where steps, a start that is not finite, the noise, or a change is out of
/// range.
void check(const RunSpec& spec);

/// Every step of a run, column by column. Row 0 is the start; 1 ≤ size() ≤ steps + 1. Every number is finite but the
/// rates of row 0, which are NaN since no update led there. A start where f has no finite value gives one row, with the
/// largest double in place of an infinity and 0 in place of NaN.
struct Run {
    std::vector<double> x, y, f;
    std::vector<double> gx, gy;          ///< the gradient the rule is given at this point (noise included)
    std::vector<double> rate_x, rate_y;  ///< effective rate of the update that led to this row
    /// Accumulators after the update that led to this row: state[i] holds the i-th accumulator of the optimizer,
    /// x and y in turn: state[i][2 * row + coordinate].
    std::vector<std::vector<double>> state;
    Outcome outcome = Outcome::moving;
    int converged_at = -1;  ///< the first step from which on the run stays converged, or -1

    std::size_t size() const { return x.size(); }
    int last() const { return static_cast<int>(x.size()) - 1; }
    Point at(int step) const { return {x[static_cast<std::size_t>(step)], y[static_cast<std::size_t>(step)]}; }
};

/// The whole run. Throws std::invalid_argument where steps, a start that is not finite, the noise, or a change is out of range.
Run simulate(const RunSpec& spec);

/// The rest of `run` (a result of `simulate` for the same spec) computed again from its row `step`: rows 0..step are copied,
/// the others follow from the recorded state alone. Equal to `run` bit for bit. Throws std::invalid_argument unless
/// 0 ≤ step ≤ run.last().
Run resume(const RunSpec& spec, const Run& run, int step);

}  // namespace ravine
