// The session: a plain value that says everything a person chose. Undo is a list of sessions, saving is writing one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/view.h"
#include "engine/run.h"
#include "engine/typed.h"

namespace ravine {

/// One optimizer card. `params` holds every hyperparameter in the order of the catalogue, or of the typed rule.
struct OptimizerChoice {
    std::string id;  ///< of the catalogue, or typed_optimizer_id
    std::vector<double> params;
    int color = 0;      ///< index into the palette: an optimizer keeps its colour, dash and marker everywhere
    bool shown = true;  ///< drawn or not
    std::optional<TypedOptimizer> rule = {};  ///< the typed rule, where `id` says so
    bool operator==(const OptimizerChoice&) const = default;
};

/// A hyperparameter moved while playing: see ravine::Change. `optimizer` is an index into Session::optimizers.
struct SessionChange {
    int step = 0, optimizer = 0;
    std::string param;
    double value = 0;
    bool operator==(const SessionChange&) const = default;
};

/// What a page says of a run, so that it can be held against the numbers: a place in the table that `ravine run` writes.
struct LessonClaim {
    std::string says;  ///< what stands on the page, a number as it is printed there: the run's, rounded to as many digits
    int run = 0;       ///< an index into the session's runs
    enum class Quantity {
        x,
        y,
        f,
        gx,
        gy,
        rate_x,
        rate_y,
        gradient,      ///< ‖∇f‖
        distance,      ///< to the nearest known minimum
        step_length,   ///< of the update that led here
        outcome,       ///< `says` is its text or a part of it
        converged_at,  ///< the step from which on the run stays converged
    } quantity = Quantity::f;
    std::optional<int> step = {};  ///< without it: the run's last
    bool operator==(const LessonClaim&) const = default;
};

/// What a page of a lesson says about its session.
struct Lesson {
    std::string caption;                      ///< one line, stands above the page
    std::string text;                         ///< Markdown: headings, emphasis, lists, formulas as `text`
    std::string question, answer;             ///< the answer is shown when it is asked for
    std::vector<std::string> locked, hidden;  ///< controls, by the names of app/ui/lesson_controls.h
    std::vector<LessonClaim> claims;          ///< what the numbers in it are
    bool operator==(const Lesson&) const = default;
};

struct Session {
    std::string title;
    std::string objective;                  ///< id of the catalogue, or typed_objective_id
    std::vector<double> objective_params;   ///< every parameter in the order of the catalogue
    std::optional<TypedObjective> formula;  ///< the typed formula, where `objective` says so
    Point start;
    std::vector<Point> more_starts;  ///< every optimizer runs from these too; at most max_starts − 1
    int ensemble = 1;                ///< runs of each optimizer from each start, each with a noise of its own
    int steps = 300;
    std::uint64_t seed = 1;
    double noise = 0;
    std::vector<OptimizerChoice> optimizers;  ///< 1 .. max_optimizers
    std::vector<SessionChange> changes;
    View view;
    Lesson lesson;
    bool operator==(const Session&) const = default;
};

inline constexpr int max_optimizers = 12, max_starts = 16, max_ensemble = 100;
/// Runs together have at most so many steps: all of them are in memory at once.
inline constexpr std::int64_t max_steps_together = 12'000'000;

/// What a new user sees: AdaGrad and RMSprop side by side in the Rosenbrock valley.
Session opening_session();

/// A card with the catalogue's defaults. Its colour is the first that `session` does not use yet.
OptimizerChoice new_optimizer(const Session& session, std::string_view id);

/// The first of the palette's colours that `session` does not use yet.
int free_color(const Session& session);

/// Puts another objective in place: its default parameters, start and view.
void choose_objective(Session& session, std::string_view id);

/// Puts a typed formula in place; start and view stay.
void choose_formula(Session& session, const TypedObjective& formula);

/// A card for a typed rule, with its defaults.
OptimizerChoice new_rule(const Session& session, const TypedOptimizer& rule);

/// Empty where the runs of a session fit into memory, else what is expected.
std::string why_not_runs(const Session& session);

/// Takes the i-th optimizer out and mends what pointed at it (changes, panes). Keeps the last one.
void remove_optimizer(Session& session, int i);

/// What the catalogue, or the typed text, says.
const ObjectiveInfo& info_of(const Session& session);
const OptimizerInfo& info_of(const OptimizerChoice& choice);

Objective objective_of(const Session& session);
Optimizer optimizer_of(const OptimizerChoice& choice);

}  // namespace ravine
