// A typed objective: a formula in x and y. The grammar is in parser.h.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/expression/error.h"
#include "engine/expression/program.h"

namespace ravine {

/// Immutable and cheap to copy. Two are equal where their texts are.
class Formula {
public:
    /// Throws ExpressionError.
    explicit Formula(std::string_view text);

    const std::string& text() const { return data_->text; }
    const Program& program() const { return data_->program; }

    /// T is double, Lanes<A>, or a Dual of these.
    template <class T>
    T value(const T& x, const T& y) const {
        const Program& program = data_->program;
        T result{};
        program.with_registers<T>([&](T* registers) {
            copy(registers[0], x), copy(registers[1], y);
            program.run(registers);
            copy(result, registers[program.result(0)]);
        });
        return result;
    }

    /// Points that values() and gradients() take in one go, in registers.
    static constexpr std::size_t registers_at_once = 4;

    /// f of the first of n points, many at once: the instructions are read once for all of them. Returns how many it did; the
    /// others, fewer than registers_at_once · L::width unless the formula is large, are left to value(), which gives the same
    /// bits.
    template <class L>
    std::size_t values(std::size_t n, const double* x, const double* y, double* f) const {
        return in_packs<L, L>(n, x, y, [&](std::size_t i, const L& value) { value.store(f + i); });
    }

    /// The same with gradients.
    template <class L>
    std::size_t gradients(std::size_t n, const double* x, const double* y, double* f, double* gx, double* gy) const {
        return in_packs<L, Dual<L>>(n, x, y, [&](std::size_t i, const Dual<L>& value) {
            value.v.store(f + i), value.dx.store(gx + i), value.dy.store(gy + i);
        });
    }

    bool operator==(const Formula& other) const { return text() == other.text(); }

private:
    template <class L, class T, class Store>
    std::size_t in_packs(std::size_t n, const double* x, const double* y, const Store& store) const {
        constexpr std::size_t pack = registers_at_once;
        const Program& program = data_->program;
        if (!program.is_small()) return 0;
        T registers[Program::few_registers * pack];
        const T* const result = registers + pack * program.result(0);
        for (std::size_t k = 0; k < pack; ++k) seed(registers[k], registers[pack + k]);
        std::size_t from = 0;
        for (; from + pack * L::width <= n; from += pack * L::width) {
            for (std::size_t k = 0; k < pack; ++k) {
                value_of(registers[k]) = L::load(x + from + k * L::width);
                value_of(registers[pack + k]) = L::load(y + from + k * L::width);
            }
            program.run<pack>(registers);
            for (std::size_t k = 0; k < pack; ++k) store(from + k * L::width, result[k]);
        }
        return from;
    }

    /// The derivatives of x and y, which are the same for all points.
    template <class L>
    static void seed(L& /*x*/, L& /*y*/) {}
    template <class L>
    static void seed(Dual<L>& x, Dual<L>& y) {
        copy(x, variable_x(L(0.0))), copy(y, variable_y(L(0.0)));
    }
    template <class L>
    static L& value_of(L& number) {
        return number;
    }
    template <class L>
    static L& value_of(Dual<L>& number) {
        return number.v;
    }

    struct Data {
        std::string text;
        Program program;
    };
    std::shared_ptr<const Data> data_;
};

}  // namespace ravine
