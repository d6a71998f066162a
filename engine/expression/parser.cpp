#include "engine/expression/parser.h"

#include <algorithm>
#include <numbers>
#include <utility>

#include "engine/expression/names.h"

namespace ravine {
namespace {

/// "xy" as "x*y", where each letter is a name of its own; else empty.
std::string as_product(const std::string& name, const Scope& scope) {
    std::string product;
    for (const char c : name) {
        if (!scope.values.contains(std::string(1, c)) && c != 'e') return {};
        if (!product.empty()) product += '*';
        product += c;
    }
    return product;
}

std::string one_or_two(std::size_t arguments) { return arguments == 1 ? "one argument" : "two arguments"; }

}  // namespace

/// One level deeper for as long as it lives.
struct Parser::Nested {
    explicit Nested(Parser& parser) : parser_(parser) {
        if (++parser_.depth_ > max_nesting)
            parser_.fail(parser_.here(), "expected at most " + std::to_string(max_nesting) +
                                             " levels of parentheses, signs and powers, found more");
    }
    ~Nested() { --parser_.depth_; }
    Nested(const Nested&) = delete;
    Nested& operator=(const Nested&) = delete;

private:
    Parser& parser_;
};

Parser::Parser(const std::vector<Token>& tokens, Graph& graph, const Scope& scope, int lines)
    : tokens_(tokens), graph_(graph), scope_(scope), lines_(lines) {}

Graph::Id Parser::expression() {
    Graph::Id sum = term();
    while (true) {
        if (passed("+"))
            sum = apply(Op::add, sum, term());
        else if (passed("-"))
            sum = apply(Op::subtract, sum, term());
        else
            return sum;
    }
}

void Parser::expect_end() {
    if (!ends()) fail_expecting("an operator or the end");
}

bool Parser::passed(std::string_view sign) {
    if (!here().is(sign)) return false;
    ++at_;
    return true;
}

void Parser::expect(std::string_view sign, std::string_view why) {
    if (!passed(sign)) fail_expecting("'" + std::string(sign) + "' " + std::string(why));
}

void Parser::fail(const Token& at, const std::string& message) const { throw ExpressionError(at.place, message, lines_); }

void Parser::fail_expecting(const std::string& expected) const {
    fail(here(), "expected " + expected + ", found " + quoted(here()));
}

Graph::Id Parser::term() {
    Graph::Id product = signed_power();
    while (true) {
        if (passed("*")) {
            if (here().is("*")) fail_expecting("a number, a name or '(' (a power is written ^)");
            product = apply(Op::multiply, product, signed_power());
        } else if (passed("/")) {
            product = apply(Op::divide, product, signed_power());
        } else if (starts_factor()) {
            product = apply(Op::multiply, product, power());
        } else {
            return product;
        }
    }
}

Graph::Id Parser::signed_power() {
    if (passed("-")) {
        const Nested nested(*this);
        return apply(Op::negate, signed_power());
    }
    if (passed("+")) {
        const Nested nested(*this);
        return signed_power();
    }
    return power();
}

Graph::Id Parser::power() {
    Graph::Id base = operand();
    if (here().kind == TokenKind::superscript) {
        const double exponent = here().value;
        ++at_;
        base = apply(Op::pow, base, leaf(graph_.constant(exponent)));
        if (here().kind == TokenKind::superscript || here().is("^"))
            fail_expecting("one power (put the inner one in parentheses)");
    }
    if (!passed("^")) return base;
    const Nested nested(*this);
    const Graph::Id exponent = signed_power();
    return apply(Op::pow, base, exponent);
}

Graph::Id Parser::operand() {
    const Token& token = here();
    switch (token.kind) {
        case TokenKind::number:
            ++at_;
            return leaf(graph_.constant(token.value));
        case TokenKind::name:
            return name();
        case TokenKind::root:
            return root();
        case TokenKind::sign:
            if (token.text == "(") return in_parentheses();
            break;
        default:
            break;
    }
    fail_expecting("a number, a name or '('");
}

Graph::Id Parser::root() {
    const Nested nested(*this);
    ++at_;
    const bool has_parentheses = here().is("(");
    const Graph::Id of = operand();
    if (!has_parentheses && (here().kind == TokenKind::superscript || here().is("^")))
        fail_expecting("parentheses that say what the root covers, as in √(x²)");
    return apply(Op::sqrt, of);
}

Graph::Id Parser::in_parentheses() {
    const Nested nested(*this);
    const Token& opening = here();
    ++at_;
    const Graph::Id inner = expression();
    close(opening);
    return inner;
}

void Parser::close(const Token& opening) {
    if (passed(")")) return;
    std::string where = "column " + std::to_string(opening.place.column);
    fail_expecting("an operator, or ')' for the '(' in " + where);
}

Graph::Id Parser::name() {
    const Token& token = here();
    if (const auto known = scope_.values.find(token.text); known != scope_.values.end()) {
        ++at_;
        return leaf(known->second);
    }
    if (find_function(token.text) != nullptr) return call();
    if (token.text != "pi" && token.text != "e") fail_unknown(token);
    ++at_;
    return leaf(graph_.constant(token.text == "pi" ? std::numbers::pi : std::numbers::e));
}

Graph::Id Parser::call() {
    const Nested nested(*this);
    const Token& called = here();
    const FunctionName& function = *find_function(called.text);
    const std::string takes = std::string(function.name) + " takes " + one_or_two(function.arguments);
    ++at_;
    const Token& opening = here();
    expect("(", "after '" + called.text + "'");
    const Graph::Id a = expression();
    if (function.arguments == 1) {
        if (here().is(",")) fail_expecting("')' (" + takes + ")");
        close(opening);
        return apply(function.op, a);
    }
    if (here().is(")")) fail_expecting("',' (" + takes + ")");
    if (!passed(",")) fail_expecting("an operator or ','");
    const Graph::Id b = expression();
    if (here().is(",")) fail_expecting("')' (" + takes + ")");
    close(opening);
    return apply(function.op, a, b);
}

bool Parser::starts_factor() const { return here().kind == TokenKind::name || here().kind == TokenKind::root || here().is("("); }

bool Parser::ends() const { return here().kind == TokenKind::end || here().kind == TokenKind::end_of_statement; }

Graph::Id Parser::leaf(Graph::Id id) {
    count_node();
    return id;
}

Graph::Id Parser::apply(Op op, Graph::Id a) {
    count_node();
    return graph_.apply(op, a);
}

Graph::Id Parser::apply(Op op, Graph::Id a, Graph::Id b) {
    count_node();
    return graph_.apply(op, a, b);
}

void Parser::count_node() {
    if (++nodes_ <= max_nodes) return;
    fail(tokens_[at_ - 1], "expected at most " + std::to_string(max_nodes) + " numbers, names and operations, found more");
}

void Parser::fail_unknown(const Token& name) const {
    const bool is_call = tokens_[at_ + 1].is("(");
    std::vector<std::string_view> candidates;
    for (const FunctionName& f : functions()) candidates.push_back(f.name);
    if (!is_call) {
        candidates.emplace_back("pi");
        candidates.insert(candidates.end(), scope_.unused.begin(), scope_.unused.end());
        for (const auto& [known, id] : scope_.values) candidates.push_back(known);
    }
    std::string message =
        "expected " + std::string(is_call ? "a function" : scope_.allowed + " or a function") + ", found " + quoted(name);
    if (const std::string product = as_product(name.text, scope_); !product.empty())
        message += "; write " + product;
    else if (const std::string_view near = nearest_name(name.text, candidates); !near.empty())
        message += "; did you mean '" + std::string(near) + "'?";
    fail(name, message);
}

}  // namespace ravine
