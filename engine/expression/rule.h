// A typed update rule, applied to each coordinate by itself. One statement a line (or between semicolons), # starts a comment:
//
//     param name = default [min, max]     a hyperparameter of its own, with the ends of its slider
//     name = expression                   a state: 0 before the first update, kept from one to the next
//     x = expression                      the last statement: where the coordinate moves
//
// Expressions (parser.h) see g, the gradient; x, the coordinate; t, the number of the update, from 1; f, the objective's value at
// the point; the hyperparameters lr, rho, beta1, beta2, eps, momentum and those declared; and the states, in which a name that is
// read above its assignment is what the last update left.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/expression/error.h"
#include "engine/expression/program.h"
#include "engine/parameter.h"

namespace ravine {

/// Immutable and cheap to copy. Two are equal where their texts are.
class Rule {
public:
    static constexpr std::size_t max_params = 32, max_states = 32;

    struct Statement {
        std::string text;  ///< as typed, without comment
        std::string name;  ///< what it assigns
        Place place;
    };

    /// Throws ExpressionError.
    explicit Rule(std::string_view text);

    const std::string& text() const { return data_->text; }
    /// lr; those of rho, beta1, beta2, eps, momentum that the text uses; those that it declares. The Rule owns their texts.
    const std::vector<Parameter>& params() const { return data_->params; }
    /// In the order of their first assignment. The Rule owns the texts.
    const std::vector<std::string_view>& states() const { return data_->states; }
    /// The assignments, from the first to that of x.
    const std::vector<Statement>& statements() const { return data_->statements; }

    /// One update of one coordinate. T is double or Lanes<A>; `params` and `states` in the order of params() and states(). Moves
    /// x, updates the states, and leaves in `rate` the factor between the gradient and the step: −Δx / g, 0 where g is 0.
    template <class T>
    void update(const T* params, const T& t, const T& f, T& x, const T& g, T& rate, T* states) const {
        const Data& d = *data_;
        d.program.with_registers<T>([&](T* registers) {
            fill(registers, params, t, f, x, g, states);
            d.program.run(registers);
            for (std::size_t k = 0; k < d.states.size(); ++k) states[k] = registers[d.program.result(d.last_assignment[k])];
            x = registers[d.program.result(d.statements.size() - 1)];
            const T& step = registers[d.program.result(d.statements.size())];
            rate = choose(g == T(0.0), T(0.0), step / g);
        });
    }

    /// What each statement assigns in the update that starts from these numbers.
    std::vector<double> assigned(std::span<const double> params, double t, double f, double x, double g,
                                 std::span<const double> states) const;

    bool operator==(const Rule& other) const { return text() == other.text(); }

private:
    friend class RuleCompiler;

    struct Data {
        explicit Data(std::string_view rule);
        Data(const Data&) = delete;
        Data& operator=(const Data&) = delete;

        std::string text;
        std::vector<Parameter> params;
        std::vector<std::string_view> states;
        std::vector<Statement> statements;
        std::vector<std::size_t> last_assignment;  ///< of each state: the place of a statement
        std::vector<std::string> names;            ///< what params and states look at
        Program program;                           ///< results: what each statement assigns; the step x − new x
    };

    template <class T>
    void fill(T* registers, const T* params, const T& t, const T& f, const T& x, const T& g, const T* states) const {
        registers[0] = g, registers[1] = x, registers[2] = t, registers[3] = f;
        T* next = registers + 4;
        for (std::size_t k = 0; k < data_->params.size(); ++k) *next++ = params[k];
        for (std::size_t k = 0; k < data_->states.size(); ++k) *next++ = states[k];
    }

    std::shared_ptr<const Data> data_;
};

}  // namespace ravine
