#include "engine/expression/statements.h"

namespace ravine {
namespace {

bool ends(const Token& token) { return token.kind == TokenKind::end || token.kind == TokenKind::end_of_statement; }

[[noreturn]] void fail_expecting(const Token& at, const std::string& expected, int lines) {
    throw ExpressionError(at.place, "expected " + expected + ", found " + quoted(at), lines);
}

StatementTokens statement_at(const std::vector<Token>& tokens, std::size_t at, int lines) {
    StatementTokens statement;
    if (tokens[at].kind != TokenKind::name)
        fail_expecting(tokens[at], "a statement such as 's = s + g^2' or 'param c = 1 [0, 2]'", lines);
    if (tokens[at].text == "param") {
        statement.kind = StatementKind::parameter;
        if (tokens[++at].kind != TokenKind::name) fail_expecting(tokens[at], "the name of a parameter after 'param'", lines);
    }
    statement.name = at++;
    if (!tokens[at].is("=")) fail_expecting(tokens[at], "'=' after '" + tokens[statement.name].seen + "'", lines);
    statement.body = ++at;
    while (!ends(tokens[at])) ++at;
    statement.end = at;
    return statement;
}

}  // namespace

std::vector<StatementTokens> statements_of(const std::vector<Token>& tokens, int lines) {
    std::vector<StatementTokens> statements;
    for (std::size_t at = 0; tokens[at].kind != TokenKind::end;) {
        if (tokens[at].kind == TokenKind::end_of_statement) {
            ++at;
            continue;
        }
        statements.push_back(statement_at(tokens, at, lines));
        at = statements.back().end;
    }
    return statements;
}

}  // namespace ravine
