// "Why did it move like that": one update of a run, line by line, with this step's numbers in the place of the rule's signs.
// All numbers are those of the run's rows or follow from them; none is rounded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/figure/rule_pieces.h"
#include "engine/run.h"

namespace ravine {

enum class Component { x, y };

struct SubstitutedLine {
    RuleStatement statement;
    double value = 0;  ///< of the left side, once the line is done: the run's own where an accumulator or x gets its last value
    std::string note;  ///< why the line has this form; may be empty
};

/// A number that the rule holds, or that stands behind a sign and needs a word.
struct HeldValue {
    std::string sign, name;
    SignValue number;
};

struct Substitution {
    int from = 0;  ///< the row where the update begins; t is from + 1
    Component coordinate = Component::x;
    std::vector<HeldValue> held;
    std::vector<SubstitutedLine> lines;
    double before = 0, after = 0;  ///< the coordinate
    double gradient = 0;           ///< the gradient that the rule is given, before clipping and weight decay
    double rate = 0;               ///< the effective rate

    /// The value that the last line for `left` gives; NaN where there is none.
    double value_of(std::string_view left) const;
};

/// The update from row `from` to the next, 0 ≤ from < run.last(). `run` is what simulate(spec) gives.
Substitution substitute(const RunSpec& spec, const Run& run, int from, Component coordinate);

}  // namespace ravine
