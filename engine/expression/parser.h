// Reads expressions into a graph.
//
//   expression  term { (+ | −) term }
//   term        signed { (∗ | /) signed | power }         a power that follows directly is multiplied: 2x, 3sin(y), (x+1)(x−1)
//   signed      { + | − } power                           so −x² is −(x²)
//   power       operand [ superscript ] [ ^ signed ]      right-associative: 2^3^2 is 2^9
//   operand     number | name | function ( expression { , expression } ) | ( expression ) | √ operand
//
// A multiplication that is not written binds like one that is: 1/2x is (1/2) x.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/expression/graph.h"
#include "engine/expression/tokens.h"

namespace ravine {

inline constexpr std::size_t max_nodes = 512;  ///< numbers, names and operations of a text
inline constexpr int max_nesting = 64;

/// What names stand for.
struct Scope {
    std::map<std::string, Graph::Id, std::less<>> values;
    std::string allowed = {};                   ///< for messages: "x, y, pi, e"
    std::vector<std::string_view> unused = {};  ///< names that would be known, had the text used them; for suggestions
};

class Parser {
public:
    /// All must outlive it. `lines`: how many the text has, for messages.
    Parser(const std::vector<Token>& tokens, Graph& graph, const Scope& scope, int lines);

    /// Reads an expression; here() is then the first token that is no part of it.
    Graph::Id expression();
    /// Throws unless here() is the end of the text or of a statement.
    void expect_end();

    const Token& here() const { return tokens_[at_]; }
    std::size_t position() const { return at_; }
    void move_to(std::size_t position) { at_ = position; }
    /// Whether here() is this sign; then it is passed.
    bool passed(std::string_view sign);
    void expect(std::string_view sign, std::string_view why);
    [[noreturn]] void fail(const Token& at, const std::string& message) const;
    /// "expected EXPECTED, found ..."
    [[noreturn]] void fail_expecting(const std::string& expected) const;

private:
    struct Nested;

    Graph::Id term();
    Graph::Id signed_power();
    Graph::Id power();
    Graph::Id operand();
    Graph::Id root();
    Graph::Id in_parentheses();
    Graph::Id name();
    Graph::Id call();
    void close(const Token& opening);
    bool starts_factor() const;
    bool ends() const;

    Graph::Id leaf(Graph::Id id);
    Graph::Id apply(Op op, Graph::Id a);
    Graph::Id apply(Op op, Graph::Id a, Graph::Id b);
    void count_node();
    [[noreturn]] void fail_unknown(const Token& name) const;

    const std::vector<Token>& tokens_;
    Graph& graph_;
    const Scope& scope_;
    int lines_;
    std::size_t at_ = 0, nodes_ = 0;
    int depth_ = 0;
};

}  // namespace ravine
