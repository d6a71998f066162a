// What numbers a page of a lesson prints, and which it may.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/session/simulation.h"

namespace ravine_test {

/// A number as people print it: "0.012", "−3", "1.2 × 10⁻⁵".
struct Numeral {
    std::string text;
    double value = 0;
    double last = 1;  ///< what one more of its last digit is worth
    /// Whether `exact`, rounded to as many digits, is this.
    bool rounds(double exact) const;
};

/// The numbers in a text. Digits within a name ("beta1") are none, and neither are raised ones ("x²").
std::vector<Numeral> numerals(std::string_view text);

/// What stands between backticks, and what does not.
struct Prose {
    std::string words;
    std::vector<std::string> formulas;
};
Prose prose(std::string_view markdown);

/// "1 - 2*0.1 = 0.8", or "≈" where the right side is rounded.
struct Sum {
    bool numeric = false;  ///< both sides, or all of them, are numbers
    bool holds = false;
};
Sum sum(std::string_view formula);

/// All that a page says: caption, text, question and answer.
std::string all_words(const ravine::Lesson& lesson);

/// The numbers that the session itself holds.
std::vector<double> numbers_of(const ravine::Session& session);

/// The run's number that a numeric claim is about. Throws std::out_of_range where there is no such run or step.
double measured(const ravine::Session& session, const ravine::Runs& runs, const ravine::LessonClaim& claim);

}  // namespace ravine_test
