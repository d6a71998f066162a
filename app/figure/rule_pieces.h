// A line of an update rule taken apart, so that numbers can stand in the place of its signs (app/figure/rule_numbers.h).
// It reads the lines of the catalogue (engine/rule_lines.h) and the statements of typed rules.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ravine {

enum class PieceKind {
    sign,      ///< a name that stands for a number: ρ, s, g, v̂, beta1
    number,    ///< written as one; also pi and e
    function,  ///< max, sign, sqrt
    add,       ///< binary + −
    multiply,  ///< · and /
    implied,   ///< a product without a sign
    negate,    ///< − before a term
    power,     ///< ^
    raised,    ///< ² or ⁻³⁰⁰: a power with a written exponent
    root,      ///< √
    open,
    close,
    bar_open,  ///< | of |a|
    bar_close,
    comma,
};

/// What a sign stands for.
struct SignValue {
    double value = 0;
    enum class Kind { measured, constant } kind = Kind::measured;  ///< constant: hyperparameters, counts
};

struct Piece {
    PieceKind kind = PieceKind::sign;
    std::string text;  ///< as it is shown; empty for an implied product
    SignValue stands_for = {};
    bool gap = false;  ///< a blank stands before it
    int depth = 0;     ///< how many parentheses are open around it

    bool is_operator() const { return kind == PieceKind::add || kind == PieceKind::multiply || kind == PieceKind::implied; }
};

struct RuleStatement {
    std::string left;
    std::string arrow;  ///< "←" or "="
    std::vector<Piece> right;
};

/// What a sign stands for; nothing where it is unknown.
using Lookup = std::function<std::optional<SignValue>(std::string_view)>;

/// "s ← ρ s + (1−ρ) g²". Throws std::logic_error where the text is no statement, or names what `lookup` does not know.
RuleStatement read_statement(std::string_view text, const Lookup& lookup);

/// The left side of a statement.
std::string_view left_of(std::string_view text);

/// Bytes of the character that `text` begins with; 0 where it is empty.
std::size_t first_character(std::string_view text);

}  // namespace ravine
