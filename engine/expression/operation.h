// What one instruction of a typed program does.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/dual.h"
#include "engine/scalar.h"

namespace ravine {

/// a and b are registers, c is the instruction's constant.
enum class Op : std::uint8_t {
    input,     ///< a register that is filled before the program runs
    constant,  ///< c
    // Of one operand.
    negate,
    square,
    abs,
    sign,
    sqrt,
    cbrt,
    exp,
    log,
    log10,
    sin,
    cos,
    tan,
    asin,
    acos,
    atan,
    sinh,
    cosh,
    tanh,
    // Of an operand and a constant.
    add_constant,                        ///< a + c
    subtract_from,                       ///< c − a
    multiply_constant,                   ///< a · c
    divide_constant,                     ///< a / c
    divide_into,                         ///< c / a
    whole_power,                         ///< a^c by multiplication, c whole
    power_constant,                      ///< a^c
    power_of_constant,                   ///< c^a
    square_of_sum_with_constant,         ///< (a + c)²
    square_of_difference_from_constant,  ///< (c − a)²
    // Of two operands.
    add,
    subtract,
    multiply,
    divide,
    pow,
    atan2,
    smaller,
    greater,
    hypot,
    square_of_sum,         ///< (a + b)²
    square_of_difference,  ///< (a − b)²
    add_scaled,            ///< a + b · c
};

constexpr bool is_binary(Op op) { return op >= Op::add; }
constexpr bool is_unary(Op op) { return op >= Op::negate && op < Op::add; }

struct Instruction {
    Op op = Op::constant;
    std::uint16_t to = 0, a = 0, b = 0;
    double c = 0;
};

/// Whole powers up to this size are computed by multiplication.
inline constexpr double largest_whole_power = 64;

template <class T>
T whole_power(const T& a, int n) {
    return n >= 0 ? power(a, n) : 1.0 / power(a, -n);
}

/// to = from. Part by part: compilers copy a whole Dual in smaller pieces than it is then read in, which stalls the processor.
template <class T>
void copy(T& to, const T& from) {
    to = from;
}
template <class T>
void copy(Dual<T>& to, const Dual<T>& from) {
    copy(to.v, from.v), copy(to.dx, from.dx), copy(to.dy, from.dy);
}

/// Runs one instruction for N numbers at once. Register k is r[N · k] to r[N · k + N − 1].
template <std::size_t N, class T>
[[gnu::always_inline]] inline void execute(const Instruction& i, T* r) {
    T* const to = r + N * i.to;
    const T* const a = r + N * i.a;
    const T* const b = r + N * i.b;
    const double c = i.c;
    const auto set = [&](const auto& value) {
        for (std::size_t k = 0; k < N; ++k) copy(to[k], value(a[k], b[k]));
    };
    const auto unary = [&](const auto& value) { set([&](const T& p, const T&) { return value(p); }); };
    switch (i.op) {
        case Op::input:
            return;
        case Op::constant:
            return unary([&](const T&) { return T(c); });
        case Op::negate:
            return unary([&](const T& p) { return -p; });
        case Op::square:
            return unary([&](const T& p) { return square(p); });
        case Op::abs:
            return unary([&](const T& p) { return abs(p); });
        case Op::sign:
            return unary([&](const T& p) { return sign(p); });
        case Op::sqrt:
            return unary([&](const T& p) { return sqrt(p); });
        case Op::cbrt:
            return unary([&](const T& p) { return cbrt(p); });
        case Op::exp:
            return unary([&](const T& p) { return exp(p); });
        case Op::log:
            return unary([&](const T& p) { return log(p); });
        case Op::log10:
            return unary([&](const T& p) { return log10(p); });
        case Op::sin:
            return unary([&](const T& p) { return sin(p); });
        case Op::cos:
            return unary([&](const T& p) { return cos(p); });
        case Op::tan:
            return unary([&](const T& p) { return tan(p); });
        case Op::asin:
            return unary([&](const T& p) { return asin(p); });
        case Op::acos:
            return unary([&](const T& p) { return acos(p); });
        case Op::atan:
            return unary([&](const T& p) { return atan(p); });
        case Op::sinh:
            return unary([&](const T& p) { return sinh(p); });
        case Op::cosh:
            return unary([&](const T& p) { return cosh(p); });
        case Op::tanh:
            return unary([&](const T& p) { return tanh(p); });
        case Op::add_constant:
            return unary([&](const T& p) { return p + c; });
        case Op::subtract_from:
            return unary([&](const T& p) { return c - p; });
        case Op::multiply_constant:
            return unary([&](const T& p) { return p * c; });
        case Op::divide_constant:
            return unary([&](const T& p) { return p / c; });
        case Op::divide_into:
            return unary([&](const T& p) { return c / p; });
        case Op::whole_power:
            return unary([&](const T& p) { return whole_power(p, static_cast<int>(c)); });
        case Op::power_constant:
            return unary([&](const T& p) { return pow(p, c); });
        case Op::power_of_constant:
            return unary([&](const T& p) { return pow(c, p); });
        case Op::square_of_sum_with_constant:
            return unary([&](const T& p) { return square(p + c); });
        case Op::square_of_difference_from_constant:
            return unary([&](const T& p) { return square(c - p); });
        case Op::add:
            return set([&](const T& p, const T& q) { return p + q; });
        case Op::subtract:
            return set([&](const T& p, const T& q) { return p - q; });
        case Op::multiply:
            return set([&](const T& p, const T& q) { return p * q; });
        case Op::divide:
            return set([&](const T& p, const T& q) { return p / q; });
        case Op::pow:
            return set([&](const T& p, const T& q) { return pow(p, q); });
        case Op::atan2:
            return set([&](const T& p, const T& q) { return atan2(p, q); });
        case Op::smaller:
            return set([&](const T& p, const T& q) { return smaller_of(p, q); });
        case Op::greater:
            return set([&](const T& p, const T& q) { return greater_of(p, q); });
        case Op::hypot:
            return set([&](const T& p, const T& q) { return hypot(p, q); });
        case Op::square_of_sum:
            return set([&](const T& p, const T& q) { return square(p + q); });
        case Op::square_of_difference:
            return set([&](const T& p, const T& q) { return square(p - q); });
        case Op::add_scaled:
            return set([&](const T& p, const T& q) { return p + q * c; });
    }
}

}  // namespace ravine
