// Forward-mode automatic differentiation: a number that carries its derivatives by x and y.
//
// T is double, Lanes<A> (block kernels), or Dual<double> itself: then the parts hold second derivatives. Each operation applies
// its rule of calculus, so derivatives are as exact as the value. Mixed operations with a double leave derivatives alone.
#pragma once

#include <numbers>

#include "engine/scalar.h"

namespace ravine {

template <class T>
struct Dual {
    T v, dx, dy;

    Dual() = default;
    Dual(double constant) : v(constant), dx(0.0), dy(0.0) {}
    Dual(const T& value, const T& by_x, const T& by_y) : v(value), dx(by_x), dy(by_y) {}

    friend Dual operator+(const Dual& a, const Dual& b) { return {a.v + b.v, a.dx + b.dx, a.dy + b.dy}; }
    friend Dual operator-(const Dual& a, const Dual& b) { return {a.v - b.v, a.dx - b.dx, a.dy - b.dy}; }
    friend Dual operator*(const Dual& a, const Dual& b) { return {a.v * b.v, a.dx * b.v + a.v * b.dx, a.dy * b.v + a.v * b.dy}; }
    friend Dual operator/(const Dual& a, const Dual& b) {
        const T q = a.v / b.v;
        return {q, (a.dx - q * b.dx) / b.v, (a.dy - q * b.dy) / b.v};
    }
    friend Dual operator-(const Dual& a) { return {-a.v, -a.dx, -a.dy}; }

    friend Dual operator+(const Dual& a, double c) { return {a.v + c, a.dx, a.dy}; }
    friend Dual operator+(double c, const Dual& a) { return {c + a.v, a.dx, a.dy}; }
    friend Dual operator-(const Dual& a, double c) { return {a.v - c, a.dx, a.dy}; }
    friend Dual operator-(double c, const Dual& a) { return {c - a.v, -a.dx, -a.dy}; }
    friend Dual operator*(const Dual& a, double c) { return {a.v * c, a.dx * c, a.dy * c}; }
    friend Dual operator*(double c, const Dual& a) { return {c * a.v, c * a.dx, c * a.dy}; }
    friend Dual operator/(const Dual& a, double c) { return {a.v / c, a.dx / c, a.dy / c}; }
    friend Dual operator/(double c, const Dual& a) { return Dual(c) / a; }

    /// Comparisons look at values only; is_zero looks at the derivatives too.
    friend auto operator<(const Dual& a, const Dual& b) { return a.v < b.v; }
    friend auto operator>(const Dual& a, const Dual& b) { return a.v > b.v; }
    friend auto operator==(const Dual& a, const Dual& b) { return a.v == b.v; }
    friend auto is_zero(const Dual& a) { return is_zero(a.v) && is_zero(a.dx) && is_zero(a.dy); }
};

/// The coordinates as numbers to differentiate by.
template <class T>
Dual<T> variable_x(const T& x) {
    return {x, T(1.0), T(0.0)};
}
template <class T>
Dual<T> variable_y(const T& y) {
    return {y, T(0.0), T(1.0)};
}

/// f(a), given its value and its slope f′(a).
template <class T>
Dual<T> chain(const Dual<T>& a, const T& value, const T& slope) {
    return {value, slope * a.dx, slope * a.dy};
}

template <class T>
T square(const T& a) {
    return a * a;
}
template <class T>
Dual<T> square(const Dual<T>& a) {
    return chain(a, square(a.v), a.v + a.v);
}

/// A whole power, by multiplications; n ≥ 0.
template <class T>
T power(const T& a, int n) {
    T result(1.0);
    for (T factor = a; n > 0; n /= 2, factor = factor * factor)
        if (n % 2 == 1) result = result * factor;
    return result;
}
template <class T>
Dual<T> power(const Dual<T>& a, int n) {
    if (n == 0) return Dual<T>(1.0);
    const T below = power(a.v, n - 1);
    return chain(a, below * a.v, static_cast<double>(n) * below);
}

/// As chain(), for slopes that may be infinite: where the argument does not change, neither does the value. (0 · ∞ is NaN.)
template <class T>
Dual<T> chain_steep(const Dual<T>& a, const T& value, const T& slope) {
    return {value, choose(is_zero(a.dx), T(0.0), slope * a.dx), choose(is_zero(a.dy), T(0.0), slope * a.dy)};
}

/// f(a, b), given its value and its slopes by a and by b.
template <class T>
Dual<T> chain_steep(const Dual<T>& a, const Dual<T>& b, const T& value, const T& slope_a, const T& slope_b) {
    const Dual<T> by_a = chain_steep(a, value, slope_a), by_b = chain_steep(b, value, slope_b);
    return {value, by_a.dx + by_b.dx, by_a.dy + by_b.dy};
}

template <class Condition, class T>
Dual<T> choose(const Condition& condition, const Dual<T>& yes, const Dual<T>& no) {
    return {choose(condition, yes.v, no.v), choose(condition, yes.dx, no.dx), choose(condition, yes.dy, no.dy)};
}

/// With the derivatives of the chosen one; the second where either is NaN.
template <class T>
Dual<T> greater_of(const Dual<T>& a, const Dual<T>& b) {
    return choose(a > b, a, b);
}
template <class T>
Dual<T> smaller_of(const Dual<T>& a, const Dual<T>& b) {
    return choose(a < b, a, b);
}

template <class T>
Dual<T> sign(const Dual<T>& a) {
    return {sign(a.v), T(0.0), T(0.0)};
}
/// Its slope at the kink is 0.
template <class T>
Dual<T> abs(const Dual<T>& a) {
    return chain(a, abs(a.v), sign(a.v));
}

template <class T>
Dual<T> sqrt(const Dual<T>& a) {
    const T root = sqrt(a.v);
    return chain_steep(a, root, 0.5 / root);
}
template <class T>
Dual<T> cbrt(const Dual<T>& a) {
    const T root = cbrt(a.v);
    return chain_steep(a, root, 1.0 / (3.0 * square(root)));
}
template <class T>
Dual<T> exp(const Dual<T>& a) {
    const T e = exp(a.v);
    return chain(a, e, e);
}
template <class T>
Dual<T> log(const Dual<T>& a) {
    return chain_steep(a, log(a.v), 1.0 / a.v);
}
template <class T>
Dual<T> log10(const Dual<T>& a) {
    return chain_steep(a, log10(a.v), std::numbers::log10e / a.v);
}

template <class T>
SinCos<Dual<T>> sincos(const Dual<T>& a) {
    const SinCos<T> at = sincos(a.v);
    return {chain(a, at.sin, at.cos), chain(a, at.cos, -at.sin)};
}
template <class T>
Dual<T> sin(const Dual<T>& a) {
    const SinCos<T> at = sincos(a.v);
    return chain(a, at.sin, at.cos);
}
template <class T>
Dual<T> cos(const Dual<T>& a) {
    const SinCos<T> at = sincos(a.v);
    return chain(a, at.cos, -at.sin);
}
template <class T>
Dual<T> tan(const Dual<T>& a) {
    const T t = tan(a.v);
    return chain(a, t, 1.0 + square(t));
}
template <class T>
Dual<T> asin(const Dual<T>& a) {
    return chain_steep(a, asin(a.v), 1.0 / sqrt(1.0 - square(a.v)));
}
template <class T>
Dual<T> acos(const Dual<T>& a) {
    return chain_steep(a, acos(a.v), -1.0 / sqrt(1.0 - square(a.v)));
}
template <class T>
Dual<T> atan(const Dual<T>& a) {
    return chain(a, atan(a.v), 1.0 / (1.0 + square(a.v)));
}
template <class T>
Dual<T> sinh(const Dual<T>& a) {
    return chain(a, sinh(a.v), cosh(a.v));
}
template <class T>
Dual<T> cosh(const Dual<T>& a) {
    return chain(a, cosh(a.v), sinh(a.v));
}
template <class T>
Dual<T> tanh(const Dual<T>& a) {
    const T t = tanh(a.v);
    return chain(a, t, 1.0 - square(t));
}

/// The distance of (a, b) from the origin. Its slopes at the origin are 0.
template <class T>
Dual<T> hypot(const Dual<T>& a, const Dual<T>& b) {
    const T r = hypot(a.v, b.v);
    const T d = choose(r == T(0.0), T(1.0), r);
    return chain_steep(a, b, r, a.v / d, b.v / d);
}

/// The angle of (b, a) against the first axis. Its slopes at the origin are 0.
template <class T>
Dual<T> atan2(const Dual<T>& a, const Dual<T>& b) {
    const T r = hypot(a.v, b.v);
    const T d = choose(r == T(0.0), T(1.0), r);
    return chain_steep(a, b, atan2(a.v, b.v), b.v / d / d, -(a.v / d / d));
}

/// a^b for any a ≥ 0, and for a < 0 where b is whole. By b: a^b · log a, which is 0 where a^b is.
template <class T>
Dual<T> pow(const Dual<T>& a, const Dual<T>& b) {
    const T p = pow(a.v, b.v);
    const T by_b = choose(p == T(0.0), T(0.0), p * log(a.v));
    return chain_steep(a, b, p, b.v * pow(a.v, b.v - 1.0), by_b);
}
template <class T>
Dual<T> pow(const Dual<T>& a, double b) {
    return chain_steep(a, pow(a.v, T(b)), b * pow(a.v, T(b - 1)));
}
template <class T>
Dual<T> pow(double a, const Dual<T>& b) {
    const T p = pow(T(a), b.v);
    return chain_steep(b, p, choose(p == T(0.0), T(0.0), p * std::log(a)));
}

}  // namespace ravine
