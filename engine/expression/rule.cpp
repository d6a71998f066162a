#include "engine/expression/rule.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/expression/parser.h"
#include "engine/expression/rule_names.h"
#include "engine/expression/statements.h"

namespace ravine {

/// Fills a Rule's data from its text: first the names, which may be used above where they are assigned, then the expressions.
class RuleCompiler {
public:
    explicit RuleCompiler(Rule::Data& data)
        : data_(data),
          lines_(line_count(data.text)),
          tokens_(tokens_of(data.text, Separators::lines)),
          statements_(statements_of(tokens_, lines_)),
          parser_(tokens_, graph_, scope_, lines_) {}

    Program run() {
        check_end();
        collect_names();
        declare_inputs();
        for (const StatementTokens& s : statements_)
            if (s.kind == StatementKind::assignment) assign(s);
        results_.push_back(step());
        return Program(graph_, results_);
    }

private:
    const Token& name_of(const StatementTokens& s) const { return tokens_[s.name]; }

    void check_end() const {
        if (statements_.empty()) fail(tokens_.back(), "expected an assignment of x, such as 'x = x - lr*g', found no statement");
        const StatementTokens& last = statements_.back();
        if (last.kind == StatementKind::assignment && name_of(last).text == "x") return;
        fail(name_of(last), "expected the last statement to assign x, found one for " + quoted(name_of(last)));
    }

    /// Params and states; their texts are put into data_.names before anything looks at them.
    void collect_names() {
        std::vector<Parameter> declared;
        for (const StatementTokens& s : statements_) {
            if (s.kind == StatementKind::parameter)
                declared.push_back(parameter(s));
            else
                check_assignment(s);
        }
        for (const StatementTokens& s : statements_)
            if (s.kind == StatementKind::assignment) add_state(s);
        data_.names.reserve(declared_.size() + states_.size());  // from here on they do not move
        for (const Parameter& p : rule_hyperparameters())
            if (p.id == "lr" || is_used(p.id)) data_.params.push_back(p);
        for (std::size_t k = 0; k < declared.size(); ++k) {
            declared[k].id = declared[k].name = data_.names.emplace_back(declared_[k]);
            data_.params.push_back(declared[k]);
        }
        for (const std::string& name : states_) data_.states.push_back(data_.names.emplace_back(name));
    }

    Parameter parameter(const StatementTokens& s) {
        const Token& name = name_of(s);
        check_free(name, "the name of a parameter");
        if (std::find(declared_.begin(), declared_.end(), name.text) != declared_.end())
            fail(name, "expected a new name, found " + quoted(name) + ", which is declared already");
        constexpr std::size_t known = 6;
        if (declared_.size() + known == Rule::max_params)
            fail(name, "expected at most " + std::to_string(Rule::max_params - known) + " parameters, found more");
        declared_.push_back(name.text);
        return with_range(s);
    }

    /// default [min, max]
    Parameter with_range(const StatementTokens& s) {
        parser_.move_to(s.body);
        const double standard = constant();
        parser_.expect("[", "and the ends of the slider, as in 'param c = 1 [0, 2]'");
        const double min = constant();
        parser_.expect(",", "between the ends of the slider");
        const Token& at_max = parser_.here();
        const double max = constant();
        parser_.expect("]", "after the ends of the slider");
        parser_.expect_end();
        if (!(min < max)) fail(at_max, "expected an upper end above the lower one");
        if (standard < min || standard > max) fail(tokens_[s.body], "expected a default between the ends of the slider");
        Parameter p{.id = {}, .name = {}, .standard = standard, .min = min, .max = max, .help = "A parameter of this rule."};
        if (min > 0 && max / min >= 100) p.scale = Scale::log;
        return p;
    }

    double constant() {
        static const Scope numbers{.values = {}, .allowed = "a number, pi, e"};
        const Token& first = parser_.here();
        Graph graph;
        Parser parser(tokens_, graph, numbers, lines_);
        parser.move_to(parser_.position());
        const double value = graph[parser.expression()].c;  // without names everything folds
        parser_.move_to(parser.position());
        if (!std::isfinite(value)) fail(first, "expected a finite number");
        return value;
    }

    void check_assignment(const StatementTokens& s) const {
        const Token& name = name_of(s);
        if (name.text != "x") return check_free(name, "the name of a state");
        if (&s != &statements_.back()) fail(name, "expected x to be assigned by the last statement only, found it before");
    }

    void check_free(const Token& name, const std::string& expected) const {
        if (const std::string_view taken = why_taken(name.text); !taken.empty())
            fail(name, "expected " + expected + ", found " + quoted(name) + ", " + std::string(taken));
    }

    void add_state(const StatementTokens& s) {
        const Token& name = name_of(s);
        if (std::find(declared_.begin(), declared_.end(), name.text) != declared_.end())
            fail(name, "expected the name of a state, found " + quoted(name) + ", a parameter");
        if (name.text == "x" || std::find(states_.begin(), states_.end(), name.text) != states_.end()) return;
        if (states_.size() == Rule::max_states)
            fail(name, "expected at most " + std::to_string(Rule::max_states) + " states, found more");
        states_.push_back(name.text);
    }

    bool is_used(std::string_view name) const {
        return std::any_of(tokens_.begin(), tokens_.end(),
                           [&](const Token& t) { return t.kind == TokenKind::name && t.text == name; });
    }

    void declare_inputs() {
        const auto declare = [&](std::string_view name) { scope_.values[std::string(name)] = graph_.input(); };
        for (const std::string_view name : rule_inputs()) declare(name);
        for (const Parameter& p : data_.params) declare(p.id);
        for (const std::string_view name : data_.states) declare(name);
        for (const Parameter& p : rule_hyperparameters()) scope_.unused.push_back(p.id);
        x_ = scope_.values.at("x");
        scope_.allowed = "g, x, t, f, lr, rho, beta1, beta2, eps, momentum, a state, a parameter";
        data_.last_assignment.resize(data_.states.size());
    }

    void assign(const StatementTokens& s) {
        const Token& name = name_of(s);
        parser_.move_to(s.body);
        results_.push_back(parser_.expression());
        parser_.expect_end();
        scope_.values[name.text] = results_.back();
        const auto state = std::find(data_.states.begin(), data_.states.end(), name.text);
        if (state != data_.states.end())
            data_.last_assignment[static_cast<std::size_t>(state - data_.states.begin())] = data_.statements.size();
        const Token& last = tokens_[s.end - 1];
        const std::size_t end = last.offset + last.seen.size();
        data_.statements.push_back({data_.text.substr(name.offset, end - name.offset), name.text, name.place});
    }

    /// x − new x. Where the rule says x − step, it is that step, without the rounding of the subtraction.
    Graph::Id step() {
        const Graph::Id moved = results_.back();
        const Graph::Node& node = graph_[moved];
        if (node.op == Op::subtract && node.a == x_) return node.b;
        if (node.op == Op::add && node.a == x_) return graph_.apply(Op::negate, node.b);
        if (node.op == Op::add && node.b == x_) return graph_.apply(Op::negate, node.a);
        return graph_.apply(Op::subtract, x_, moved);
    }

    [[noreturn]] void fail(const Token& at, const std::string& message) const {
        throw ExpressionError(at.place, message, lines_);
    }

    Rule::Data& data_;
    int lines_;
    std::vector<Token> tokens_;
    std::vector<StatementTokens> statements_;
    Graph graph_;
    Scope scope_;
    Parser parser_;
    std::vector<std::string> declared_, states_;
    std::vector<Graph::Id> results_;
    Graph::Id x_ = 0;
};

Rule::Data::Data(std::string_view rule) : text(rule), program(RuleCompiler(*this).run()) {}

Rule::Rule(std::string_view text) : data_(std::make_shared<const Data>(text)) {}

std::vector<double> Rule::assigned(std::span<const double> params, double t, double f, double x, double g,
                                   std::span<const double> states) const {
    std::vector<double> values;
    data_->program.with_registers<double>([&](double* registers) {
        fill(registers, params.data(), t, f, x, g, states.data());
        data_->program.run(registers);
        for (std::size_t k = 0; k < data_->statements.size(); ++k) values.push_back(registers[data_->program.result(k)]);
    });
    return values;
}

}  // namespace ravine
