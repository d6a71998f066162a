// What an objective or an optimizer says about one of its parameters. Sliders, the command line,
// `list` and the session file are all derived from this.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ravine {

/// How a slider walks from min to max, and what kind of value it is.
enum class Scale {
    linear,
    log,      ///< spans decades; min > 0
    decay,    ///< in [0, 1): the slider is logarithmic in 1 - value (rho, beta1, ...)
    integer,  ///< whole numbers
    toggle,   ///< 0 or 1
    choice,   ///< 0 .. choices.size() - 1, written by its name in `choices`
};

/// What a typed value may be, beyond the slider's ends. All values are finite.
enum class Limit { finite, positive, not_negative, unit_interval_open_right /* [0, 1) */ };

struct Parameter {
    std::string_view id;
    std::string_view name;  ///< for people: "learning rate", "ρ", ...
    double standard = 0;    ///< the default value
    double min = 0, max = 1;
    Scale scale = Scale::linear;
    Limit limit = Limit::finite;
    std::string_view help;  ///< one or two sentences: what moving it does
    std::vector<std::string_view> choices = {};
    /// Log scale only: the share of the slider that stands for 0 and lies left of min; 0 where the slider has no place for 0.
    double zero_below = 0;
    /// Of those that shape a schedule: bit k is set where choice k of the parameter `schedule` uses it. 0: used always.
    unsigned schedules = 0;
    std::string_view sign = {};  ///< in formulas: "η"; empty where no formula names it
};

/// The position 0..1 of `value` on the slider of `p` (clamped), and its inverse: rounded to what a person would have typed
/// (whole numbers; three digits of a value on a log scale, or of 1 − value on a decay scale; a thousandth of a linear one).
double slider_position(const Parameter& p, double value);
double slider_value(const Parameter& p, double position);

/// Empty where `value` is allowed for `p`, else what is expected: "a number above 0".
std::string why_not(const Parameter& p, double value);

/// The value as people write it: the shortest text that reads back the same, or the name of a choice. No locale: "0.5", "1e-8".
std::string format_value(const Parameter& p, double value);

/// The defaults of a list of parameters, in order.
std::vector<double> standard_values(std::span<const Parameter> params);

/// Index of the parameter called `id`, or -1.
int index_of(std::span<const Parameter> params, std::string_view id);

}  // namespace ravine
