#include "engine/expression/formula.h"

#include "engine/expression/parser.h"

namespace ravine {
namespace {

Program compiled(std::string_view text) {
    const std::vector<Token> tokens = tokens_of(text, Separators::none);
    Graph graph;
    Scope scope;
    scope.values["x"] = graph.input();
    scope.values["y"] = graph.input();
    scope.allowed = "x, y, pi, e";
    Parser parser(tokens, graph, scope, line_count(text));
    const Graph::Id result[] = {parser.expression()};
    parser.expect_end();
    return Program(graph, result);
}

}  // namespace

Formula::Formula(std::string_view text) : data_(std::make_shared<const Data>(Data{std::string(text), compiled(text)})) {}

}  // namespace ravine
