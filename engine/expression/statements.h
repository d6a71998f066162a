// The lines of a typed rule, told apart but not yet understood.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/expression/tokens.h"

namespace ravine {

enum class StatementKind { parameter, assignment };

struct StatementTokens {
    StatementKind kind = StatementKind::assignment;
    std::size_t name = 0;  ///< place of the token that is declared or assigned
    std::size_t body = 0;  ///< place of the first token behind '='
    std::size_t end = 0;   ///< place of the token behind the last
};

/// Throws ExpressionError where a line is neither a declaration nor an assignment.
std::vector<StatementTokens> statements_of(const std::vector<Token>& tokens, int lines);

}  // namespace ravine
