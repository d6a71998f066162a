// The words of a typed text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/expression/error.h"

namespace ravine {

enum class TokenKind {
    number,       ///< 12, 0.5, .5, 1e-3
    name,         ///< a letter or _, then letters, digits and _; or one Greek letter
    sign,         ///< + - * / ^ ( ) [ ] , =
    root,         ///< √
    superscript,  ///< ² to ⁹; `value` holds the digit
    end_of_statement,
    end,
};

struct Token {
    TokenKind kind = TokenKind::end;
    std::string text;  ///< in its plain spelling: "-" for −, "pi" for π
    std::string seen;  ///< as it stands in the text
    double value = 0;
    Place place;
    std::size_t offset = 0;  ///< of its first byte in the text

    bool is(std::string_view sign) const { return kind == TokenKind::sign && text == sign; }
};

/// What separates statements: nothing (line breaks are blanks), or line breaks and semicolons; then # starts a comment.
enum class Separators { none, lines };

inline constexpr std::size_t max_characters = 4096;

/// Ends with a token `end`. Throws ExpressionError for what is no word, and for texts above max_characters.
std::vector<Token> tokens_of(std::string_view text, Separators separators);

/// As it is quoted in messages: "'foo'", "the end of the text". Long ones are cut.
std::string quoted(const Token& token);

/// How many lines a text has.
int line_count(std::string_view text);

}  // namespace ravine
